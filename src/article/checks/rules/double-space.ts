import { copy, type Declaration } from './declaration.ts';

export const doubleSpace: Declaration = {
  level: 'note',
  fails: [copy('One.  Two.')],
  passes: [copy('One. Two.')],
};
