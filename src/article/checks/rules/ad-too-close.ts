import { type Declaration, long, para, slot } from './declaration.ts';

export const adTooClose: Declaration = {
  level: 'warning',
  fails: [{ blocks: [long(), long(), slot(), para('Short.'), slot(), long(), long()] }],
  passes: [{ blocks: [long(), long(), slot(), long(), slot(), long(), long()] }],
};
