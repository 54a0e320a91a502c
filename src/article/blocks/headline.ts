import { blockId } from './definition.ts';

/** Marks a headline or standfirst may carry; suggestions are allowed everywhere. */
export const fieldMarks = 'italic superscript subscript lang note insertion deletion modification';

export const headline = {
  name: 'headline',
  spec: { content: 'inline*', marks: fieldMarks, defining: true, isolating: true },
  attrs: { blockId },
} as const;
