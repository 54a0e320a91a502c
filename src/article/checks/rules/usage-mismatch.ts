import { type Declaration, image } from './declaration.ts';

export const usageMismatch: Declaration = {
  level: 'warning',
  fails: [{ blocks: [image({ usageTerms: 'Print only, UK' })] }],
  passes: [{ blocks: [image({ usageTerms: 'Web and print' })] }],
};
