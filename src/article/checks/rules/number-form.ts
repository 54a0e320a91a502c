import { copy, type Declaration } from './declaration.ts';

export const numberForm: Declaration = {
  level: 'note',
  fails: [
    { ...copy('They sold 12000 tickets.'), options: { conventions: { thousands: 'comma' } } },
    { ...copy('They sold 1,200,000 tickets.'), options: { conventions: { thousands: 'indian' } } },
    { ...copy('Sales rose 12 percent.'), options: { conventions: { percent: '%' } } },
  ],
  passes: [
    { ...copy('They sold 12,000 tickets in 2024 for 3.14159 each; call 0209-123456.'), options: { conventions: { thousands: 'comma' } } },
    { ...copy('Case No. 24601 was heard at 5 Bay Road, New York, NY 10037, under ISO 22000.'), options: { conventions: { thousands: 'comma' } } },
    copy('They sold 12000 tickets.'),
  ],
};
