/**
 * Where blocks fall on a page, estimated: heights of text by its characters, of pictures by their files, of ad slots by what
 * is kept free for them. Density as the Coalition for Better Ads counts it: heights of ads over the height of the main content.
 */
import type { Article } from '../article.ts';
import type { BodyJson } from '../body.ts';
import { attributeOf, blocksIn, idOf, textLength } from './text.ts';

/** Widths of the window and of the text column, and the height of a line, in CSS pixels. */
export interface Page {
  readonly window: number;
  readonly column: number;
  readonly line: number;
  readonly charactersPerLine: number;
}
export const pages = {
  phone: { window: 360, column: 360, line: 27, charactersPerLine: 40 },
  tablet: { window: 768, column: 680, line: 29, charactersPerLine: 72 },
  desktop: { window: 1280, column: 720, line: 29, charactersPerLine: 76 },
} as const satisfies Readonly<Record<string, Page>>;
export type PageName = keyof typeof pages;
export const pageNames = ['phone', 'tablet', 'desktop'] as const satisfies readonly PageName[];

/** Largest share of a page that ads may take. */
export const mostDensity = 0.3;
/** Pixels under each block, and for a slot of which neither height nor size is known. */
const gap = 20;
const unknownSlot = 250;

export interface LaidOut {
  readonly blockId: string;
  readonly kind: 'ad' | 'picture' | 'subhead' | 'text';
  /** An ad slot that the site takes away where no ad comes. */
  readonly collapses: boolean;
  /** Pixels, the space below it included. */
  readonly height: number;
}
export interface Layout {
  readonly blocks: readonly LaidOut[];
  readonly height: number;
  readonly adHeight: number;
  /** 0 to 1; 0 for an empty page. What counts: every slot filled. */
  readonly density: number;
  /** The same without the slots that may be taken away. */
  readonly leastDensity: number;
}

/** Blocks in the order they are read, those of fact boxes in place of their box: the only one that may hold ad slots. */
export function flowOf(blocks: readonly BodyJson[]): BodyJson[] {
  return blocks.flatMap((block) => (block.type === 'factBox' ? flowOf(block.content ?? []) : [block]));
}

const noSlots: ReadonlySet<string> = new Set();

/**
 * @param blocks the body without its three fields
 * @param collapsing ids of the slots that the site takes away where no ad comes
 */
export function layoutOf(blocks: readonly BodyJson[], images: Article['images'], page: Page = pages.phone, collapsing: ReadonlySet<string> = noSlots): Layout {
  const laid = flowOf(blocks).map((block): LaidOut => ({ blockId: idOf(block), kind: kindOf(block), collapses: block.type === 'adSlot' && collapsing.has(attributeOf(block, 'slotId')), height: block.type === 'adSlot' ? slotHeight(block, page) : contentHeight(block, images, page) }));
  const sum = (list: readonly LaidOut[]): number => list.reduce((total, { height }) => total + height, 0);
  const [height, adHeight, mayGo] = [sum(laid), sum(laid.filter(({ kind }) => kind === 'ad')), sum(laid.filter(({ collapses }) => collapses))];
  return { blocks: laid, height, adHeight, density: share(adHeight, height), leastDensity: share(adHeight - mayGo, height - mayGo) };
}

const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);

function kindOf({ type }: BodyJson): LaidOut['kind'] {
  if (type === 'adSlot') return 'ad';
  if (type === 'subhead') return 'subhead';
  return type === 'image' || type === 'gallery' || type === 'embed' ? 'picture' : 'text';
}

function slotHeight(slot: BodyJson, page: Page): number {
  const reserve = slot.attrs?.['reserve'];
  return gap + (typeof reserve === 'number' ? reserve : (tallestOf(slot, page) ?? unknownSlot));
}

/** Height of the tallest size asked for on this page and fitting its column, null where there is none. */
function tallestOf(slot: BodyJson, page: Page): number | null {
  const mapped = mappingsOf(slot).filter(({ viewport }) => viewport[0] <= page.window).toSorted((a, b) => b.viewport[0] - a.viewport[0])[0];
  const heights = (mapped?.sizes ?? listOfSizes(slot.attrs?.['sizes'])).filter(([wide]) => wide <= page.column).map(([, high]) => high);
  return heights.length > 0 ? Math.max(...heights) : null;
}

function contentHeight(block: BodyJson, images: Article['images'], { column, line, charactersPerLine }: Page): number {
  const pictures = blocksIn(block).filter(({ type }) => type === 'image' || type === 'embed');
  return pictures.reduce((sum, picture) => sum + Math.ceil(column * shapeOf(picture, images)), 0) + Math.ceil(textLength(block) / charactersPerLine) * line + gap;
}

/** Height over width, 9:16 where nothing is known. */
function shapeOf(picture: BodyJson, images: Article['images']): number {
  const stored = images[attributeOf(picture, 'imageId')];
  return stored && stored.width > 0 ? stored.height / stored.width : 9 / 16;
}

type Size = readonly [number, number];
const isSize = (value: unknown): value is Size => Array.isArray(value) && value.length === 2 && value.every((side) => typeof side === 'number');
const listOfSizes = (value: unknown): Size[] => (Array.isArray(value) ? value.filter(isSize) : []);

interface Mapped {
  readonly viewport: Size;
  readonly sizes: readonly Size[];
}

function mappingsOf(slot: BodyJson): Mapped[] {
  const mapping: unknown = slot.attrs?.['mapping'];
  return Array.isArray(mapping) ? mapping.flatMap((one: unknown) => (typeof one === 'object' && one !== null && 'sizes' in one && 'viewport' in one && isSize(one.viewport) ? [{ viewport: one.viewport, sizes: listOfSizes(one.sizes) }] : [])) : [];
}

/** All sizes of a slot, those by width of the window too. The schema has made sure of their form. */
export const sizesOf = (slot: BodyJson): Size[] => [...listOfSizes(slot.attrs?.['sizes']), ...mappingsOf(slot).flatMap(({ sizes }) => sizes)];
