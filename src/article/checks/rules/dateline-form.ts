import { copy, type Declaration } from './declaration.ts';

export const datelineForm: Declaration = {
  level: 'warning',
  fails: [
    { metadata: { dateline: { place: '', country: '', date: '', source: '', asWritten: 'March 3 -' } } },
    { ...copy('VELDHAVEN, March 3 (Agency) - The council voted.'), metadata: { dateline: { place: 'VELDHAVEN', country: '', date: '', source: '', asWritten: '' } } },
  ],
  passes: [
    { ...copy('The council voted.'), metadata: { dateline: { place: 'VELDHAVEN', country: '', date: '2024-03-03', source: '', asWritten: '' } } },
  ],
};
