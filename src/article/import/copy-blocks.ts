import { v7 } from 'uuid';
import type { BodyJson } from '../body.ts';
import { originOf } from './html/image.ts';
import type { CreditLine } from './credit-line.ts';
import { attributionText, bulletText, isUpperCaseLine, looksLikeSubhead, numbered } from './copy-signs.ts';

/** A piece of the body in the order of the copy. */
export type BodyItem =
  | { readonly kind: 'text'; readonly text: string; readonly blankBefore: boolean }
  /** A line that must stay as a paragraph whatever it looks like. */
  | { readonly kind: 'plain'; readonly text: string }
  | { readonly kind: 'block'; readonly block: BodyJson };

export const newBlock = (type: string, attrs: Readonly<Record<string, unknown>>, content: readonly BodyJson[] = []): BodyJson => ({
  type,
  attrs: { blockId: v7(), ...attrs },
  ...(content.length > 0 ? { content } : {}),
});

/** Text as inline content; line feeds become hard breaks. */
export function inlineText(text: string): BodyJson[] {
  return text.split('\n').flatMap((line, index) => [...(index > 0 ? [{ type: 'hardBreak' }] : []), ...(line === '' ? [] : [{ type: 'text', text: line }])]);
}

export const paragraphOf = (text: string): BodyJson => newBlock('paragraph', {}, inlineText(text));
export const adSlotOf = (slotId: string): BodyJson => newBlock('adSlot', { slotId });

/** An image the copy speaks of; no file has come with it. */
export function imageOf({ credit, source, caption, file }: CreditLine, creditAsWritten: string, lead: boolean): BodyJson {
  const role = lead ? 'lead' : 'inline';
  const written = credit === '' && source === '' ? '' : creditAsWritten;
  return newBlock('image', { imageId: null, origin: originOf(file, ''), credit, creditAsWritten: written, source, role }, inlineText(caption));
}

/** A caption under an image without one is that image's; null where it is not. */
export function withCaption(item: BodyItem | undefined, caption: string): BodyItem | null {
  if (item?.kind !== 'block' || item.block.type !== 'image' || item.block.content) return null;
  return { kind: 'block', block: { ...item.block, content: inlineText(caption) } };
}

/** A "Credit:" line under an image without one is that image's; null where it is not. */
export function withCredit(item: BodyItem | undefined, { credit, source }: CreditLine, creditAsWritten: string): BodyItem | null {
  if (item?.kind !== 'block' || item.block.type !== 'image' || (item.block.attrs?.['credit'] ?? '') !== '' || !/credit/iu.test(creditAsWritten.slice(0, 16))) return null;
  return { kind: 'block', block: { ...item.block, attrs: { ...item.block.attrs, credit, creditAsWritten, ...(source === '' ? {} : { source }) } } };
}

export function listOf(items: readonly string[], start: number | null): BodyJson {
  const content = items.map((item) => newBlock('listItem', {}, [paragraphOf(item)]));
  return start === null ? newBlock('bulletList', {}, content) : newBlock('orderedList', { start }, content);
}

interface Taken {
  readonly block: BodyJson;
  readonly count: number;
}

function textAt(items: readonly BodyItem[], index: number): string | null {
  const item = items[index];
  return item?.kind === 'text' ? item.text : null;
}

/** A list that begins here. One dash alone may open a dialogue and is no list; one star or dot is. */
function listAt(items: readonly BodyItem[], index: number): Taken | null {
  const bullets: string[] = [];
  for (let at = index; ; at += 1) {
    const text = bulletText(textAt(items, at) ?? '');
    if (text === null) break;
    bullets.push(text);
  }
  const first = textAt(items, index) ?? '';
  if (bullets.length > 1 || (bullets.length === 1 && !/^[-\u2013]/u.test(first))) return { block: listOf(bullets, null), count: bullets.length };
  const opening = numbered(first);
  if (!opening) return null;
  const rows = [opening.text];
  for (let at = index + 1; ; at += 1) {
    const row = numbered(textAt(items, at) ?? '');
    if (row?.number !== opening.number + rows.length) break;
    rows.push(row.text);
  }
  return rows.length > 1 ? { block: listOf(rows, opening.number), count: rows.length } : null;
}

/** A quotation with the line under it that says who said it. */
function quoteAt(items: readonly BodyItem[], index: number): Taken | null {
  const text = textAt(items, index);
  const attribution = attributionText(textAt(items, index + 1) ?? '');
  if (text === null || attribution === null || !/^["\u201c\u2018\u00ab'\u201e]/u.test(text)) return null;
  return { block: newBlock('quote', { attribution }, [paragraphOf(text)]), count: 2 };
}

/** "* * *", "___": a line that parts the text. */
const divides = /^(?:([*_~=\u2014\u2013-])\s*)(?:\1\s*){2,}$/u;

/** A short line is a subhead only between paragraphs: text before it, and a paragraph or a list after it. */
function isSubheadAt(items: readonly BodyItem[], index: number, blocks: readonly BodyJson[], blankLines: boolean): boolean {
  const item = items[index];
  if (item?.kind !== 'text' || !looksLikeSubhead(item.text)) return false;
  if (blankLines && !item.blankBefore) return false;
  const before = blocks.some(({ type }) => type === 'paragraph' || type === 'bulletList' || type === 'orderedList' || type === 'quote');
  if (!before || blocks.at(-1)?.type === 'subhead') return false;
  let next = index + 1;
  while (items[next]?.kind === 'block') next += 1;
  const after = textAt(items, next);
  if (after === null || after.startsWith('(')) return false;
  return isUpperCaseLine(item.text) || !looksLikeSubhead(after);
}

/** The blocks of copy that has no markup: paragraphs, subheads, lists, quotations with their speaker. */
export function blocksOf(items: readonly BodyItem[]): BodyJson[] {
  const blocks: BodyJson[] = [];
  // Copy without blank lines between its paragraphs cannot show a subhead by one.
  const blankLines = items.filter((item, index) => index > 0 && item.kind === 'text' && item.blankBefore).length > 0;
  for (let index = 0; index < items.length; ) {
    const item = items[index];
    if (!item) break;
    const taken = item.kind === 'text' ? (listAt(items, index) ?? quoteAt(items, index)) : null;
    if (taken) {
      blocks.push(taken.block);
      index += taken.count;
      continue;
    }
    if (item.kind === 'block') blocks.push(item.block);
    else if (item.kind === 'text' && item.text.length <= 80 && divides.test(item.text)) blocks.push(newBlock('divider', {}));
    else if (isSubheadAt(items, index, blocks, blankLines)) blocks.push(newBlock('subhead', { level: 2 }, inlineText(item.text)));
    else blocks.push(paragraphOf(item.text));
    index += 1;
  }
  return blocks;
}
