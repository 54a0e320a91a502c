import { type SignedLine, readBody, signed } from './copy-body.ts';
import type { BodyItem } from './copy-blocks.ts';
import { CopyDraft } from './copy-draft.ts';
import { copyLines, unwrapped } from './copy-lines.ts';
import { bulletText, isSlugline, numbered, signOf } from './copy-signs.ts';
import { findDateline } from './dateline.ts';
import { embargoOf, isEmbargoLine } from './embargo-line.ts';
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
  const opening: BodyItem[] = [];
  const rest: SignedLine[] = [];
  const start = lines.slice(0, longestHead).findIndex(({ text: line }) => findDateline(line) !== null);
  const head = start < 0 ? headLength(lines) : start;
  const byline = lines.findIndex(({ sign }) => sign.kind === 'furniture' && sign.bylines.length > 0);
  for (const [index, line] of lines.entries()) {
    // Below the byline stands the writer's house or desk, no standfirst.
    const underByline = byline >= 0 && index > byline && draft.headline !== '';
    if (index < head && underByline && line.sign.kind === 'text' && bulletText(line.text) === null && !isEmbargoLine(line.text)) opening.push({ kind: 'plain', text: line.text });
    else if (index >= head || !takeHeadLine(draft, line, opening)) rest.push(line);
  }
  readBody(draft, rest, opening);
  return draft.finish();
}

/** Without a dateline the head ends at the first line that is long or ends as a sentence does. */
function headLength(lines: readonly SignedLine[]): number {
  const end = lines.findIndex(({ text, sign }) => sign.kind === 'text' && (text.length > longestHeadline || /[.!?]["\u201d\u2019']?$/u.test(text)));
  return end < 0 ? Math.min(lines.length, 3) : end;
}

/** Takes a line above the text; false where the body's reader must have it. */
function takeHeadLine(draft: CopyDraft, line: SignedLine, opening: BodyItem[]): boolean {
  const { text, sign } = line;
  if (isEmbargoLine(text) && !draft.metadata.embargo) {
    draft.metadata = { ...draft.metadata, embargo: embargoOf(draft, text) };
    draft.place(text, 'metadata.embargo');
    return true;
  }
  if (sign.kind !== 'text' || bulletText(text) !== null) return false;
  if (priorityWord.test(text)) {
    opening.push({ kind: 'plain', text });
  } else if (draft.metadata.slugline === '' && draft.headline === '' && isSlugline(text)) {
    draft.metadata = { ...draft.metadata, slugline: text };
    draft.place(text, 'metadata.slugline');
  } else if (draft.headline === '' && text.length <= longestHeadline) draft.setHeadline(text);
  else if (draft.headline !== '' && draft.standfirst === '') draft.setStandfirst(text);
  else return false;
  return true;
}
