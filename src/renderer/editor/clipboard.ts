/**
 * Cut, copy, paste, drag and drop. ProseMirror would parse what comes in through innerHTML, so everything is taken here first
 * and goes through the same pure code as the command line's `paste`.
 */
import { closeHistory } from '@tiptap/pm/history';
import { type EditorState, Plugin, PluginKey, TextSelection } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import type { Clipboard } from '../../article/import/paste.ts';
import { idOf } from './block-ids.ts';
import { filesIn } from './dropped-files.ts';
import { expectReaders, type Readers, withReaders } from './readers.ts';
import { gapAt } from './place.ts';
import { deleteAcross } from './wall-keys.ts';
import { addImages, fieldsOf } from './article-fields.ts';
import { type Copied, flavoursOf, galleyType, readGalley } from './flavours.ts';
import { insertBlocks, withoutSelection } from './insert.ts';
import { addressPasted } from './pasted-address.ts';
import { pasteIntoTable, tableOfText } from './table-commands.ts';
import { sectionsOf } from './walls.ts';

/** A block on its way by its handle, and a picture on its way inside its gallery. */
export const blockType = 'application/x-galley-block';
export const pictureType = 'application/x-galley-picture';

export interface ClipboardOptions {
  readonly articleId: string;
  readonly language: () => string;
  readonly gateShut: () => boolean;
  /** `before`: the top-level block they were dropped in front of, null for the end; undefined where the caret says the place. */
  readonly onFiles: (files: Promise<readonly File[]>, before?: string | null) => void;
  /** Takes text that is a finished article; false where it is not, or the article has been started. */
  readonly onText: (flavours: Clipboard, readers: Readers) => boolean;
  readonly onRemoved: (removed: readonly { readonly text: string; readonly why: string }[]) => void;
}

export function clipboardPlugin(options: ClipboardOptions): Plugin {
  let plainNext = false;
  let dragged: { readonly from: number; readonly to: number } | null = null;
  return new Plugin({
    key: new PluginKey('galleyClipboard'),
    props: {
      handleKeyDown: (_view, event) => {
        expectReaders();
        plainNext = (event.ctrlKey || event.metaKey) && event.shiftKey && event.code === 'KeyV';
        return false;
      },
      handleDOMEvents: {
        contextmenu: expectReaders,
        dragenter: expectReaders,
        copy: (view, event) => isOurs(view, event) && copied(view, event.clipboardData, options, event),
        cut: (view, event) => {
          if (!isOurs(view, event) || !copied(view, event.clipboardData, options, event)) return false;
          if (view.editable && !deleteAcross(view.state, view.dispatch)) view.dispatch(closeHistory(withoutSelection(view.state)).scrollIntoView());
          return true;
        },
        paste: (view, event) => {
          if (!isOurs(view, event)) return false;
          event.preventDefault();
          if (view.editable && event.clipboardData) received(view, event.clipboardData, { ...options, plain: plainNext });
          plainNext = false;
          return true;
        },
        dragstart: (view, event) => {
          // A picture by the grip of its gallery carries what its view gives it.
          if (event.target instanceof HTMLElement && event.target.closest('.picture-tools')) return true;
          dragged = dragStarted(view, event, options);
          return true;
        },
        dragend: () => {
          dragged = null;
          return false;
        },
        drop: (view, event) => {
          const data = event.dataTransfer;
          if (!data || !isOurs(view, event) || data.types.includes(blockType) || data.types.includes(pictureType)) return false;
          event.preventDefault();
          if (view.editable) dropped(view, event, data, { options, dragged });
          dragged = null;
          return true;
        },
      },
    },
  });
}

/** Inputs inside a block's view keep their own clipboard. */
function isOurs(view: EditorView, event: Event): boolean {
  const { target } = event;
  return !(target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) || !view.dom.contains(target);
}

function copied(view: EditorView, data: DataTransfer | null, options: ClipboardOptions, event: Event): boolean {
  const { selection } = view.state;
  if (selection.empty || !data) return false;
  event.preventDefault();
  data.clearData();
  setFlavours(data, view.state, options);
  return true;
}

function setFlavours(data: DataTransfer, state: EditorState, options: ClipboardOptions): void {
  const flavours = flavoursOf(state.selection.content(), state.schema, { images: fieldsOf(state).images, articleId: options.articleId, language: options.language(), gateShut: options.gateShut() });
  data.setData(galleyType, flavours.galley);
  data.setData('text/plain', flavours.text);
  if (flavours.html !== null) data.setData('text/html', flavours.html);
}

/** What a clipboard or a drag brings as text, taken out while its event lasts: it is empty afterwards. */
interface Brought {
  readonly galley: string;
  readonly html: string;
  readonly text: string;
}

const broughtBy = (data: DataTransfer): Brought => ({ galley: data.getData(galleyType), html: data.getData('text/html'), text: data.getData('text/plain') });

function received(view: EditorView, data: DataTransfer, options: ClipboardOptions & { readonly plain: boolean }): void {
  const brought = broughtBy(data);
  if (data.files.length > 0 && brought.text === '' && brought.galley === '') {
    options.onFiles(filesIn(data));
    return;
  }
  const address = brought.galley === '' && !options.plain ? addressPasted(view.state, brought.text) : null;
  if (address) view.dispatch(address);
  else withReaders(view, (readers) => receivedText(view, brought, readers, options));
}

function receivedText(view: EditorView, brought: Brought, readers: Readers, options: ClipboardOptions & { readonly plain: boolean }): void {
  const { text } = brought;
  const html = options.plain || brought.html === '' ? null : brought.html;
  const isForeign = brought.galley === '';
  if (isForeign && options.onText({ text, html }, readers)) return;
  const cells = isForeign && html === null ? tableOfText(view.state.schema, text) : null;
  if (cells && pasteIntoTable(view, [cells])) return;
  insertJson(view, options.plain ? { blocks: readers.textBlocks(text), images: {} } : blocksOf(brought, readers, options));
}

function blocksOf({ galley, html, text }: Brought, readers: Readers, options: ClipboardOptions): Copied {
  const own = readGalley(galley, options.articleId);
  if (own) return own;
  const pasted = readers.paste({ html: html === '' ? null : html, text }, options.language());
  if (pasted.removed.length > 0) options.onRemoved(pasted.removed);
  return { blocks: pasted.blocks, images: {} };
}

/** Puts parsed blocks in at the selection. */
export function insertJson(view: EditorView, { blocks, images }: Copied): void {
  if (blocks.length === 0) return;
  const nodes = blocks.map((block) => view.state.schema.nodeFromJSON(block));
  if (pasteIntoTable(view, nodes)) return;
  // One undo takes a paste back, and not the typing just before it along with it.
  view.dispatch(addImages(closeHistory(insertBlocks(view.state, nodes)), images).setMeta('uiEvent', 'paste'));
}

function dragStarted(view: EditorView, event: DragEvent, options: ClipboardOptions): { readonly from: number; readonly to: number } | null {
  const data = event.dataTransfer;
  const at = view.posAtCoords({ left: event.clientX, top: event.clientY });
  const { selection } = view.state;
  if (!data || !at || selection.empty || at.pos < selection.from || at.pos > selection.to) {
    event.preventDefault();
    return null;
  }
  data.clearData();
  data.effectAllowed = 'copyMove';
  setFlavours(data, view.state, options);
  return { from: selection.from, to: selection.to };
}

interface Drop {
  readonly options: ClipboardOptions;
  readonly dragged: { readonly from: number; readonly to: number } | null;
}

function dropped(view: EditorView, event: DragEvent, data: DataTransfer, { options, dragged }: Drop): void {
  if (data.files.length > 0) {
    droppedFiles(view, event, data, options);
    return;
  }
  const brought = broughtBy(data);
  withReaders(view, (readers) => droppedText(view, event, blocksOf(brought, readers, options), dragged));
}

function droppedText(view: EditorView, event: DragEvent, copied: Copied, dragged: Drop['dragged']): void {
  const at = view.posAtCoords({ left: event.clientX, top: event.clientY })?.pos ?? placeWithoutMouse(view);
  const copies = event.ctrlKey || event.altKey;
  if (dragged && at >= dragged.from && at <= dragged.to) return;
  let target = at;
  if (dragged && !copies && view.state.selection.from === dragged.from && view.state.selection.to === dragged.to) {
    const removal = withoutSelection(view.state);
    target = removal.mapping.map(target);
    view.dispatch(removal);
  }
  caretAt(view, target);
  insertJson(view, copied);
  view.focus();
}

/** Files go between blocks, never into the middle of a paragraph; onto a picture without a file or a gallery, into it. */
function droppedFiles(view: EditorView, event: DragEvent, data: DataTransfer, options: ClipboardOptions): void {
  const at = view.posAtCoords({ left: event.clientX, top: event.clientY })?.pos;
  const over = at === undefined ? null : view.state.doc.nodeAt(view.state.doc.resolve(0).posAtIndex(view.state.doc.resolve(at).index(0), 0));
  const takesFiles = over?.type.name === 'gallery' || (over?.type.name === 'image' && over.attrs['imageId'] === null);
  if (at === undefined || takesFiles) {
    caretAt(view, at ?? placeWithoutMouse(view));
    options.onFiles(filesIn(data));
  } else options.onFiles(filesIn(data), blockBelow(view, event.clientY));
  view.focus();
}

/** Id of the top-level block below the gap nearest to a height; null at the end. */
export function blockBelow(view: EditorView, y: number): string | null {
  const next = view.state.doc.maybeChild(gapAt(view, y).index);
  return next ? idOf(next) : null;
}

/** Where something lands that was dropped at no place of the text: at the caret, at the end where that is in a field. */
function placeWithoutMouse(view: EditorView): number {
  const { doc, selection } = view.state;
  return selection.head > sectionsOf(doc).body.from ? selection.head : doc.content.size;
}

/** Sets the caret near a place; what was aimed at the byline goes to the start of the body. */
export function caretAt(view: EditorView, pos: number): void {
  const { byline, body } = sectionsOf(view.state.doc);
  const target = pos >= byline.from && pos <= byline.to ? body.from : pos;
  const $pos = view.state.doc.resolve(Math.min(target, view.state.doc.content.size));
  view.dispatch(view.state.tr.setSelection(TextSelection.near($pos, 1)));
}
