import { copy, type Declaration } from './declaration.ts';

export const houseStyle: Declaration = {
  level: 'note',
  fails: [
    { ...copy('The chairman spoke.'), options: { terms: [{ wrong: 'chairman', right: 'chair' }] } },
  ],
  passes: [
    { ...copy('The chairmanship is open.'), options: { terms: [{ wrong: 'chairman', right: 'chair' }] } },
  ],
};
