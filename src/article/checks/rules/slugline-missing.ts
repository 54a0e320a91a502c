import type { Declaration } from './declaration.ts';

export const sluglineMissing: Declaration = {
  level: 'warning',
  fails: [{ metadata: { slugline: '' } }],
  passes: [{ metadata: { slugline: 'FERRY' } }],
};
