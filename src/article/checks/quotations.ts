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
  const stack: { readonly mark: string; readonly at: number }[] = [];
  for (const { 0: mark, index } of text.matchAll(/[“”„«»"]/gu)) {
    const top = stack.at(-1);
    if (top && closers[top.mark]?.includes(mark)) {
      stack.pop();
      if (stack.length === 0) found.push({ from: top.at, to: index + 1 });
    } else if (mark !== '"' || !isMeasure(text, index, language)) stack.push({ mark, at: index });
  }
  const [open] = stack;
  return open ? [...found, { from: open.at, to: null }] : found;
}

/**
 * Feet and inches, minutes and seconds: a mark right after a figure, with no quotation open. A mark counts the same in its
 * straight and its curly shape, so that curling one never makes a quotation of what was a measure, nor the other way.
 */
export function isMeasure(text: string, at: number, language: string): boolean {
  if (!/\d/u.test(text[at - 1] ?? '')) return false;
  const before = text.slice(0, at);
  const marks = quotesOf(language);
  const double = new Set(['"', ...(marks?.double ?? []).map((mark) => mark.trim())]);
  const single = `['’${marks?.single.join('') ?? ''}]`;
  const isDoubleShut = [...double].reduce((sum, mark) => sum + before.split(mark).length - 1, 0) % 2 === 0;
  return isDoubleShut && !new RegExp(`(?:^|[\\s(])${single}${single.replace('[', '[^')}*$`, 'u').test(before);
}
