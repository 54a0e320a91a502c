/** What the window asks of an open editor. */
import { closeHistory } from '@tiptap/pm/history';
import type { Editor } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { TextSelection } from '@tiptap/pm/state';
import { type Article, nodeToJson, type StoredImage } from '../../article/article.ts';
import type { BodyJson } from '../../article/body.ts';
import type { Metadata } from '../../article/metadata.ts';
import type { AddedImage } from '../../ipc/contract.ts';
import { addImages, changeMetadata, fieldsOf } from './article-fields.ts';
import { dispatchGrouped, findBlock } from './block-commands.ts';
import { insertBlocks } from './insert.ts';
import { elementOf } from './place.ts';
import type { Saver } from './saving.ts';
import { allowAcrossWalls } from './walls.ts';

export interface EditorHandle {
  readonly editor: Editor;
  /** The article as it stands, metadata and pictures included; unchanged blocks are not serialised again. */
  article(): Article;
  /** Undoable like text. */
  setMetadata(patch: Partial<Metadata>): void;
  insertImages(added: readonly AddedImage[]): void;
  focusBlock(blockId: string): void;
  /** @returns true when storage has everything */
  flush(): Promise<boolean>;
  /** Body, metadata and pictures of another article, as one undo step; the id stays. */
  replaceArticle(article: Article): void;
  /** One block as it was: in its place where it still is, else at the index it had. */
  restoreBlock(block: BodyJson, index: number): void;
}

export function editorHandle(editor: Editor, opened: Article, saver: Saver | null): EditorHandle {
  return {
    editor,
    article: () => currentArticle(editor, opened),
    setMetadata: (patch) => {
      const { metadata } = fieldsOf(editor.state);
      dispatchGrouped(editor.view, changeMetadata(editor.state.tr, metadata, { ...metadata, ...patch }), `metadata ${Object.keys(patch).join(' ')}`);
    },
    insertImages: (added) => insertImages(editor, added),
    focusBlock: (blockId) => focusBlock(editor, blockId),
    flush: () => saver?.flush() ?? Promise.resolve(true),
    replaceArticle: (article) => replaceArticle(editor, article),
    restoreBlock: (block, index) => restoreBlock(editor, block, index),
  };
}

const jsonOfBlocks = new WeakMap<Node, BodyJson>();

function jsonOf(block: Node): BodyJson {
  let json = jsonOfBlocks.get(block);
  if (!json) {
    json = nodeToJson(block);
    jsonOfBlocks.set(block, json);
  }
  return json;
}

function currentArticle(editor: Editor, opened: Article): Article {
  const { metadata, images } = fieldsOf(editor.state);
  return { ...opened, metadata, body: { type: 'doc', content: editor.state.doc.content.content.map(jsonOf) }, images };
}

export function insertImages(editor: Editor, added: readonly AddedImage[]): void {
  const image = editor.schema.nodes['image'];
  if (!image || added.length === 0) return;
  const nodes = added.map(({ imageId }) => image.create({ imageId }));
  editor.view.dispatch(closeHistory(addImages(insertBlocks(editor.state, nodes), byId(added))));
}

export function byId(added: readonly AddedImage[]): Readonly<Record<string, StoredImage>> {
  return Object.fromEntries(added.map(({ imageId, stored }) => [imageId, stored]));
}

function focusBlock(editor: Editor, blockId: string): void {
  const block = findBlock(editor.state.doc, blockId);
  if (!block) return;
  const dom = elementOf(editor.view, block.pos);
  dom?.scrollIntoView({ block: 'center' });
  if (block.node.type.name === 'byline') {
    dom?.querySelector('input')?.focus();
    return;
  }
  editor.view.focus();
  const $inside = editor.state.doc.resolve(block.pos + (block.node.isLeaf ? 0 : 1));
  editor.view.dispatch(editor.state.tr.setSelection(TextSelection.near($inside, 1)));
}

export function replaceArticle(editor: Editor, article: Article): void {
  const { state } = editor;
  const doc = state.schema.nodeFromJSON(article.body);
  const transaction = allowAcrossWalls(state.tr.replaceWith(0, state.doc.content.size, doc.content));
  changeMetadata(transaction, fieldsOf(state).metadata, article.metadata);
  addImages(transaction, article.images);
  editor.view.dispatch(closeHistory(transaction).setSelection(TextSelection.atStart(transaction.doc)).scrollIntoView());
}

function restoreBlock(editor: Editor, block: BodyJson, index: number): void {
  const { state } = editor;
  const node = state.schema.nodeFromJSON(block);
  const blockId: unknown = node.attrs['blockId'];
  const now = typeof blockId === 'string' ? findBlock(state.doc, blockId) : null;
  const end = state.doc.childCount;
  const at = state.doc.resolve(0).posAtIndex(Math.max(3, Math.min(index, end)), 0);
  const transaction = now ? state.tr.replaceWith(now.pos, now.pos + now.node.nodeSize, node) : state.tr.insert(at, node);
  editor.view.dispatch(closeHistory(allowAcrossWalls(transaction)).scrollIntoView());
}

/** True where nothing has been written yet: a finished article may be put in whole. */
export function isUnwritten(doc: Node): boolean {
  const byline: unknown = doc.maybeChild(2)?.attrs['contributors'];
  return doc.childCount === 4 && doc.textContent === '' && doc.child(3).type.name === 'paragraph' && Array.isArray(byline) && byline.length === 0;
}
