import { text } from '../blocks/definition.ts';

export const link = { name: 'link', spec: { inclusive: false }, attrs: { href: text } } as const;
