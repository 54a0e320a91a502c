/** Ad slots: where they stand, how many, and what an ad server and a reader need of them. */
import type { Article } from '../article.ts';
import type { BodyJson } from '../body.ts';
import { isField } from '../compare/tree.ts';
import type { CheckContext, Found, RuleId, Rule } from './finding.ts';
import { attributeOf, blocksIn, idOf, textLength, wordCount } from './text.ts';

/** Sizes that ad servers deliver, IAB's fixed ones and the usual others, in CSS pixels. */
const knownSizes = new Set(['300x250', '320x50', '320x100', '300x50', '300x100', '728x90', '970x250', '970x90', '970x66', '300x600', '160x600', '120x600', '336x280', '468x60', '250x250', '200x200', '180x150', '300x1050', '320x480', '480x320', '320x250', '640x360', '640x480', '580x400', '980x120', '980x90', '930x180', '1x1']);
/** A phone's column, on which density is estimated: px, px, characters a line (17 px type), px kept for a slot of unknown height. */
const phone = { column: 360, line: 27, charactersPerLine: 40, gap: 20, unknownSlot: 250, picture: 203 };
const mostDensity = 0.3;

export const adSlotRules: Rule = {
  block: (block) => (block.type === 'adSlot' ? checkSlot(block) : []),
  article: (article, context) => {
    const blocks = (article.body.content ?? []).filter(({ type }) => !isField(type));
    const slots = blocks.flatMap(blocksIn).filter(({ type }) => type === 'adSlot');
    if (slots.length === 0) return [];
    return [...checkPolicy(article, slots), ...checkIds(slots), ...checkPlaces(blocks), ...checkDistances(blocks, context), ...checkNumber(blocks, slots, context), ...checkDensity(blocks, slots)];
  },
};

type Size = readonly [number, number];

/** All sizes of a slot, those by width of the window too. The schema has made sure of their form. */
export function sizesOf(slot: BodyJson): Size[] {
  const isSize = (value: unknown): value is Size => Array.isArray(value) && value.length === 2 && value.every((side) => typeof side === 'number');
  const list = (value: unknown): Size[] => (Array.isArray(value) ? value.filter(isSize) : []);
  const mapping: unknown = slot.attrs?.['mapping'];
  const mapped = Array.isArray(mapping) ? mapping.flatMap((one: unknown) => (typeof one === 'object' && one !== null && 'sizes' in one ? list(one.sizes) : [])) : [];
  return [...list(slot.attrs?.['sizes']), ...mapped];
}

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
  const firstParagraph = blocks.findIndex(({ type }) => type === 'paragraph');
  return blocks.flatMap((block, index): Found[] => {
    if (block.type !== 'adSlot') return [];
    const [before, after] = [blocks[index - 1], blocks[index + 1]];
    const rules: RuleId[] = [];
    if (index < firstParagraph) rules.push('ad-before-first-paragraph');
    if (before?.type === 'subhead') rules.push('ad-after-subhead');
    if ([before, after].some((neighbour) => neighbour && besideNothing.has(neighbour.type))) rules.push('ad-next-to-block');
    if (isList(before) && isList(after)) rules.push('ad-between-lists');
    return rules.map((rule) => ({ rule, blockId: idOf(block) }));
  });
}

function checkDistances(blocks: readonly BodyJson[], { adSpacing }: CheckContext): Found[] {
  let words = Infinity;
  return blocks.flatMap((block): Found[] => {
    if (block.type !== 'adSlot') {
      words += wordCount(block);
      return [];
    }
    const between = words;
    words = 0;
    return between < adSpacing.between ? [{ rule: 'ad-too-close', values: { words: between, wanted: adSpacing.between }, blockId: idOf(block) }] : [];
  });
}

function checkNumber(blocks: readonly BodyJson[], slots: readonly BodyJson[], { adSpacing }: CheckContext): Found[] {
  const words = blocks.reduce((sum, block) => sum + wordCount(block), 0);
  const allowed = Math.max(1, Math.floor(words / adSpacing.perSlot));
  const last = slots.at(-1);
  return last && slots.length > allowed ? [{ rule: 'ad-too-many', values: { count: slots.length - allowed, words, allowed }, blockId: idOf(last) }] : [];
}

function checkDensity(blocks: readonly BodyJson[], slots: readonly BodyJson[]): Found[] {
  const ads = slots.reduce((sum, slot) => sum + heightOf(slot), 0);
  const rest = blocks.filter(({ type }) => type !== 'adSlot').reduce((sum, block) => sum + textHeight(block), 0);
  const density = ads / (ads + rest);
  const last = slots.at(-1);
  return last && density > mostDensity ? [{ rule: 'ad-density', values: { percent: Math.round(density * 100), limit: mostDensity * 100 }, blockId: idOf(last) }] : [];
}

function heightOf(slot: BodyJson): number {
  const reserve = slot.attrs?.['reserve'];
  return phone.gap + (typeof reserve === 'number' ? reserve : (tallestOf(slot, phone.column) ?? phone.unknownSlot));
}

/** Height of the tallest size that fits the width, null where there is none. */
export function tallestOf(slot: BodyJson, width: number): number | null {
  const heights = sizesOf(slot).filter(([wide]) => wide <= width).map(([, high]) => high);
  return heights.length > 0 ? Math.max(...heights) : null;
}

function textHeight(block: BodyJson): number {
  const pictures = blocksIn(block).filter(({ type }) => type === 'image' || type === 'embed').length;
  return pictures * phone.picture + Math.ceil(textLength(block) / phone.charactersPerLine) * phone.line + phone.gap;
}
