import { block, type Declaration, long, slot } from './declaration.ts';

export const adAfterSubhead: Declaration = {
  level: 'warning',
  fails: [{ blocks: [long(), block('subhead', 'Next'), slot(), long()] }],
  passes: [{ blocks: [long(), slot(), block('subhead', 'Next'), long()] }],
};
