import { text } from '../blocks/definition.ts';

/** A remark on a passage for colleagues; it never reaches the public. */
export const note = { name: 'note', spec: { inclusive: false }, attrs: { text } } as const;
