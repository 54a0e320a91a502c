/** Where quotations begin and end in a text, by its marks. */
import { quotesOf } from './quote-marks.ts';

export interface Quotation {
  readonly from: number;
  /** Behind the closing mark; null where there is none. */
  readonly to: number | null;
}

const closers: Readonly<Record<string, string>> = { '“': '”', '„': '“”', '«': '»', '»': '«»', '”': '”', '"': '"' };

/** The outermost quotations, in order; one that is never closed is the last and runs to the end. */
export function quotationsIn(text: string, language: string): Quotation[] {
  const found: Quotation[] = [];
  const measures = measuresIn(text, language);
  const stack: { readonly mark: string; readonly at: number }[] = [];
  for (const { 0: mark, index } of text.matchAll(/[“”„«»"]/gu)) {
    const top = stack.at(-1);
    if (top && closers[top.mark]?.includes(mark)) {
      stack.pop();
      if (stack.length === 0) found.push({ from: top.at, to: index + 1 });
    } else if (mark !== '"' || !measures.has(index)) stack.push({ mark, at: index });
  }
  const [open] = stack;
  return open ? [...found, { from: open.at, to: null }] : found;
}

export interface Speech {
  /** BCP 47. */
  readonly copyLanguage: string;
  /** The whole text is what somebody said. */
  readonly isSpeech: boolean;
}

/** Tells of a place in the text whether somebody's words stand there. */
export function speechIn(text: string, { copyLanguage, isSpeech }: Speech): (at: number) => boolean {
  const quoted = isSpeech ? [] : quotationsIn(text, copyLanguage);
  return (at) => isSpeech || quoted.some(({ from, to }) => from < at && at < (to ?? Infinity));
}

/**
 * Feet and inches, minutes and seconds: marks right after a figure, with no quotation open. A mark counts the same in its
 * straight and its curly shape, so that curling one never makes a quotation of what was a measure, nor the other way.
 * @returns where they stand
 */
export function measuresIn(text: string, language: string): ReadonlySet<number> {
  const marks = quotesOf(language);
  const doubles = new Set(['"', ...(marks?.double ?? []).map((mark) => mark.trim())]);
  const singles = new Set(["'", '’', ...(marks?.single ?? [])]);
  const measures = new Set<number>();
  let [isDoubleOpen, isSingleOpen] = [false, false];
  for (const { 0: mark, index } of text.matchAll(/["'“”„«»‘’‚]/gu)) {
    const before = text[index - 1] ?? ' ';
    if (!isDoubleOpen && !isSingleOpen && /\d/u.test(before)) measures.add(index);
    else if (doubles.has(mark)) isDoubleOpen = !isDoubleOpen;
    if (singles.has(mark)) isSingleOpen = /[\s(]/u.test(before);
  }
  return measures;
}
