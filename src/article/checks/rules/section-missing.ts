import type { Declaration } from './declaration.ts';

export const sectionMissing: Declaration = {
  level: 'warning',
  fails: [{ metadata: { section: '' } }],
  passes: [{ metadata: { section: 'City' } }],
};
