import { type Declaration, list, long, slot } from './declaration.ts';

export const adBetweenLists: Declaration = {
  level: 'warning',
  fails: [{ blocks: [long(), list('bulletList'), slot(), list('orderedList'), long()] }],
  passes: [{ blocks: [long(), list('bulletList'), slot(), long()] }],
};
