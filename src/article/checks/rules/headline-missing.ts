import type { Declaration } from './declaration.ts';

export const headlineMissing: Declaration = {
  level: 'error',
  fails: [{ headline: ' ' }],
  passes: [{ headline: 'Vote' }],
};
