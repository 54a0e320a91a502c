/** Blanks of French: no-break ones before high marks and inside its quotation marks, so that no line begins with `?` or `»`. */

export interface BlankHit {
  readonly rule: 'french-blank';
  readonly from: number;
  readonly to: number;
  readonly wrong: string;
  readonly right: string;
}

const noBreak = '\u00a0';
const narrowNoBreak = '\u202f';
/** Blanks among which there is an ordinary one, where a line can break. */
const breaking = String.raw`[\u00a0\u202f]* [ \u00a0\u202f]*`;
/** What a mark stands behind that lacks its blank. */
const word = String.raw`(?<=[\p{L}\p{N}”’)…%»])`;
/** A mark with what follows one: neither address nor smiley goes on here. */
const marks = String.raw`(?:;(?=[\s»”’"\]…]|$)|[!?](?=[\s»”’"\])…;!?]|$))`;

const opening = new RegExp(`«(?:${breaking})?(?=\\S)`, 'gu');
const closing = new RegExp(`(?<=\\S)(?:${breaking})?»`, 'gu');
const openingBroken = new RegExp(`«${breaking}(?=\\S)`, 'gu');
const closingBroken = new RegExp(`(?<=\\S)${breaking}»`, 'gu');
const colon = new RegExp(`(?:(?<=\\S)${breaking}|${word}):(?=[\\s«]|$)`, 'gu');
/** Not the exclamation mark that is part of a name. */
const highMark = new RegExp(`(?:(?<=\\S)${breaking}|(?<!\\bYahoo)${word})${marks}`, 'gu');

/** @param language BCP 47; other languages than French have nothing to find */
export function frenchBlankHits(text: string, language: string): BlankHit[] {
  if (!/^fr\b/iu.test(language)) return [];
  // In Switzerland the marks also stand against the words; Canada sets no blank before ; ! ?
  const [opens, closes] = /^fr-CH\b/iu.test(language) ? [openingBroken, closingBroken] : [opening, closing];
  const high = /^fr-CA\b/iu.test(language) ? [] : hits(text, highMark, (mark) => `${narrowNoBreak}${mark}`);
  return [...hits(text, opens, () => `«${noBreak}`), ...hits(text, closes, () => `${noBreak}»`), ...hits(text, colon, () => `${noBreak}:`), ...high];
}

const hits = (text: string, pattern: RegExp, rightOf: (mark: string) => string): BlankHit[] =>
  Array.from(text.matchAll(pattern), ({ 0: wrong, index }) => ({ rule: 'french-blank', from: index, to: index + wrong.length, wrong, right: rightOf(wrong.slice(-1)) }));
