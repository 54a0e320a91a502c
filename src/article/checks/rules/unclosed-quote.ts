import { copy, type Declaration } from './declaration.ts';

export const unclosedQuote: Declaration = {
  level: 'note',
  fails: [
    copy('She said: “We will wait.', 'Nobody came.'),
    { ...copy('Sie sagte: „Wir warten.'), metadata: { language: 'de' } },
  ],
  passes: [
    copy('“First part.', '“Second part,” she said.'),
    { ...copy('„Wir warten“, sagte sie, »noch«.'), metadata: { language: 'de' } },
    { ...copy('«Nadie vino.', '»Llegaron solas».'), metadata: { language: 'es' } },
  ],
};
