import { copy, type Declaration } from './declaration.ts';

export const dashForm: Declaration = {
  level: 'note',
  fails: [
    copy('The boat left - late.'),
    copy('The boat left--late.'),
    { ...copy('La barca salió - tarde.'), metadata: { language: 'es' } },
  ],
  passes: [
    copy('The boat – a ferry – left.', 'A twenty-year-old won 3 - 2.', 'VELDHAVEN, March 3 (Agency) - The council voted.'),
    { ...copy('The boat left - late.'), options: { conventions: { dash: 'any' } } },
  ],
};
