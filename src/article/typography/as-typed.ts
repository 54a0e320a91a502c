/**
 * What a character becomes as it is typed: quotation marks, dashes, ellipses and no-break spaces as the copy's language has them, and the
 * newsroom's own short forms. Looked at is only the text of one block up to the caret.
 */
import { isCutShort, opensQuotation, quotesOf } from '../checks/quote-marks.ts';

export interface Retyped {
  /** UTF-16 units before the caret that are replaced, what was just typed among them. */
  readonly length: number;
  readonly text: string;
}

/** A short form and what it stands for. */
export interface Substitution {
  readonly short: string;
  readonly long: string;
}

type Rule = (before: string, language: string) => Retyped | null;

const noBreak = '\u00a0';
const narrowNoBreak = '\u202f';
const primaryOf = (language: string): string => language.split('-')[0]?.toLowerCase() ?? '';

/** @param before the text up to the caret, what was just typed last @param language BCP 47; '' for English */
export function asTyped(before: string, language: string): Retyped | null {
  for (const rule of [elision, quoteMark, decade, ellipsis, dash, frenchSpace, germanSpace]) {
    const found = rule(before, language);
    if (found) return found;
  }
  return null;
}

/** Expands a short form once the word is ended. */
export function substituted(before: string, substitutions: readonly Substitution[]): Retyped | null {
  const word = /(?<=^|[\s([“‘«„])([^\s([“‘«„]+)([\s.,;:!?)\]”’»])$/u.exec(before);
  const found = word && substitutions.find(({ short }) => short === word[1]);
  return word && found && found.long !== '' ? { length: word[0].length, text: `${found.long}${word[2] ?? ''}` } : null;
}

function quoteMark(before: string, language: string): Retyped | null {
  const mark = before.at(-1);
  const marks = quotesOf(language);
  if (!marks || (mark !== '"' && mark !== "'")) return null;
  const context = before.slice(0, -1);
  if (mark === "'") {
    if (opensQuotation(context, marks)) return { length: 1, text: marks.single[0] };
    return { length: 1, text: isOpen(context, marks.single, "'") ? marks.single[1] : '’' };
  }
  const open = isOpen(context, marks.double, '"');
  // With blanks inside, a closing mark is typed behind one.
  const hasBlanks = marks.double[1].startsWith(noBreak);
  if (hasBlanks && open && /\S[ \u00a0\u202f]$/u.test(context) && !context.trimEnd().endsWith('«')) return { length: 2, text: marks.double[1] };
  if (opensQuotation(context, marks)) return { length: 1, text: marks.double[0] };
  // 15" is a length unless a quotation is open.
  return /\d$/u.test(context) && !open ? null : { length: 1, text: marks.double[1] };
}

/** Whether more marks were opened than closed. Where both look alike, whether their number is odd. */
function isOpen(text: string, [open, close]: readonly [string, string], straight: string): boolean {
  const count = (mark: string): number => text.split(mark.trim()).length - 1;
  if (open === close) return (count(open) + count(straight)) % 2 === 1;
  // An apostrophe looks like a closing mark.
  const closed = close === '’' ? (text.match(/’(?!\p{L})/gu)?.length ?? 0) : count(close);
  return count(open) > closed;
}

/** ’90s: the century is left out, nothing is quoted. */
const decade: Rule = (before, language) => (/(?:^|[\s(]).\d$/u.test(before) && before.at(-2) === quotesOf(language)?.single[0] ? { length: 2, text: `’${before.at(-1) ?? ''}` } : null);

/** ’n’, ’tis: a beginning is left out. Known once the word has ended. */
const elision: Rule = (before, language) => {
  const found = /(?<=^|[\s(])‘\p{L}{1,5}[^\p{L}]$/u.exec(before);
  if (!found || !/^(?:en|)$/u.test(primaryOf(language)) || !isCutShort(before, found.index)) return null;
  const text = `’${found[0].slice(1)}`;
  return { length: text.length, text: text.slice(0, -1) + (quoteMark(before.slice(0, found.index) + text, language)?.text ?? text.slice(-1)) };
};

const ellipsis: Rule = (before) => (/(?:^|[^.])\.{3}$/u.test(before) ? { length: 3, text: '…' } : null);

/** Two hyphens are a dash, a third makes it long; a hyphen between blanks is one as well. None at the start of a block, where `---` is a divider. */
function dash(before: string, language: string): Retyped | null {
  const isLong = /^en-(?:us|ca|ph)\b|^es\b/iu.test(language);
  if (/[^-\s–—][ \u00a0]?--$/u.test(before)) return { length: 2, text: isLong ? '—' : '–' };
  if (/\S.*–-$/u.test(before)) return { length: 2, text: '—' };
  return /[\p{L}\p{M}”’»“)!?…,.;:%] - $/u.test(before) && primaryOf(language) !== 'es' ? { length: 2, text: `${isLong ? '—' : '–'} ` } : null;
}

/** French sets a blank before high marks and inside its quotation marks; Canadian French only before the colon. */
function frenchSpace(before: string, language: string): Retyped | null {
  if (primaryOf(language) !== 'fr') return null;
  const mark = before.at(-1) ?? '';
  if (before.endsWith('« ')) return { length: 1, text: noBreak };
  if (/\S [:»]$/u.test(before)) return { length: 2, text: `${noBreak}${mark}` };
  if (!/[;!?]$/u.test(before) || /^fr-CA\b/iu.test(language)) return null;
  if (/\S $/u.test(before.slice(0, -1))) return { length: 2, text: `${narrowNoBreak}${mark}` };
  return /[\p{L}\p{N}”’)…%]$/u.test(before.slice(0, -1)) ? { length: 1, text: `${narrowNoBreak}${mark}` } : null;
}

/** `z. B.` is never torn apart. */
const germanSpace: Rule = (before, language) => {
  if (primaryOf(language) !== 'de') return null;
  const found = /(?<![\p{L}\p{N}])(z\. B|d\. h|u\. a|u\. U|i\. d|o\. ä|s\. o|s\. u|v\. a|z\. T)\.$/u.exec(before);
  return found ? { length: found[0].length, text: found[0].replace(' ', narrowNoBreak) } : null;
};
