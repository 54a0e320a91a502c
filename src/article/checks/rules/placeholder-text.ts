import { copy, type Declaration, image } from './declaration.ts';

export const placeholderText: Declaration = {
  level: 'error',
  fails: [
    copy('The bridge cost TK million.'),
    copy('A XX-year-old man was hurt.'),
    copy('The fare is TKTK.'),
    { blocks: [image({ credit: 'XX' })] },
    { ...copy('The council voted.'), metadata: { corrections: [{ at: { instant: '2024-03-03T09:30:00Z', zone: 'Europe/London', asWritten: '' }, kind: 'correction', text: 'The fare is TK.' }] } },
  ],
  passes: [
    copy('Super Bowl XX was played in 1986, Pope John XXIII died in 1963.'),
    copy('A T-shirt in XXL; the URL is example.org.'),
    copy('Article XX was kept; TK Maxx sells the coat.'),
    { ...copy('El siglo XX cabe en una caja.'), metadata: { language: 'es' } },
    { ...copy('The minister, TK Rajan, left early.'), options: { terms: [{ wrong: 'T K Rajan', right: 'TK Rajan' }] } },
  ],
};
