/**
 * "Place ads for me": where the ad slots of an article may stand so that every placement rule holds, spread over the text as
 * evenly as the rules allow. The rules decide, by the functions that check them; this only looks for places.
 */
import { v7 } from 'uuid';
import { say } from '../../language/index.ts';
import type { Article } from '../article.ts';
import type { BodyJson } from '../body.ts';
import { isField } from '../compare/tree.ts';
import { replaceBlock } from '../edit-block.ts';
import { type SlotDefinition, slotBlock } from '../newsroom/ad-slots.ts';
import { plain } from '../plain.ts';
import { layoutOf, mostDensity, pages } from './ad-layout.ts';
import { mostSlots, neighbourFaults } from './ad-slots.ts';
import { contextOf } from './context.ts';
import type { CheckOptions } from './finding.ts';
import { attributeOf, blocksIn, idOf, wordCount } from './text.ts';

export interface PlannedSlot {
  readonly slot: BodyJson;
  /** The top-level block it follows. */
  readonly after: string;
  /** 'kept': it stands there already. */
  readonly change: 'kept' | 'moved' | 'new';
  /** Why there, in one sentence. */
  readonly why: string;
}

export interface AdPlan {
  readonly slots: readonly PlannedSlot[];
  /** Slots of the article for which there is no place. */
  readonly removed: readonly BodyJson[];
  /** Why there are not more, in one sentence. */
  readonly limit: string;
  /** The article with the slots in their places; the same object where nothing changes. */
  readonly article: Article;
}

export interface PlanOptions extends CheckOptions {
  /** The newsroom's slots, in the order in which they are used. */
  readonly definitions?: readonly SlotDefinition[];
  /** Most slots wanted; as many as the rules allow where it is missing. */
  readonly wanted?: number;
  readonly newId?: () => string;
}

/** A place between two blocks, by the number of blocks before it. */
interface Place {
  readonly index: number;
  /** Words of the text above it. */
  readonly words: number;
  /** True between two paragraphs, or above a subhead. */
  readonly isCalm: boolean;
}

/** What a newsroom without slots of its own begins with: the size that fits every page. */
const plainSlot: Omit<SlotDefinition, 'slotId'> = { unit: '', sizes: [[300, 250]], mapping: [], label: 'Advertisement', targeting: {}, reserve: 250, collapse: false };

export function planAds(article: Article, options: PlanOptions = {}): AdPlan {
  const { adSpacing, language } = contextOf(options, article.metadata.language);
  const body = (plain(article).body.content ?? []).filter(({ type }) => !isField(type));
  const there = body.flatMap(blocksIn).filter(({ type }) => type === 'adSlot');
  const blocks = body.filter(({ type }) => type !== 'adSlot').map(withoutSlots);
  const words = blocks.reduce((sum, block) => sum + wordCount(block), 0);
  const allowed = article.metadata.adPolicy === 'none' || words === 0 ? 0 : mostSlots(words, adSpacing.perSlot);
  const available = [...there, ...newSlots(there, allowed, options)];
  const most = Math.min(allowed, available.length, options.wanted ?? Infinity);
  const places = legalPlaces(blocks);
  const fits = (chosen: readonly Place[]): boolean => layoutOf(withSlots(blocks, chosen, available), article.images, pages.phone).density <= mostDensity;
  let chosen: readonly Place[] = [];
  let isDense = false;
  for (let count = most; count > 0 && chosen.length === 0; count -= 1) {
    const spread = spreadOver(places, { count, words, between: adSpacing.between });
    if (spread && fits(spread)) chosen = spread;
    else if (spread) isDense = true;
  }
  const slots = chosen.map((place, index) => planned(place, { slot: available[index], previous: chosen[index - 1], body, blocks, there, language })).filter((one) => one !== null);
  const removed = there.filter((slot) => !slots.some((one) => one.slot === slot));
  const limit = say(`ads.limit-${limitOf({ article, chosen, most, allowed, isDense, wanted: options.wanted })}`, { count: chosen.length, words, perSlot: adSpacing.perSlot, between: adSpacing.between }, language);
  return { slots, removed, limit, article: arranged(article, slots, there, options.newId ?? v7) };
}

/** The newsroom's slots that the article has not; without any, plain ones up to the number allowed. */
function newSlots(there: readonly BodyJson[], allowed: number, { definitions = [], newId = v7 }: PlanOptions): BodyJson[] {
  const taken = new Set(there.map((slot) => attributeOf(slot, 'slotId')));
  const names = Array.from({ length: allowed + taken.size }, (_, index) => `ad-${index + 1}`);
  const offered = definitions.length > 0 ? definitions : names.map((slotId) => ({ ...plainSlot, slotId }));
  return offered.filter(({ slotId }) => !taken.has(slotId)).slice(0, allowed).map((definition) => slotBlock(definition, newId()));
}

/** A box without the ad slots in it. */
function withoutSlots(block: BodyJson): BodyJson {
  return block.type === 'factBox' && block.content ? { ...block, content: block.content.filter(({ type }) => type !== 'adSlot') } : block;
}

/** Places inside the text that no rule forbids: below the first paragraph, above the last block. */
function legalPlaces(blocks: readonly BodyJson[]): Place[] {
  const first = blocks.findIndex(({ type }) => type === 'paragraph');
  let words = 0;
  return blocks.flatMap((block, index): Place[] => {
    const before = blocks[index - 1];
    const place = { index, words, isCalm: before?.type === 'paragraph' && (block.type === 'paragraph' || block.type === 'subhead') };
    words += wordCount(block);
    return first >= 0 && index > first && neighbourFaults(before, block).length === 0 ? [place] : [];
  });
}

/** What a place beside a box, a table or a list costs, as if it stood this many words off. */
const uncalm = 60;

interface Spread {
  readonly count: number;
  readonly words: number;
  readonly between: number;
}

/** The places nearest to an even spread that keep the distance; null where there are not so many. */
function spreadOver(places: readonly Place[], { count, words, between }: Spread): Place[] | null {
  type Way = { readonly cost: number; readonly last: number; readonly before: Way | null };
  // ways[at]: the best way that ends at this place with as many slots as rounds have passed.
  let ways: (Way | null)[] = [];
  for (let round = 1; round <= count; round += 1) {
    const wanted = (round * words) / (count + 1);
    let best: Way | null = null;
    let next = 0;
    const before = ways;
    ways = places.map((place, at): Way | null => {
      for (; round > 1 && next < at && place.words - (places[next]?.words ?? 0) >= between; next += 1) {
        const way = before[next];
        if (way && (!best || way.cost < best.cost)) best = way;
      }
      if (round > 1 && !best) return null;
      return { cost: (best?.cost ?? 0) + (place.words - wanted) ** 2 + (place.isCalm ? 0 : uncalm ** 2), last: at, before: best };
    });
  }
  const end = ways.filter((way) => way !== null).toSorted((a, b) => a.cost - b.cost)[0];
  const found: Place[] = [];
  for (let way: Way | null = end ?? null; way; way = way.before) {
    const place = places[way.last];
    if (place) found.unshift(place);
  }
  return end ? found : null;
}

function withSlots(blocks: readonly BodyJson[], chosen: readonly Place[], slots: readonly BodyJson[]): BodyJson[] {
  return blocks.flatMap((block, index) => {
    const at = chosen.findIndex((place) => place.index === index);
    const slot = at < 0 ? undefined : slots[at];
    return slot ? [slot, block] : [block];
  });
}

interface Placing {
  readonly slot: BodyJson | undefined;
  readonly previous: Place | undefined;
  readonly body: readonly BodyJson[];
  readonly blocks: readonly BodyJson[];
  readonly there: readonly BodyJson[];
  readonly language: string;
}

function planned(place: Place, { slot, previous, body, blocks, there, language }: Placing): PlannedSlot | null {
  const [before, after] = [blocks[place.index - 1], blocks[place.index]];
  if (!slot || !before || !after) return null;
  const place0 = body.indexOf(slot);
  const stays = place0 > 0 && idOf(body[place0 - 1] ?? slot) === idOf(before);
  const beside = after.type === 'subhead' ? 'subhead' : place.isCalm ? 'paragraphs' : 'other';
  const why = say('ads.why', { words: place.words, since: previous ? place.words - previous.words : -1, beside }, language);
  return { slot, after: idOf(before), change: stays ? 'kept' : there.includes(slot) ? 'moved' : 'new', why };
}

interface Limits {
  readonly article: Article;
  readonly chosen: readonly Place[];
  readonly most: number;
  readonly allowed: number;
  readonly isDense: boolean;
  readonly wanted: number | undefined;
}

function limitOf({ article, chosen, most, allowed, isDense, wanted }: Limits): 'policy' | 'empty' | 'words' | 'wanted' | 'slots' | 'density' | 'places' {
  if (article.metadata.adPolicy === 'none') return 'policy';
  if (allowed === 0) return 'empty';
  if (chosen.length < most) return isDense ? 'density' : 'places';
  if (most === allowed) return 'words';
  return most === wanted ? 'wanted' : 'slots';
}

/** The article with its slots in the planned places. */
function arranged(article: Article, slots: readonly PlannedSlot[], there: readonly BodyJson[], newId: () => string): Article {
  if (slots.every(({ change }) => change === 'kept') && slots.length === there.length) return article;
  const ids = new Set(there.map(idOf));
  const own = new Map((article.body.content ?? []).flatMap(blocksIn).filter((block) => ids.has(idOf(block))).map((block) => [idOf(block), block]));
  const emptied = [...own.values()].reduce((body, slot) => replaceBlock(body, slot, []), article.body);
  const filler = (): BodyJson => ({ type: 'paragraph', attrs: { blockId: newId(), lang: null, dir: null } });
  const content = (emptied.content ?? []).flatMap((block) => [
    // Box and body keep an empty paragraph where they held nothing but ad slots.
    block.type === 'factBox' && (block.content ?? []).length === 0 ? { ...block, content: [filler()] } : block,
    ...slots.filter(({ after }) => after === idOf(block)).map(({ slot }) => own.get(idOf(slot)) ?? slot),
  ]);
  return { ...article, body: { ...emptied, content: content.every(({ type }) => isField(type)) ? [...content, filler()] : content } };
}
