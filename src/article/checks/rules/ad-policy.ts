import { type Declaration, long, slot } from './declaration.ts';

export const adPolicy: Declaration = {
  level: 'error',
  fails: [{ blocks: [long(), slot(), long()], metadata: { adPolicy: 'none' } }],
  passes: [{ blocks: [long(), slot(), long()] }],
};
