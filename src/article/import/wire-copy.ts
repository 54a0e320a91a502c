import { type SignedLine, readBody, signed, takeFurniture } from './copy-body.ts';
import type { BodyItem } from './copy-blocks.ts';
import { CopyDraft } from './copy-draft.ts';
import { copyLines, unwrapped } from './copy-lines.ts';
import { bulletText, isServiceSlug, isSlugline, numbered, signOf } from './copy-signs.ts';
import { findDateline } from './dateline.ts';
import { embargoOf, isEmbargoLine } from './embargo-line.ts';
import { headlineIndex } from './headline-line.ts';
import type { ImportContext, Imported } from './report.ts';

const longestHeadline = 200;
/** The dateline opens the text within the first lines of a file. */
const longestHead = 12;
const priorityWord = /^(?:for immediate (?:release|use)|urgent|flash|bulletin|alert|snap|advisory|breaking|newsalert)\b.{0,20}$/iu;

const standsAlone = (line: string): boolean => signOf(line).kind !== 'text' || isSlugline(line) || bulletText(line) !== null || numbered(line) !== null;

/** Agency copy: slugline, headline, "By" line, a dateline that opens the text, credits and an end mark that close it. */
export function importWireCopy(text: string, context: ImportContext): Imported {
  const draft = new CopyDraft(context);
  const lines = signed(unwrapped(copyLines(text), standsAlone));
  const start = lines.slice(0, longestHead).findIndex(({ text: line }) => findDateline(line) !== null);
  const head = start < 0 ? headLength(lines) : start;
  const { opening, rest } = readHead(draft, lines.slice(0, head));
  readBody(draft, [...rest, ...lines.slice(head)], opening);
  return draft.finish();
}

/** Without a dateline the head ends at the first line that is long or ends as a sentence does. */
function headLength(lines: readonly SignedLine[]): number {
  const end = lines.findIndex(({ text, sign }) => sign.kind === 'text' && (text.length > longestHeadline || /[.!?]["\u201d\u2019']?$/u.test(text)));
  return end < 0 ? Math.min(lines.length, 3) : end;
}

interface Head {
  /** Lines that stay, in their order. */
  readonly opening: readonly BodyItem[];
  /** What the body's reader must have. */
  readonly rest: readonly SignedLine[];
}

/** Reads the lines above the text. */
function readHead(draft: CopyDraft, lines: readonly SignedLine[]): Head {
  const opening: BodyItem[] = [];
  const rest: SignedLine[] = [];
  const plain = (text: string): void => void opening.push({ kind: 'plain', text });
  const left = lines.filter((line) => {
    if (line.sign.kind === 'furniture') return true;
    const isTaken = takeDeskLine(draft, line.text);
    const isElse = line.sign.kind !== 'text' || bulletText(line.text) !== null;
    if (!isTaken && isElse) rest.push(line);
    else if (!isTaken && priorityWord.test(line.text)) plain(line.text);
    else return !isTaken;
    return false;
  });
  const title = takeSlugline(draft, left);
  let isBelowByline = false;
  for (const [index, line] of left.entries()) {
    const { text, sign } = line;
    if (sign.kind === 'furniture') {
      opening.push(...takeFurniture(draft, sign, true));
      isBelowByline ||= sign.bylines.length > 0;
    } else if (text === draft.metadata.slugline) continue;
    else if (index === title && text.length <= longestHeadline) draft.setHeadline(text.replace(/^\^(.*)<$/u, '$1'));
    // Below the byline stands the writer's house or desk, no standfirst.
    else if (index < title || isBelowByline) plain(text);
    else if (draft.standfirst === '' && draft.headline !== '') draft.setStandfirst(text);
    else rest.push(line);
  }
  return { opening, rest };
}

/** Where the headline stands among the lines, after the slugline has been taken. */
function takeSlugline(draft: CopyDraft, lines: readonly SignedLine[]): number {
  const texts = lines.filter(({ sign }) => sign.kind === 'text');
  const slugline = texts.findIndex(({ text }, index) => isSlugline(text) || (index === 0 && texts.length > 1 && isServiceSlug(text)));
  if (slugline >= 0 && slugline < 2) {
    const text = texts.splice(slugline, 1)[0]?.text ?? '';
    draft.metadata = { ...draft.metadata, slugline: text };
    draft.place(text, 'metadata.slugline');
  }
  const title = texts[headlineIndex(texts)];
  return title ? lines.indexOf(title) : -1;
}

/** What the desk says to those who receive the copy: "Eds: ...", "(Adds details, quotes)". */
const deskNote = /^eds?\s*:\s|^\((?:adds?|updates?|recasts?|corrects?|repeats?|refiles?|releads?|writes\s+through|changes|clarifies|fixes|removes|with)\b[^()]*\)$/iu;

/** Takes an embargo or a note of the desk into its field. */
function takeDeskLine(draft: CopyDraft, text: string): boolean {
  if (isEmbargoLine(text) && !draft.metadata.embargo) {
    draft.metadata = { ...draft.metadata, embargo: embargoOf(draft, text) };
    draft.place(text, 'metadata.embargo');
    return true;
  }
  if (!deskNote.test(text)) return false;
  const note = draft.metadata.editorialNote;
  draft.metadata = { ...draft.metadata, editorialNote: note === '' ? text : `${note}\n${text}` };
  draft.place(text, 'metadata.editorialNote');
  return true;
}
