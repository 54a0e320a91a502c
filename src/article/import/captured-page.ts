import { say } from '../../language/index.ts';
import { type SignedLine, readBody, signed, takeFurniture } from './copy-body.ts';
import type { BodyItem } from './copy-blocks.ts';
import { CopyDraft } from './copy-draft.ts';
import { copyLines, unwrapped } from './copy-lines.ts';
import { looksLikeSubhead, signOf } from './copy-signs.ts';
import { headlineIndex, longestHeadline } from './headline-line.ts';
import { withBylines } from './unlabelled-byline.ts';
import { isInterfaceLine } from './interface-line.ts';
import type { ImportContext, Imported } from './report.ts';

/** Longer lines are paragraphs, not a page's standfirst. */
const longestStandfirst = 400;

/**
 * Text captured from a news site's article page: times, headline, standfirst, byline, picture credits and ad lines around a body.
 * A standfirst the page repeats as its first paragraph stays there as well.
 */
export function importCapturedPage(text: string, context: ImportContext): Imported {
  const draft = new CopyDraft(context);
  const lines = withBylines(withoutInterface(draft, signed(unwrapped(copyLines(text), (line) => signOf(line).kind !== 'text'))));
  const { opening, rest } = readHead(draft, lines);
  readBody(draft, rest, opening);
  return draft.finish();
}

/** Buttons and counters of the page go, each told in the report. */
function withoutInterface(draft: CopyDraft, lines: readonly SignedLine[]): SignedLine[] {
  let blank = false;
  return lines.flatMap((line) => {
    const blankBefore = line.blankBefore || blank;
    blank = false;
    if (line.sign.kind !== 'text' || !isInterfaceLine(line.text)) return [{ ...line, blankBefore }];
    draft.remove(line.text, say('importing.removedInterface'));
    blank = blankBefore;
    return [];
  });
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
  const after = lines.slice(first + 1).filter((line, index) => {
    const isRepeat = index < 5 && line.text === headline.text;
    if (isRepeat) draft.remove(line.text, say('formats.left-repeated'));
    return !isRepeat;
  });
  const standfirst = findStandfirst(after);
  const found = after[standfirst];
  if (found) draft.setStandfirst(found.text);
  for (const [index, line] of after.entries()) {
    if (index === standfirst) continue;
    rest.push(line);
  }
  return hoistKept(draft, opening, rest);
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
  if (repeated !== undefined) return repeated;
  const above = standfirstAboveFurniture(lines, texts);
  return above < 0 && isDeck(lines, texts) ? 0 : above;
}

/** A phrase right below the headline, without a full stop, and a paragraph below it. */
function isDeck(lines: readonly SignedLine[], [first, second]: readonly number[]): boolean {
  const text = lines[first ?? -1]?.text ?? '';
  const next = lines[second ?? -1]?.text ?? '';
  const isPhrase = /\p{L}$/u.test(text) && text.length <= 200 && looksLikeSubhead(text) && text.split(/\s+/u).length > 4 && /\s\p{Ll}/u.test(text);
  return first === 0 && isPhrase && /[.!?]["\u201d\u2019']?$/u.test(next);
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
