import { blockId, text } from './definition.ts';

export const pullQuote = {
  name: 'pullQuote',
  spec: { content: 'inline*', group: 'block', defining: true },
  attrs: { blockId, attribution: text },
} as const;
