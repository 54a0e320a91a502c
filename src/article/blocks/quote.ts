import { blockId, text } from './definition.ts';

export const quote = {
  name: 'quote',
  spec: { content: 'paragraph+', group: 'block', defining: true },
  attrs: { blockId, attribution: text },
} as const;
