import { type Declaration, image } from './declaration.ts';

export const usageMismatch: Declaration = {
  level: 'warning',
  fails: [
    { blocks: [image({ usageTerms: 'Print only, UK' })] },
    { blocks: [image({ usageTerms: 'Editorial use. Not for social media' })] },
    { blocks: [image({ usageTerms: 'Web only' })], options: { rights: { uses: ['web', 'print'], table: [] } } },
    { blocks: [image({ usageTerms: 'Nur Druck' })], options: { rights: { uses: ['web'], table: [{ words: 'nur Druck', forbids: ['web', 'social'], level: 'warning' }] } } },
  ],
  passes: [
    { blocks: [image({ usageTerms: 'Web and print' })] },
    { blocks: [image({ usageTerms: 'Web and print only' })] },
    { blocks: [image({ usageTerms: 'Print & online only' })], options: { rights: { uses: ['web', 'print'], table: [] } } },
    { blocks: [image({ usageTerms: 'Web only' })] },
    { blocks: [image({ usageTerms: 'Not for social media' })], options: { rights: { uses: ['web', 'print'], table: [] } } },
    { blocks: [image({ usageTerms: 'Print only' })], options: { rights: { uses: ['web'], table: [{ words: 'print only', forbids: [], level: 'warning' }] } } },
  ],
};
