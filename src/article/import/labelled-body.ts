import type { BodyJson } from '../body.ts';
import { adSlotOf, blocksOf, type BodyItem } from './copy-blocks.ts';
import type { CopyDraft } from './copy-draft.ts';
import { chunksOf, type CopyLine, isWrapped } from './copy-lines.ts';
import { isAdLine, signOf } from './copy-signs.ts';
import { pictureGroup } from './labelled-picture.ts';
import { markdownBlocks } from './labelled-markdown.ts';

/** Beyond this many characters a paragraph or a body is read line by line: Markdown's parser takes the square of a paragraph's brackets. */
const longestMarkdown = 1_000_000;
const longestParagraph = 20_000;

const namedSlot = /^\[\s*(?:ad|ads|advert|advertisement|ad-slot|adslot)\s*:\s*([^\]]{1,80}?)\s*\]$/iu;
const unnamedSlot = /^\[\s*(?:ad|advert|advertisement)\s*\]$/iu;

/** The Markdown-like body under the labels; `[ad: name]` lines become their slots. */
export function labelledBody(draft: CopyDraft, lines: readonly CopyLine[]): BodyJson[] {
  const blankLines = lines.some(({ blankBefore }, index) => index > 0 && blankBefore);
  const blocks: BodyJson[] = [];
  let pending: CopyLine[] = [];
  const flush = (): void => {
    // One by one: a call cannot take the blocks of a long text as its arguments.
    if (pending.length > 0) for (const block of passage(draft, pending, blankLines)) blocks.push(block);
    pending = [];
  };
  for (const chunk of chunksOf(lines)) {
    const picture = pictureGroup(draft, chunk);
    if (picture) {
      flush();
      blocks.push(...picture);
      continue;
    }
    for (const line of chunk) {
      const block = blockOfLine(draft, line.text);
      if (!block) {
        pending.push(line);
        continue;
      }
      flush();
      blocks.push(block);
    }
  }
  flush();
  return closeCredits(draft, blocks);
}

function blockOfLine(draft: CopyDraft, text: string): BodyJson | null {
  const name = text.length <= 120 ? namedSlot.exec(text)?.[1] : undefined;
  if (name === undefined && !unnamedSlot.test(text) && !(isAdLine(text) && text.length > 3)) return null;
  const slotId = name ?? draft.nextSlotId();
  draft.place(text, `adSlot ${slotId}`);
  return adSlotOf(slotId);
}

function passage(draft: CopyDraft, lines: readonly CopyLine[], blankLines: boolean): BodyJson[] {
  if (isTooLong(lines, blankLines)) return blocksOf(lines.map(({ text, blankBefore }): BodyItem => ({ kind: 'text', text, blankBefore })));
  return markdownBlocks(draft, markdownOf(lines, blankLines));
}

function isTooLong(lines: readonly CopyLine[], blankLines: boolean): boolean {
  let whole = 0;
  let paragraph = 0;
  for (const { text, blankBefore } of lines) {
    whole += text.length;
    paragraph = (blankBefore || !blankLines ? 0 : paragraph) + text.length;
    if (whole > longestMarkdown || paragraph > longestParagraph) return true;
  }
  return false;
}

/** Lines that belong to the Markdown block above them and must not be parted from it. */
const goesOn = /^(?:[>|]|[-*+•]\s|\d{1,9}[.)]\s|```|~~~)/u;

/** Markdown text of the lines: copy without blank lines has one paragraph a line, and dots of word processors are list items. */
function markdownOf(lines: readonly CopyLine[], blankLines: boolean): string {
  const chunkOf = new Map(chunksOf(lines).flatMap((chunk) => chunk.map((line) => [line, isWrapped(chunk)])));
  let markdown = '';
  let fenced = false;
  for (const [index, line] of lines.entries()) {
    const previous = lines[index - 1];
    const text = fenced ? line.text : line.text.replace(/^[\u2022\u25aa\u25cf\u2023]\s+/u, '- ');
    const together = goesOn.test(line.text) && previous !== undefined && goesOn.test(previous.text);
    const apart = !fenced && index > 0 && (line.blankBefore || (!blankLines && !chunkOf.get(line) && !together));
    markdown += `${index > 0 ? '\n' : ''}${apart || (fenced && line.blankBefore) ? '\n' : ''}${line.indent}${text}`;
    if (/^(?:```|~~~)/u.test(line.text)) fenced = !fenced;
  }
  return markdown;
}

/** A last paragraph of credits leaves the body for its field, as in the other layouts. */
function closeCredits(draft: CopyDraft, blocks: readonly BodyJson[]): BodyJson[] {
  const at = blocks.findLastIndex(({ type }) => type !== 'adSlot');
  const last = blocks[at];
  const only = last?.type === 'paragraph' && last.content?.length === 1 ? last.content[0] : undefined;
  const text = only && !only.marks ? (only.text ?? '') : '';
  const sign = text === '' ? null : signOf(text);
  if (sign?.kind !== 'closing-credits' && sign?.kind !== 'closing-image') return [...blocks];
  draft.addClosingCredits(text, sign.kind === 'closing-credits' ? sign.credits.people : []);
  return blocks.filter((_, index) => index !== at);
}
