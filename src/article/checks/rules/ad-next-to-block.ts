import { type Declaration, image, long, slot } from './declaration.ts';

export const adNextToBlock: Declaration = {
  level: 'warning',
  fails: [{ blocks: [long(), slot(), image(), long()] }],
  passes: [{ blocks: [long(), slot(), long(), image()] }],
};
