import { copy, type Declaration } from './declaration.ts';

export const straightQuote: Declaration = {
  level: 'note',
  fails: [copy("It's late.")],
  passes: [
    copy('He is 6\' 2" tall.'),
    copy('“It’s late,” she said.'),
  ],
};
