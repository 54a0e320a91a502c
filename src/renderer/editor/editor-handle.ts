/** What the window asks of an open editor. */
import { closeHistory } from '@tiptap/pm/history';
import type { Editor } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { NodeSelection, type Selection, TextSelection } from '@tiptap/pm/state';
import type { Article } from '../../article/article.ts';
import type { Scope } from '../../article/find/scope.ts';
import type { Metadata } from '../../article/metadata.ts';
import type { Snippet } from '../../article/newsroom/snippets.ts';
import type { CommandName } from '../../ipc/commands.ts';
import type { Place } from '../../ipc/session.ts';
import { addImages, changeMetadata, fieldsOf, usedImages } from './article-fields.ts';
import { withoutBlocks } from './carried-blocks.ts';
import { arrangeBlocks, changeBlocks, jsonOf } from './change-blocks.ts';
import { dispatchGrouped } from './block-commands.ts';
import { idOf } from './block-ids.ts';
import { dropScope, keepScope, scopeOf } from './find-scope.ts';
import { type BlockPlace, elementOfBlock, focusPlace, goOn, rangesOf } from './focus-place.ts';
import { goToPlace, keepText, type KeptText, placeOf } from './kept-text.ts';
import type { Saver } from './saving.ts';
import type { Store } from '../ui/store.ts';
import { insertSnippet } from './snippets.ts';
import { runTextCommand } from './text-commands.ts';
import { showTextMarks, type TextMark } from './text-marks.ts';
import { type Margin, showMargin } from './touched.ts';
import { allowAcrossWalls } from './walls.ts';

export interface EditorHandle {
  readonly editor: Editor;
  readonly articleId: string;
  /** The article as it stands, metadata and pictures included; unchanged blocks are not serialised again. */
  article(): Article;
  /** Does a command of the text, where the caret is. */
  run(name: CommandName): void;
  /** Puts a snippet in at the caret. */
  insertSnippet(snippet: Snippet): void;
  /** Takes blocks of the body out, as one undo step. */
  removeBlocks(blockIds: readonly string[]): void;
  /** Undoable like text. */
  setMetadata(patch: Partial<Metadata>): void;
  /**
   * Puts the caret into the headline of an article in which nothing is written yet, else back to where it was; and writes there
   * what was typed while the page was on its way.
   */
  begin(arrival: Arrival): void;
  /** Where someone is in the text. */
  place(): Place;
  /** The text with its undo history, for when the page is gone. */
  keep(): KeptText;
  /** Shows a place, selects it and gives it the focus. */
  focusPlace(place: BlockPlace): void;
  /** The innermost block of the caret; '' where there is none. */
  caretBlock(): string;
  /** Gives the text the keys, for someone who goes on writing. */
  goOn(): void;
  /** Where places of the text stand on the page; null for one that is not text, or is gone. */
  rangesOf(places: readonly BlockPlace[]): (Range | null)[];
  elementOfBlock(blockId: string): HTMLElement | null;
  /** Underlines these passages and no others; gives back what gives up marks not shown yet. */
  showMarks(marks: readonly TextMark[]): () => void;
  /** Has searches keep to what is selected now, through every edit that follows; false where nothing is selected. */
  keepScope(): boolean;
  dropScope(): void;
  /** What searches keep to; nothing while none was asked for. */
  scope(): Scope;
  /** @returns true when storage has everything */
  flush(): Promise<boolean>;
  /** Body, metadata and pictures of another article, as one undo step; the id stays. */
  replaceArticle(article: Article): void;
  /** Shows who changed each block last; null takes the margin away. */
  showMargin(margin: Margin | null): void;
  /** Only the blocks and fields that are not the editor's own objects, as one undo step; false where it has other blocks. */
  changeBlocks(article: Article): boolean;
  /** The top-level blocks of the article in their order, as one undo step. */
  arrangeBlocks(article: Article): void;
}

export function editorHandle(editor: Editor, opened: Article, saver: Saver | null, hasMargin: Store<boolean>): EditorHandle {
  return {
    editor,
    articleId: opened.id,
    article: () => currentArticle(editor, opened),
    run: (name) => runTextCommand(editor.view, name),
    insertSnippet: (snippet) => insertSnippet(editor.view, snippet),
    setMetadata: (patch) => {
      const { metadata } = fieldsOf(editor.state);
      dispatchGrouped(editor.view, changeMetadata(editor.state.tr, metadata, { ...metadata, ...patch }), `metadata ${Object.keys(patch).join(' ')}`);
    },
    begin: (arrival) => begin(editor, arrival),
    removeBlocks: (blockIds) => editor.view.dispatch(withoutBlocks(editor.state, blockIds)),
    place: () => placeOf(editor),
    keep: () => keepText(editor),
    focusPlace: (place) => focusPlace(editor, place),
    caretBlock: () => caretBlock(editor.state.selection),
    elementOfBlock: (blockId) => elementOfBlock(editor, blockId),
    goOn: () => goOn(editor),
    rangesOf: (places) => rangesOf(editor, places),
    showMarks: (marks) => showTextMarks(editor.view, marks),
    keepScope: () => keepScope(editor.view),
    dropScope: () => dropScope(editor.view),
    scope: () => scopeOf(editor.state),
    flush: () => saver?.flush() ?? Promise.resolve(true),
    replaceArticle: (article) => replaceArticle(editor, article),
    showMargin: (margin) => {
      if (!margin && !hasMargin.value) return;
      hasMargin.set(margin !== null);
      showMargin(editor.view, margin ?? new Map());
    },
    changeBlocks: (article) => changeBlocks(editor, article),
    arrangeBlocks: (article) => arrangeBlocks(editor, article),
  };
}

/** How someone comes to a page. */
export interface Arrival {
  readonly typed: string;
  /** Where they were; null where they have not been. */
  readonly place: Place | null;
  /** True for an article just made of a template: its headline is there to be written over. */
  readonly isForm: boolean;
  /** True where they came to write: the text takes the keys. */
  readonly takesKeys: boolean;
}

function begin(editor: Editor, { typed, place, isForm, takesKeys }: Arrival): void {
  const headline = editor.state.doc.child(0);
  if (place) goToPlace(editor, place);
  else if (isForm || isUnwritten(editor.state.doc)) focusPlace(editor, { blockId: idOf(headline), from: 0, to: headline.content.size });
  // ProseMirror's own, which puts the caret where the state has it before anything is typed.
  if (takesKeys) editor.view.focus();
  if (typed === '' || !editor.isEditable) return;
  goOn(editor);
  editor.view.dispatch(editor.state.tr.insertText(typed).scrollIntoView());
}

function caretBlock(selection: Selection): string {
  if (selection instanceof NodeSelection && idOf(selection.node) !== '') return idOf(selection.node);
  const { $from } = selection;
  for (let depth = $from.depth; depth > 0; depth -= 1) {
    const id = idOf($from.node(depth));
    if (id !== '') return id;
  }
  return $from.nodeAfter ? idOf($from.nodeAfter) : '';
}

/** The article as it stands; unchanged blocks are not serialised again. */
export function currentArticle(editor: Editor, opened: Article): Article {
  const { metadata, images } = fieldsOf(editor.state);
  const blocks = editor.state.doc.content.content;
  return { ...opened, metadata, body: { type: 'doc', content: blocks.map(jsonOf) }, images: usedImages(blocks, images) };
}

export function replaceArticle(editor: Editor, article: Article): void {
  const { state } = editor;
  const doc = state.schema.nodeFromJSON(article.body);
  const transaction = allowAcrossWalls(state.tr.replaceWith(0, state.doc.content.size, doc.content));
  changeMetadata(transaction, fieldsOf(state).metadata, article.metadata);
  addImages(transaction, article.images);
  editor.view.dispatch(closeHistory(transaction).setSelection(TextSelection.atStart(transaction.doc)).scrollIntoView());
}

/** True where nothing has been written yet: a finished article may be put in whole. */
export function isUnwritten(doc: Node): boolean {
  const byline: unknown = doc.maybeChild(2)?.attrs['contributors'];
  return doc.childCount === 4 && doc.textContent === '' && doc.child(3).type.name === 'paragraph' && Array.isArray(byline) && byline.length === 0;
}
