import { blockId } from './definition.ts';
import { fieldMarks } from './headline.ts';

export const standfirst = {
  name: 'standfirst',
  spec: { content: 'inline*', marks: fieldMarks, defining: true, isolating: true },
  attrs: { blockId },
} as const;
