/** Changes of single blocks, made outside the text: by a replacement of words, by a fix. The caret and all other blocks stay. */
import type { Editor } from '@tiptap/core';
import { closeHistory } from '@tiptap/pm/history';
import type { Node } from '@tiptap/pm/model';
import type { Transaction } from '@tiptap/pm/state';
import { ReplaceStep } from '@tiptap/pm/transform';
import { type Article, nodeToJson } from '../../article/article.ts';
import type { BodyJson } from '../../article/body.ts';
import { idOf as idOfJson } from '../../article/checks/text.ts';
import { addImages, changeMetadata, fieldsOf } from './article-fields.ts';
import { idOf } from './block-ids.ts';
import { allowAcrossWalls } from './walls.ts';

const jsonOfBlocks = new WeakMap<Node, BodyJson>();

/** A block as JSON; the same object as long as the block is the same. */
export function jsonOf(block: Node): BodyJson {
  let json = jsonOfBlocks.get(block);
  if (!json) {
    json = nodeToJson(block);
    jsonOfBlocks.set(block, json);
  }
  return json;
}

/**
 * Makes the article's changed blocks and metadata the editor's, as one undo step.
 * @param article made from the one the editor answered: unchanged blocks are the same objects
 * @returns false where it has other blocks than the editor: then nothing is done
 */
export function changeBlocks({ state, view }: Editor, article: Article): boolean {
  const wanted = article.body.content ?? [];
  const blocks = state.doc.content.content;
  if (wanted.length !== blocks.length || !wanted.every((block, index) => idOfJson(block) === idOf(state.doc.child(index)))) return false;
  const { metadata } = fieldsOf(state);
  const transaction = allowAcrossWalls(state.tr);
  let pos = state.doc.content.size;
  for (let index = blocks.length - 1; index >= 0; index -= 1) {
    const block = state.doc.child(index);
    const json = wanted[index];
    pos -= block.nodeSize;
    if (json && json !== jsonOf(block)) putBlock(transaction, { pos, block }, state.schema.nodeFromJSON(json));
  }
  if (metadata !== article.metadata) changeMetadata(transaction, metadata, article.metadata);
  view.dispatch(closeHistory(addImages(transaction, article.images)));
  return true;
}

/** Puts a block in another's place; where only its words differ, only they are replaced, so that what stands before and after them is not moved. */
export function putBlock(transaction: Transaction, { pos, block }: { readonly pos: number; readonly block: Node }, next: Node): void {
  const start = block.sameMarkup(next) ? block.content.findDiffStart(next.content) : null;
  const end = start === null ? null : block.content.findDiffEnd(next.content);
  if (start !== null && end) {
    // Both ends may claim the same letters where the differing words repeat.
    const overlap = Math.max(0, start - Math.min(end.a, end.b));
    const step = new ReplaceStep(pos + 1 + start, pos + 1 + end.a + overlap, next.slice(start, end.b + overlap));
    if (!transaction.maybeStep(step).failed) return;
  }
  transaction.replaceWith(pos, pos + block.nodeSize, next);
}

/**
 * Makes the article's top-level blocks the editor's, whatever their order and number, as one undo step; metadata and pictures
 * stay. Blocks that are the editor's own objects are not made anew, and only the run that differs is replaced.
 */
export function arrangeBlocks({ state, view }: Editor, article: Article): void {
  const blocks = state.doc.content.content;
  const own = new Map(blocks.map((block) => [jsonOf(block), block]));
  const wanted = (article.body.content ?? []).map((json) => own.get(json) ?? state.schema.nodeFromJSON(json));
  const shorter = Math.min(blocks.length, wanted.length);
  let head = 0;
  while (head < shorter && blocks[head] === wanted[head]) head += 1;
  let tail = 0;
  while (tail < shorter - head && blocks.at(-1 - tail) === wanted.at(-1 - tail)) tail += 1;
  if (head === blocks.length && head === wanted.length) return;
  const root = state.doc.resolve(0);
  const transaction = allowAcrossWalls(state.tr).replaceWith(root.posAtIndex(head, 0), root.posAtIndex(blocks.length - tail, 0), wanted.slice(head, wanted.length - tail));
  view.dispatch(closeHistory(transaction));
}
