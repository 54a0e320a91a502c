import { emptyArticle } from '../../article/article.ts';
import type { BodyJson } from '../../article/body.ts';
import { plain } from '../../article/plain.ts';

const blank = emptyArticle();

/** A block without suggestions; null where the whole block is one. */
export function plainBlock(block: BodyJson): BodyJson | null {
  return plain({ ...blank, body: { type: 'doc', content: [block] } }).body.content?.[0] ?? null;
}

/** Public text of a block, blocks in it apart. */
export function textOf(block: BodyJson): string {
  const shown = plainBlock(block);
  return shown ? innerText(shown) : '';
}

function innerText(node: BodyJson): string {
  if (node.text !== undefined) return node.text;
  if (node.type === 'hardBreak') return '\n';
  const inline = node.content?.some(({ type }) => type === 'text' || type === 'hardBreak') ?? false;
  return (node.content ?? []).map(innerText).join(inline ? '' : '\n');
}

const segmenter = new Intl.Segmenter('en', { granularity: 'word' });

/** Cuts text into words: by spaces alone, Chinese and Thai have none. */
export function cutWords(text: string): string[] {
  const words: string[] = [];
  for (const { segment, isWordLike } of segmenter.segment(text)) if (isWordLike) words.push(segment);
  return words;
}

/** Every blockId in a block, its own first. */
export function idsIn(block: BodyJson): string[] {
  const id = block.attrs?.['blockId'];
  return [...(typeof id === 'string' ? [id] : []), ...(block.content ?? []).flatMap(idsIn)];
}

/** All images in a block, itself included. */
export function imagesIn(block: BodyJson): BodyJson[] {
  return [...(block.type === 'image' ? [block] : []), ...(block.content ?? []).flatMap(imagesIn)];
}
