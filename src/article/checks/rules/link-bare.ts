import { copy, type Declaration } from './declaration.ts';

export const linkBare: Declaration = {
  level: 'warning',
  fails: [copy('See https://example.org/audit.')],
  passes: [copy('See example.org.')],
};
