import type { Declaration } from './declaration.ts';

export const standfirstMissing: Declaration = {
  level: 'warning',
  fails: [{ standfirst: '' }],
  passes: [{ standfirst: 'Two boats stay.' }],
};
