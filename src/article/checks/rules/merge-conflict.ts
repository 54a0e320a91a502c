import type { Declaration } from './declaration.ts';

export const mergeConflict: Declaration = {
  level: 'error',
  fails: [{ conflicts: [{}] }],
  passes: [{ conflicts: [] }],
};
