import { blockId, text } from './definition.ts';

/** `block` without another fact box inside: the group `boxed` holds every block but this one. */
export const factBox = {
  name: 'factBox',
  spec: { content: 'boxed+', group: 'block', defining: true, isolating: true },
  attrs: { blockId, title: text },
} as const;
