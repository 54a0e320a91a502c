import * as v from 'valibot';
import { blockId, orNull, positiveInteger, size, text, textWithDefault } from './definition.ts';

const viewport = v.strictTuple([v.pipe(v.number(), v.integer(), v.minValue(0)), v.pipe(v.number(), v.integer(), v.minValue(0))]);

/** A place for an advertisement; sizes in CSS pixels, `reserve` the height kept free for it. */
export const adSlot = {
  name: 'adSlot',
  spec: { group: 'block', atom: true, isolating: true, selectable: true, draggable: true },
  attrs: {
    blockId,
    slotId: text,
    unit: text,
    sizes: v.optional(v.array(size), []),
    mapping: v.optional(v.array(v.strictObject({ viewport, sizes: v.array(size) })), []),
    label: textWithDefault('Advertisement'),
    targeting: v.optional(v.record(v.string(), v.array(v.string())), {}),
    reserve: orNull(positiveInteger),
  },
} as const;
