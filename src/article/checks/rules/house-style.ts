import { copy, type Declaration } from './declaration.ts';

export const houseStyle: Declaration = {
  level: 'note',
  fails: [
    { ...copy('The chairman spoke.'), options: { terms: [{ wrong: 'chairman', right: 'chair' }] } },
    { ...copy('“Send me an e-mail,” she said.'), options: { terms: [{ wrong: 'e-mail', right: 'email' }] } },
  ],
  passes: [
    { ...copy('The chairmanship is open.'), options: { terms: [{ wrong: 'chairman', right: 'chair' }] } },
    { ...copy('“Ask the chairman,” she said.'), options: { terms: [{ wrong: 'chairman', right: 'chair' }] } },
    { ...copy('“Ask in the pub,” she said.'), options: { terms: [{ wrong: 'pub', right: 'bar' }] } },
  ],
};
