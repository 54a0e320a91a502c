import type { Declaration } from './declaration.ts';

export const headlineTooLong: Declaration = {
  level: 'warning',
  fails: [
    { headline: 'Word '.repeat(24).trim() },
    { metadata: { seoTitle: 'Word '.repeat(14).trim() } },
  ],
  passes: [{ headline: 'Word '.repeat(22).trim() }],
};
