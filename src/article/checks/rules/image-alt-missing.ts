import { block, type Declaration, image } from './declaration.ts';

export const imageAltMissing: Declaration = {
  level: 'error',
  fails: [
    { blocks: [image({ alt: ' ' })] },
    { blocks: [block('gallery', [image({ alt: '' })])] },
  ],
  passes: [{ blocks: [image({ alt: '', decorative: true })] }],
};
