/** The ad slots a newsroom has: defined once, picked from in every article. */
import * as v from 'valibot';
import { adSlot } from '../blocks/ad-slot.ts';
import type { BodyJson } from '../body.ts';

const { blockId: _blockId, slotId: _slotId, ...ofBlock } = adSlot.attrs;
const slotId = v.pipe(v.string(), v.trim(), v.minLength(1, 'an ad slot needs an id'), v.maxLength(100));

/** `collapse`: the site takes the slot away where no ad comes; its reserved height is then the most it takes, not a promise. */
export const slotDefinition = v.object({ slotId, ...ofBlock, collapse: v.optional(v.boolean(), false) });
export type SlotDefinition = v.InferOutput<typeof slotDefinition>;

export const slotDefinitions = v.pipe(
  v.array(slotDefinition),
  v.check((slots) => new Set(slots.map((slot) => slot.slotId)).size === slots.length, 'two ad slots have the same id'),
);

/** Attributes of a block that takes this slot. A slot for which no height is said keeps that of its tallest size free. */
export function slotAttributes({ collapse: _collapse, ...attrs }: SlotDefinition): Omit<SlotDefinition, 'collapse'> {
  const heights = attrs.sizes.map(([, height]) => height);
  return { ...attrs, reserve: attrs.reserve ?? (heights.length > 0 ? Math.max(...heights) : null) };
}

/** Ids of the slots that the site takes away where no ad comes. */
export const collapsingSlots = (slots: readonly SlotDefinition[]): ReadonlySet<string> => new Set(slots.filter(({ collapse }) => collapse).map(({ slotId: id }) => id));

/** The ad slot block of a definition, in canonical order of its attributes. */
export function slotBlock(definition: SlotDefinition, blockId: string): BodyJson {
  const { slotId: id, unit, sizes, mapping, label, targeting, reserve } = slotAttributes(definition);
  return { type: 'adSlot', attrs: { blockId, slotId: id, unit, sizes, mapping, label, targeting, reserve } };
}

/** Fixed sizes in use everywhere (IAB New Ad Portfolio), widest first, CSS pixels. */
export const usualSizes: readonly (readonly [number, number])[] = [[970, 250], [970, 90], [728, 90], [300, 600], [160, 600], [300, 250], [320, 100], [320, 50]];
