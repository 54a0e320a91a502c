import { type Declaration, long, slot } from './declaration.ts';

export const adBeforeFirstParagraph: Declaration = {
  level: 'warning',
  fails: [{ blocks: [slot(), long(), long(), long()] }],
  passes: [{ blocks: [long(), slot(), long(), long()] }],
};
