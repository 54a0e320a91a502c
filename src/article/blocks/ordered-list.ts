import * as v from 'valibot';
import { blockId } from './definition.ts';

export const orderedList = {
  name: 'orderedList',
  spec: { content: 'listItem+', group: 'block' },
  attrs: { blockId, start: v.optional(v.pipe(v.number(), v.integer()), 1) },
} as const;
