import { blockId } from './definition.ts';

export const listItem = {
  name: 'listItem',
  spec: { content: 'paragraph (paragraph | bulletList | orderedList)*', defining: true },
  attrs: { blockId },
} as const;
