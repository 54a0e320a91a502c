import { signed, type SignedLine } from './copy-body.ts';
import { importCapturedPage } from './captured-page.ts';
import { type CopyLine, copyLines } from './copy-lines.ts';
import { isSlugline } from './copy-signs.ts';
import { findDateline } from './dateline.ts';
import { hasClock, isDated } from './furniture-line.ts';
import { isInterfaceLine } from './interface-line.ts';
import { importLabelledCopy, labelledHead } from './labelled-copy.ts';
import { importPlainText } from './plain-text.ts';
import type { ImportContext, Imported } from './report.ts';
import { withBylines } from './unlabelled-byline.ts';
import { importWireCopy } from './wire-copy.ts';

/** The layouts plain text reaches a newsroom in; `plain-text` is every other. */
export const copyLayouts = ['captured-page', 'wire-copy', 'labelled-copy', 'plain-text'] as const;
export type CopyLayout = (typeof copyLayouts)[number];

/** Only the head and the foot of a long text are looked at. */
const lookedAt = 200;

function headAndFoot(lines: readonly CopyLine[]): readonly CopyLine[] {
  return lines.length <= lookedAt * 2 ? lines : [...lines.slice(0, lookedAt), ...lines.slice(-lookedAt)];
}

/** Which layout a text is in. One sign alone (a date, the word "Advertisement", "ENDS") never decides. */
export function detectCopyLayout(text: string): CopyLayout {
  const lines = headAndFoot(copyLines(text));
  if (isLabelled(lines)) return 'labelled-copy';
  const withSigns = signed(lines);
  if (isWire(withSigns)) return 'wire-copy';
  return isCapturedPage(withSigns) ? 'captured-page' : 'plain-text';
}

function isLabelled(lines: readonly CopyLine[]): boolean {
  const { above, fields } = labelledHead(lines);
  const known = fields.filter(({ label }) => label !== null);
  const telling = known.filter((field) => field.telling).length;
  if (above.length > 0 && telling < 2) return false;
  return telling > 1 || (known.length > 1 && telling === 1 && known.length * 2 > fields.length);
}

/** A dateline with something else agencies write, or a slugline with it. */
function isWire(lines: readonly SignedLine[]): boolean {
  const opening = lines.slice(0, 12);
  const slugline = count(opening.slice(0, 2).some(({ text }) => isSlugline(text)));
  if (pageSigns(lines) >= 2 && slugline === 0) return false;
  const datelines = opening.flatMap(({ text }) => findDateline(text) ?? []).filter(({ rest }) => rest !== '');
  if (datelines.some(({ source }) => source !== '')) return lines.length > 1;
  const byline = count(opening.some(hasByline));
  const credits = count(lines.some(({ sign }) => sign.kind === 'closing-credits'));
  const end = count(lines.slice(-4).some(({ sign }) => sign.kind === 'end'));
  if (datelines.length > 0) return slugline + byline + credits + end > 0;
  if (slugline === 1) return credits + end + byline > 0;
  return credits + end === 2 || (credits + byline === 2 && pageSigns(lines) === 0);
}

const count = (found: boolean): number => (found ? 1 : 0);
const hasByline = ({ sign }: SignedLine): boolean => sign.kind === 'furniture' && sign.bylines.length > 0;

/** Published and updated: two signs where a page says both. */
function timeFields(lines: readonly SignedLine[]): number {
  const fields = lines.flatMap(({ sign }) => (sign.kind === 'furniture' ? sign.times.filter(({ phrase }) => hasClock(phrase)).map(({ field }) => field) : []));
  return new Set(fields.filter((field) => field !== null)).size;
}

/** Kinds of page furniture that agency copy does not have. */
function pageSigns(lines: readonly SignedLine[]): number {
  const kinds = new Set<string>();
  if (new Set(lines.map(({ text }) => text.toLowerCase()).filter(isInterfaceLine)).size > 1) kinds.add('interface');
  for (const { sign } of lines) {
    if (sign.kind === 'ad') kinds.add('ad');
    if (sign.kind === 'image' || sign.kind === 'closing-image') kinds.add('image');
    if (sign.kind === 'furniture' && sign.times.some(({ field, phrase }) => field !== null && isDated(phrase))) kinds.add('time');
  }
  return kinds.size;
}

function isCapturedPage(lines: readonly SignedLine[]): boolean {
  const byline = count(withBylines(lines.slice(0, 20)).some(hasByline));
  return lines.length > 2 && pageSigns(lines) + byline + Math.max(0, timeFields(lines) - 1) >= 2;
}

/** True for text that is a whole article with its fields: pasting it may offer to fill them. */
export function looksLikeFinishedCopy(text: string): boolean {
  return detectCopyLayout(text) !== 'plain-text';
}

const importers: { readonly [layout in CopyLayout]: (text: string, context: ImportContext) => Imported } = {
  'captured-page': importCapturedPage,
  'wire-copy': importWireCopy,
  'labelled-copy': importLabelledCopy,
  'plain-text': importPlainText,
};

/**
 * An article from copy, by the layout it is found to be in.
 * @param layout asked for by name instead
 */
export function importCopy(text: string, context: ImportContext, layout: CopyLayout = detectCopyLayout(text)): Imported {
  return importers[layout](text, context);
}
