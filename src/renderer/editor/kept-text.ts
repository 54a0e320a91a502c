/** The text of an article that another tab covers: without a page, but with its undo history, until it is looked at again. */
import type { Editor } from '@tiptap/core';
import { history } from '@tiptap/pm/history';
import { type EditorState, TextSelection } from '@tiptap/pm/state';
import type { Article } from '../../article/article.ts';
import { isSame } from '../../article/compare/tree.ts';
import type { Place } from '../../ipc/session.ts';
import { fieldsOf, fieldsPluginOf } from './article-fields.ts';
import { findBlock } from './block-commands.ts';
import { idOf } from './block-ids.ts';
import { elementOf } from './place.ts';

export type KeptText = EditorState;

/** One for every editor: it holds nothing itself, what was done stands in each state. */
export const undoHistory = history();

/** The state without the plugins that hold the page. */
export function keepText({ state }: Editor): KeptText {
  const fields = fieldsPluginOf(state);
  return state.reconfigure({ plugins: fields ? [undoHistory, fields] : [undoHistory] });
}

/** True where the store still has what the text was: else its history would lead to another article. */
export function isTextOf(kept: KeptText, { body, metadata }: Article): boolean {
  return isSame(fieldsOf(kept).metadata, metadata) && kept.schema.nodeFromJSON(body).eq(kept.doc);
}

/** Has an editor that is being made go on with a kept text. Its nodes are of the schema they were made with: that one stays. */
export function resumeText(editor: Editor, kept: KeptText): void {
  editor.schema = kept.schema;
  editor.extensionManager.schema = kept.schema;
  editor.view.updateState(kept);
}

const scrollerOf = (editor: Editor): HTMLElement | null => editor.view.dom.closest('.editor-scroll');

/** Where the caret is, and what stands at the top of the window. */
export function placeOf(editor: Editor): Place {
  const { anchor, head } = editor.state.selection;
  const scroller = scrollerOf(editor);
  const top = scroller?.getBoundingClientRect().top ?? 0;
  const root = editor.state.doc.resolve(0);
  for (let index = 0; scroller && scroller.scrollTop > 0 && index < editor.state.doc.childCount; index += 1) {
    const box = elementOf(editor.view, root.posAtIndex(index, 0))?.getBoundingClientRect();
    if (box && box.bottom > top) return { anchor, head, blockId: idOf(editor.state.doc.child(index)), offset: Math.round(top - box.top) };
  }
  return { anchor, head, blockId: '', offset: 0 };
}

/** What a page may move while its letters come; more is a person's scrolling. */
const farPixels = 300;
/** Frames until what came into sight has its height. */
const settlingFrames = 4;

/** Puts the caret back, and the text to where it was scrolled. */
export function goToPlace(editor: Editor, { anchor, head, blockId, offset }: Place): void {
  const { doc, tr } = editor.state;
  const at = (pos: number): number => Math.min(pos, doc.content.size);
  // The kept text has its selection already, which may be more than two places.
  if (editor.state.selection.anchor !== anchor || editor.state.selection.head !== head) editor.view.dispatch(tr.setSelection(TextSelection.between(doc.resolve(at(anchor)), doc.resolve(at(head)))));
  let shownAt: number | undefined;
  const scroll = (): void => {
    const scroller = editor.isDestroyed ? null : scrollerOf(editor);
    const block = blockId === '' ? null : findBlock(editor.state.doc, blockId);
    const element = block && elementOf(editor.view, block.pos);
    if (!scroller || !element) return;
    // Whoever has scrolled meanwhile stays there.
    if (shownAt !== undefined && Math.abs(scroller.scrollTop - shownAt) > farPixels) return;
    scroller.scrollTop += element.getBoundingClientRect().top - scroller.getBoundingClientRect().top + offset;
    shownAt = scroller.scrollTop;
  };
  // What comes into sight is laid out only then, and is not as high as it was guessed to be; nor is it in its own letters yet.
  const settle = (frames: number): void => {
    scroll();
    if (frames > 0) requestAnimationFrame(() => settle(frames - 1));
  };
  settle(settlingFrames);
  void document.fonts.ready.then(() => settle(settlingFrames));
}
