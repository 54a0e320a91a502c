import { say } from '../../language/index.ts';
import { adSlotOf, blocksOf, type BodyItem, imageOf, withCaption, withCredit } from './copy-blocks.ts';
import type { CopyDraft } from './copy-draft.ts';
import { type Sign, signOf } from './copy-signs.ts';
import { type CreditLine, readCreditLine } from './credit-line.ts';
import { type Furniture, joinedLabel } from './furniture-line.ts';
import type { CopyLine } from './copy-lines.ts';
import { findDateline } from './dateline.ts';

/** A line with what it is by itself. */
export interface SignedLine extends CopyLine {
  readonly sign: Sign;
}

/** What each line is by itself; a label alone is read with the line below it where the two make sense. */
export function signed(lines: readonly CopyLine[]): SignedLine[] {
  const result: SignedLine[] = [];
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index];
    const next = lines[index + 1];
    if (!line) break;
    const joined = next ? joinedLabel(line.text, next.text) : null;
    const sign = joined === null ? null : signOf(joined);
    if (joined !== null && sign?.kind === 'furniture') {
      result.push({ ...line, text: joined, sign });
      index += 1;
    } else result.push({ ...line, sign: signOf(line.text) });
  }
  return result;
}

const isText = ({ sign }: SignedLine): boolean => sign.kind === 'text';

/** How far the closing part reaches up: the index after the last line of plain text. */
function closingStart(lines: readonly SignedLine[]): number {
  return lines.findLastIndex(isText) + 1;
}

/**
 * Reads the lines below headline and standfirst: each sign goes to its field or becomes its block, text becomes the body.
 */
export function readBody(draft: CopyDraft, lines: readonly SignedLine[], opening: readonly BodyItem[]): void {
  const items: BodyItem[] = [...opening];
  const closing = closingStart(lines);
  const credits: CreditLine[] = [];
  let paragraphs = 0;
  for (const [index, line] of lines.entries()) {
    if (isText(line)) paragraphs += 1;
    const credited = ofImageAbove(items.at(-1), line);
    if (credited) {
      draft.place(line.text, 'image');
      items[items.length - 1] = credited;
      continue;
    }
    const left = readLine(draft, line, { head: paragraphs === 0, closing: index >= closing }, credits);
    items.push(...(left === 'text' ? [textItem(draft, line, paragraphs)] : left));
  }
  draft.blocks = blocksOf(items);
  for (const { credit, source } of credits) draft.fillCredit(credit, source);
}

/** The image above with what this line says of it; null where the line says nothing of it. */
function ofImageAbove(above: BodyItem | undefined, { sign, text }: SignedLine): BodyItem | null {
  if (sign.kind === 'caption') return withCaption(above, sign.caption);
  return sign.kind === 'image' ? withCredit(above, sign.line, text) : null;
}

interface Place {
  readonly head: boolean;
  readonly closing: boolean;
}

/** Takes a line that is a sign; gives what of it stands in the body. */
function readLine(draft: CopyDraft, line: SignedLine, place: Place, credits: CreditLine[]): readonly BodyItem[] | 'text' {
  const { sign, text } = line;
  switch (sign.kind) {
    case 'text':
    case 'caption':
      return 'text';
    case 'ad': {
      const slotId = draft.nextSlotId();
      draft.place(text, `adSlot ${slotId}`);
      return [{ kind: 'block', block: adSlotOf(slotId) }];
    }
    case 'end':
      draft.remove(text, say('importing.removedEnd'));
      return [];
    case 'image':
      draft.place(text, 'image');
      return [{ kind: 'block', block: imageOf(sign.line, text, draft.isFirstImage()) }];
    case 'closing-image':
      if (!place.closing) return 'text';
      draft.addClosingCredits(text, []);
      credits.push(sign.line);
      return [];
    case 'closing-credits':
      if (place.head) return 'text';
      draft.addClosingCredits(text, sign.credits.people);
      return [];
    case 'furniture':
      return takeFurniture(draft, sign, place.head);
  }
}

/** Times and bylines of one line; what could not be placed stays where it stood. */
export function takeFurniture(draft: CopyDraft, sign: Furniture, head: boolean): BodyItem[] {
  const left: BodyItem[] = [];
  for (const text of sign.rest) left.push(asideItem(draft, text));
  for (const time of sign.times) if (!draft.takeTime(time)) left.push({ kind: 'plain', text: time.text });
  for (const byline of sign.bylines) {
    if (head || byline.labelled) draft.addByline(byline.text, byline.credits);
    else left.push({ kind: 'text', text: byline.text, blankBefore: true });
  }
  return left;
}

function asideItem(draft: CopyDraft, text: string): BodyItem {
  const credit = readCreditLine(text);
  if (!credit) {
    draft.keep(text, say('importing.keptAside'));
    return { kind: 'plain', text };
  }
  draft.place(text, 'image');
  return { kind: 'block', block: imageOf(credit, text, draft.isFirstImage()) };
}

/** The first paragraph may open with a dateline, which leaves it. */
function textItem(draft: CopyDraft, line: SignedLine, paragraphs: number): BodyItem {
  const { text, blankBefore } = line;
  const dateline = draft.hasDateline || paragraphs > 2 ? null : findDateline(text);
  if (!dateline || dateline.rest === '') return { kind: 'text', text, blankBefore };
  draft.setDateline(dateline);
  return { kind: 'text', text: dateline.rest, blankBefore };
}
