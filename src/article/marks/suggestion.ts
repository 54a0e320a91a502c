import { text } from '../blocks/definition.ts';

const attrs = { id: text, author: text, at: text };

/** Reserved for suggested changes; allowed on blocks as well as on text. */
export const insertion = { name: 'insertion', spec: { inclusive: false }, attrs } as const;
export const deletion = { name: 'deletion', spec: { inclusive: false }, attrs } as const;
export const modification = { name: 'modification', spec: { inclusive: false }, attrs } as const;
