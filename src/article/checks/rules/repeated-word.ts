import { copy, type Declaration } from './declaration.ts';

export const repeatedWord: Declaration = {
  level: 'note',
  fails: [copy('They met in the the harbour.')],
  passes: [
    copy('She had had enough, and that that was so was clear.'),
    copy('Duran Duran played on.'),
    copy('The tuk tuk stopped; whoever it was was late.'),
  ],
};
