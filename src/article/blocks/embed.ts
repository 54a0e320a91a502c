import { blockId, text } from './definition.ts';

/** Something that lives elsewhere; the editor shows a card and loads nothing. */
export const embed = {
  name: 'embed',
  spec: { group: 'block', atom: true, isolating: true, selectable: true, draggable: true },
  attrs: { blockId, url: text, provider: text, title: text, fallback: text },
} as const;
