import { type Declaration, image } from './declaration.ts';

export const usageExpired: Declaration = {
  level: 'error',
  fails: [
    { blocks: [image({ usageTerms: 'Editorial use until 2024-03-01' })] },
    { metadata: { usageTerms: 'Expires 1 February 2024' } },
    { blocks: [image({ usageTerms: 'Licence expired' })] },
  ],
  passes: [{ blocks: [image({ usageTerms: 'Web and print until 2024-03-03' })] }, { blocks: [image({ usageTerms: 'Not to be used once expired' })] }],
};
