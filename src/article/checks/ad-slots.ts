/** Ad slots: where they stand, how many, and what an ad server and a reader need of them. */
import type { Article } from '../article.ts';
import type { BodyJson } from '../body.ts';
import { isField } from '../compare/tree.ts';
import { flowOf, layoutOf, mostDensity, sizesOf } from './ad-layout.ts';
import type { CheckContext, Found, RuleId, Rule } from './finding.ts';
import { attributeOf, blocksIn, idOf, wordCount } from './text.ts';

/** Sizes that ad servers deliver, IAB's fixed ones and the usual others, in CSS pixels. */
const knownSizes = new Set(['300x250', '320x50', '320x100', '300x50', '300x100', '728x90', '970x250', '970x90', '970x66', '300x600', '160x600', '120x600', '336x280', '468x60', '250x250', '200x200', '180x150', '300x1050', '320x480', '480x320', '320x250', '640x360', '640x480', '580x400', '980x120', '980x90', '930x180', '1x1']);
export const adSlotRules: Rule = {
  block: (block) => (block.type === 'adSlot' ? checkSlot(block) : []),
  article: (article, context) => {
    const blocks = (article.body.content ?? []).filter(({ type }) => !isField(type));
    const slots = blocks.flatMap(blocksIn).filter(({ type }) => type === 'adSlot');
    if (slots.length === 0) return [];
    return [...checkPolicy(article, slots), ...checkIds(slots), ...checkPlaces(blocks), ...checkDistances(blocks, context), ...checkNumber(blocks, slots, context), ...checkDensity(article, blocks, slots)];
  },
};

function checkSlot(slot: BodyJson): Found[] {
  const blockId = idOf(slot);
  const sizes = sizesOf(slot);
  const unknown = new Set(sizes.map((size) => size.join('x')).filter((size) => !knownSizes.has(size)));
  const found: Found[] = [...unknown].map((size) => ({ rule: 'ad-size-unknown', values: { size: size.replace('x', ' × ') }, blockId, field: 'sizes' }));
  if (sizes.length === 0) found.push({ rule: 'ad-size-unknown', message: 'ad-size-unknown-none', blockId, field: 'sizes' });
  if (typeof slot.attrs?.['reserve'] !== 'number') found.push({ rule: 'ad-reserve-missing', blockId, field: 'reserve', fix: sizes.length > 0 });
  if (attributeOf(slot, 'label').trim() === '') found.push({ rule: 'ad-label-missing', blockId, field: 'label', fix: true });
  return found;
}

function checkPolicy({ metadata }: Article, slots: readonly BodyJson[]): Found[] {
  return metadata.adPolicy === 'none' ? slots.map((slot) => ({ rule: 'ad-policy', blockId: idOf(slot), fix: true })) : [];
}

function checkIds(slots: readonly BodyJson[]): Found[] {
  const seen = new Set<string>();
  return slots.flatMap((slot): Found[] => {
    const slotId = attributeOf(slot, 'slotId').trim();
    if (slotId === '' || !seen.has(slotId)) {
      seen.add(slotId);
      return [];
    }
    return [{ rule: 'ad-id-duplicate', values: { slotId }, blockId: idOf(slot), field: 'slotId', fix: true }];
  });
}

const besideNothing = new Set(['image', 'gallery', 'quote', 'pullQuote', 'embed']);
const isList = (block: BodyJson | undefined): boolean => block?.type === 'bulletList' || block?.type === 'orderedList';

function checkPlaces(blocks: readonly BodyJson[]): Found[] {
  const flow = flowOf(blocks);
  const firstParagraph = flow.findIndex(({ type }) => type === 'paragraph');
  const early = new Set(flow.slice(0, Math.max(0, firstParagraph)));
  return [blocks, ...blocks.filter(({ type }) => type === 'factBox').map(({ content }) => content ?? [])].flatMap((siblings) =>
    siblings.flatMap((block, index): Found[] => {
      if (block.type !== 'adSlot') return [];
      const rules: RuleId[] = [...(early.has(block) ? ['ad-before-first-paragraph' as const] : []), ...neighbourFaults(siblings[index - 1], siblings[index + 1])];
      return rules.map((rule) => ({ rule, blockId: idOf(block) }));
    }));
}

/** What forbids an ad between two blocks of one box or of the body. */
export function neighbourFaults(before: BodyJson | undefined, after: BodyJson | undefined): RuleId[] {
  const faults: RuleId[] = [];
  if (before?.type === 'subhead') faults.push('ad-after-subhead');
  if ([before, after].some((neighbour) => neighbour && besideNothing.has(neighbour.type))) faults.push('ad-next-to-block');
  if (isList(before) && isList(after)) faults.push('ad-between-lists');
  return faults;
}

function checkDistances(blocks: readonly BodyJson[], { adSpacing }: CheckContext): Found[] {
  let words = Infinity;
  return flowOf(blocks).flatMap((block): Found[] => {
    if (block.type !== 'adSlot') {
      words += wordCount(block);
      return [];
    }
    const between = words;
    words = 0;
    return between < adSpacing.between ? [{ rule: 'ad-too-close', values: { words: between, wanted: adSpacing.between }, blockId: idOf(block) }] : [];
  });
}

/** Most ad slots for a text of this length: one always, more by its words. */
export const mostSlots = (words: number, perSlot: number): number => Math.max(1, Math.floor(words / perSlot));

function checkNumber(blocks: readonly BodyJson[], slots: readonly BodyJson[], { adSpacing }: CheckContext): Found[] {
  const words = blocks.reduce((sum, block) => sum + wordCount(block), 0);
  const allowed = mostSlots(words, adSpacing.perSlot);
  const last = slots.at(-1);
  return last && slots.length > allowed ? [{ rule: 'ad-too-many', values: { count: slots.length - allowed, words, allowed }, blockId: idOf(last) }] : [];
}

function checkDensity({ images }: Article, blocks: readonly BodyJson[], slots: readonly BodyJson[]): Found[] {
  const { density } = layoutOf(blocks, images);
  const last = slots.at(-1);
  return last && density > mostDensity ? [{ rule: 'ad-density', values: { percent: Math.round(density * 100), limit: mostDensity * 100 }, blockId: idOf(last) }] : [];
}
