import { copy, type Declaration } from './declaration.ts';

export const dateForm: Declaration = {
  level: 'note',
  fails: [
    { ...copy('It opened on March 3, 2024.'), options: { conventions: { dates: 'day-month' } } },
    { ...copy('It opened on 3 March.'), options: { conventions: { dates: 'month-day' } } },
    { ...copy('It opened on 03/04/2024.'), options: { conventions: { dates: 'day-month' } } },
  ],
  passes: [
    { ...copy('It opened on 3 March 2024 and 25/12/2024 was a holiday.'), options: { conventions: { dates: 'day-month' } } },
    { ...copy('In March 3,000 people came, in May 12 more; by July 12 per cent had left.'), options: { conventions: { dates: 'day-month' } } },
    { ...copy('“It opened on March 3,” she said.'), options: { conventions: { dates: 'day-month' } } },
    copy('It opened on March 3, 2024.'),
  ],
};
