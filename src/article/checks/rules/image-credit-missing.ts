import { type Declaration, image } from './declaration.ts';

export const imageCreditMissing: Declaration = {
  level: 'warning',
  fails: [{ blocks: [image({ credit: '' })] }],
  passes: [{ blocks: [image({ credit: '', decorative: true })] }],
};
