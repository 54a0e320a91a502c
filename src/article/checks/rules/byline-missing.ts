import type { Declaration } from './declaration.ts';

export const bylineMissing: Declaration = {
  level: 'warning',
  fails: [{ contributors: [{ name: ' ' }] }],
  passes: [{ contributors: [{ name: 'Ines Moreau' }] }],
};
