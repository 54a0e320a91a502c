import { say } from '../../language/index.ts';
import { type SignedLine, readBody, signed, takeFurniture } from './copy-body.ts';
import type { BodyItem } from './copy-blocks.ts';
import { CopyDraft } from './copy-draft.ts';
import { copyLines, unwrapped } from './copy-lines.ts';
import { signOf } from './copy-signs.ts';
import type { ImportContext, Imported } from './report.ts';

/** Longer lines are paragraphs, not a page's headline or standfirst. */
const longestHeadline = 250;
const longestStandfirst = 400;

/**
 * Text captured from a news site's article page: times, headline, standfirst, byline, picture credits and ad lines around a body.
 * A standfirst the page repeats as its first paragraph stays there as well.
 */
export function importCapturedPage(text: string, context: ImportContext): Imported {
  const draft = new CopyDraft(context);
  const lines = signed(unwrapped(copyLines(text), (line) => signOf(line).kind !== 'text'));
  const { opening, rest } = readHead(draft, lines);
  readBody(draft, rest, opening);
  return draft.finish();
}

interface Head {
  /** Lines from above the body that stay, in their order. */
  readonly opening: readonly BodyItem[];
  readonly rest: readonly SignedLine[];
}

function readHead(draft: CopyDraft, lines: readonly SignedLine[]): Head {
  const opening: BodyItem[] = [];
  const rest: SignedLine[] = [];
  const first = headlineIndex(lines);
  const headline = lines[first];
  if (!headline || headline.text.length > longestHeadline) return { opening, rest: lines };
  for (const line of lines.slice(0, first)) {
    if (line.sign.kind === 'furniture') opening.push(...takeFurniture(draft, line.sign, true));
    else if (line.sign.kind === 'text') {
      draft.keep(line.text, say('importing.keptKicker'));
      opening.push({ kind: 'plain', text: line.text });
    } else rest.push(line);
  }
  draft.setHeadline(headline.text);
  const after = lines.slice(first + 1);
  const standfirst = findStandfirst(after);
  const found = after[standfirst];
  if (found) draft.setStandfirst(found.text);
  for (const [index, line] of after.entries()) {
    if (index === standfirst) continue;
    rest.push(line);
  }
  return hoistKept(draft, opening, rest);
}

/** A breadcrumb, or a word or two above a line that reads like a headline: the page's section, not the headline. */
function isKicker(line: string, next: SignedLine | undefined): boolean {
  if (/^home\s*[>/|\u203a\u00bb]/iu.test(line)) return true;
  const words = (text: string): number => text.split(/\s+/u).length;
  return next?.sign.kind === 'text' && words(line) <= 2 && words(next.text) > 3 && next.text.length <= longestHeadline && !/[.!]["\u201d\u2019']?$/u.test(next.text);
}

/** The first line of text that is no kicker. */
function headlineIndex(lines: readonly SignedLine[]): number {
  const first = lines.findIndex(({ sign }) => sign.kind === 'text');
  const line = lines[first];
  return line && isKicker(line.text, lines[first + 1]) ? first + 1 : first;
}

/** Time lines between headline and body are read first, so that what stays of them opens the body. */
function hoistKept(draft: CopyDraft, opening: readonly BodyItem[], lines: readonly SignedLine[]): Head {
  const body = lines.findIndex(({ sign }) => sign.kind === 'text');
  const kept: BodyItem[] = [...opening];
  const rest = lines.filter((line, index) => {
    if (line.sign.kind !== 'furniture' || index > body) return true;
    kept.push(...takeFurniture(draft, line.sign, true));
    return false;
  });
  return { opening: kept, rest };
}

/**
 * Where the standfirst stands below the headline, -1 for none: a line that a later paragraph begins with,
 * or the line before byline, time or picture.
 */
function findStandfirst(lines: readonly SignedLine[]): number {
  const texts: number[] = [];
  for (const [index, { sign }] of lines.entries()) {
    if (sign.kind === 'text') texts.push(index);
    if (texts.length > 4) break;
  }
  const textAt = (index: number): string => lines[index]?.text ?? '';
  const repeated = texts.slice(0, 2).find((at) => texts.some((later) => later > at && textAt(later).startsWith(textAt(at))));
  return repeated ?? standfirstAboveFurniture(lines, texts);
}

/** Several paragraphs before a picture are body already, and so is a line below the byline. */
function standfirstAboveFurniture(lines: readonly SignedLine[], texts: readonly number[]): number {
  const [first] = texts;
  if (first === undefined || (lines[first]?.text.length ?? 0) > longestStandfirst) return -1;
  if (lines.slice(0, first).some(({ sign }) => sign.kind === 'furniture' && sign.bylines.length > 0)) return -1;
  const end = lines.findIndex(({ sign }, index) => index > first && (sign.kind === 'furniture' || sign.kind === 'image'));
  if (end < 0 || !texts.some((at) => at > end)) return -1;
  const between = texts.filter((at) => at < end).length;
  const most = lines[end]?.sign.kind === 'furniture' ? 3 : 1;
  return between <= most ? first : -1;
}
