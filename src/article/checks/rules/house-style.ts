import { block, copy, type Declaration, para } from './declaration.ts';

export const houseStyle: Declaration = {
  level: 'note',
  fails: [
    { ...copy('The chairman spoke.'), options: { terms: [{ wrong: 'chairman', right: 'chair' }] } },
    { ...copy('“Send me an e-mail,” she said.'), options: { terms: [{ wrong: 'e-mail', right: 'email' }] } },
  ],
  passes: [
    { ...copy('The chairmanship is open.'), options: { terms: [{ wrong: 'chairman', right: 'chair' }] } },
    { ...copy('“Ask the chairman,” she said.'), options: { terms: [{ wrong: 'chairman', right: 'chair' }] } },
    { blocks: [para('She wrote:'), block('quote', [para('Ask the chairman.')], { attribution: 'Ines Moreau' }), block('pullQuote', 'Ask the chairman', { attribution: 'Ines Moreau' })], options: { terms: [{ wrong: 'chairman', right: 'chair' }] } },
    { ...copy('“Ask in the pub,” she said.'), options: { terms: [{ wrong: 'pub', right: 'bar' }] } },
  ],
};
