import { safeAddress } from '../../address.ts';
import type { BodyJson } from '../../body.ts';
import type { Dialect } from './dialects.ts';

type Mark = NonNullable<BodyJson['marks']>[number];

/** Whether a generator reads a block's Markdown as what it is; where not, the block is raw HTML. */
export function fitsDialect(node: BodyJson, dialect: Dialect): boolean {
  if (dialect.isLoose && !(node.type in loose)) return false;
  if (dialect.isLoose && !loose[node.type]?.(node)) return false;
  return everyText(node, (text, marks, isCode) => {
    // Templates are filled before Markdown is read, in code too, where nothing can be escaped.
    if (isCode && /[{}]|<!--more-->/.test(text)) return false;
    return dialect.name !== 'hugo' || !marks.some(isTag);
  });
}

const hrefOf = (mark: Mark): string => (typeof mark.attrs?.['href'] === 'string' ? mark.attrs['href'] : '');

/** Marks that Markdown writes as tags, which Hugo drops. */
const isTag = (mark: Mark): boolean => ['superscript', 'subscript', 'lang'].includes(mark.type) || (mark.type === 'link' && safeAddress(hrefOf(mark)) === null);

function everyText(node: BodyJson, holds: (text: string, marks: readonly Mark[], isCode: boolean) => boolean): boolean {
  const marks = node.marks ?? [];
  if (node.text !== undefined) return holds(node.text, marks, marks.some(({ type }) => type === 'code'));
  const isCode = node.type === 'preformatted';
  return (node.content ?? []).every((child) => (isCode && child.text !== undefined ? holds(child.text, [], true) : everyText(child, holds)));
}

/** The blocks that Markdown's older readers (kramdown) surely read alike, where their words are plain. */
const loose: Readonly<Record<string, (node: BodyJson) => boolean>> = { paragraph: isPlain, subhead: isPlain, divider: () => true };

const plainWords = /^[\p{L}\p{M}\p{N} “”‘’"'(),.:;?!%€£/–—-]+$/u;

function isPlain(node: BodyJson): boolean {
  const content = (node.content ?? []).map((child) => ({ text: child.text ?? '', marks: (child.marks ?? []).filter(({ type }) => type !== 'note') }));
  if (!/^[\p{L}“”‘’"']/u.test(content[0]?.text ?? '')) return false;
  return content.every(({ text, marks }, index) => {
    if (!plainWords.test(text)) return false;
    if (marks.length === 0) return true;
    const neighbours = [content[index - 1], content[index + 1]];
    return marks.length === 1 && marks.every(({ type }) => ['bold', 'italic', 'link'].includes(type)) && text === text.trim() && neighbours.every((other) => !other || other.marks.length === 0);
  });
}
