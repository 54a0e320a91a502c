import * as v from 'valibot';
import { blockId } from './definition.ts';
import { passage } from './paragraph.ts';

export const subhead = {
  name: 'subhead',
  spec: { content: 'inline*', group: 'block', defining: true },
  attrs: { blockId, ...passage, level: v.optional(v.picklist([2, 3, 4]), 2) },
} as const;
