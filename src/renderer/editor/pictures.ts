/** Picture files on their way into the text: chosen or dropped, kept one after the other, each refusal in a sentence. */
import { closeHistory } from '@tiptap/pm/history';
import type { Node, Schema } from '@tiptap/pm/model';
import type { Transaction } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { imageExtension } from '../../article/export/names.ts';
import { textsFromFile } from '../../article/picture-facts.ts';
import type { AddedImage } from '../../ipc/contract.ts';
import type { Result } from '../../ipc/result.ts';
import { say } from '../../language/index.ts';
import { call } from '../api.ts';
import type { Notices } from '../ui/notices.tsx';
import { addImages } from './article-fields.ts';
import { findBlock } from './block-commands.ts';
import { idOf } from './block-ids.ts';
import { firstBodyIndex } from './block-selection.ts';
import { insertBlocks } from './insert.ts';

/** One file to keep: its name and how it gets into the store. */
export interface PictureSource {
  readonly name: string;
  readonly add: () => Promise<Result<AddedImage>>;
}

/** Opens the system's picker; the pictures that could be kept, with a sentence for each that could not. */
export async function choosePictures(notices: Notices): Promise<readonly AddedImage[]> {
  const picked = await call('images.pick', null);
  if (!picked.ok) {
    notices.fail(picked.error);
    return [];
  }
  return keepPictures((picked.value ?? []).map(({ name, path }) => ({ name, add: () => call('images.addPicked', { path }) })), notices);
}

/** After this time without an end the person sees how far it is, and can stop it; milliseconds. */
const silentMs = 600;
const progressId = 'pictures';

/** Keeps pictures one after the other, so that a bad one keeps none of the others back. */
export async function keepPictures(sources: readonly PictureSource[], notices: Notices): Promise<readonly AddedImage[]> {
  const added: AddedImage[] = [];
  const run = { stopped: false, startedMs: Date.now() };
  const sayRefused = teller({ notices, heading: 'editor.picturesRefused', kind: 'error', run: run.startedMs });
  const sayKind = teller({ notices, heading: 'editor.picturesOtherKind', kind: 'info', run: run.startedMs });
  for (const [index, { add }] of sources.entries()) {
    if (run.stopped) break;
    if (sources.length > 1 && Date.now() - run.startedMs > silentMs) {
      notices.show({ id: progressId, text: say('editor.addingPictures', { done: index + 1, total: sources.length }), lasting: true, action: { label: say('editor.stop'), run: () => { run.stopped = true; } } });
    }
    const result = await add();
    if (!result.ok) {
      if (result.error.code !== 'cancelled') sayRefused(result.error.message);
      continue;
    }
    added.push(result.value);
    const other = otherKindOf(result.value);
    if (other !== null) sayKind(other);
  }
  notices.hide(progressId);
  return added;
}

interface Telling {
  readonly notices: Notices;
  readonly heading: 'editor.picturesRefused' | 'editor.picturesOtherKind';
  readonly kind: 'info' | 'error';
  /** Tells this run's message from an earlier one, which stays until it is closed. */
  readonly run: number;
}

/** One sentence is a message; more of them are one message with a line each, for only a few messages fit and none may be lost. */
function teller({ notices, heading, kind, run }: Telling): (sentence: string) => void {
  const sentences: string[] = [];
  return (sentence) => {
    sentences.push(sentence);
    const [first = ''] = sentences;
    notices.show({ id: `${heading} ${run}`, kind, ...(sentences.length === 1 ? { text: first } : { text: say(heading, { count: sentences.length }), lines: [...new Set(sentences)] }) });
  };
}

/** Kinds whose name is longer than their usual extension. */
const spelled: Readonly<Record<string, string>> = { jpg: 'JPEG', tif: 'TIFF' };

/** A file whose name says another kind than its bytes is taken for what it is, and that is said. */
function otherKindOf({ stored: { fileName, mediaType } }: AddedImage): string | null {
  const written = /\.([a-z0-9]{1,5})$/iu.exec(fileName)?.[1]?.toLowerCase().replace(/^jpe?g?$|^jfif$/u, 'jpg').replace(/^tiff$/u, 'tif');
  const real = imageExtension(mediaType);
  return written === undefined || written === real ? null : say('editor.otherKind', { name: fileName, kind: spelled[real] ?? real.toUpperCase() });
}

/** An image block with all that the file says of itself. */
export function imageOf(schema: Schema, { imageId, stored }: AddedImage): Node {
  const { caption, ...texts } = textsFromFile(stored.fromFile);
  return schema.node('image', { imageId, ...texts }, caption === '' ? [] : schema.text(caption));
}

/** Puts pictures in where the caret is, as one undo step. */
export function insertPictures(view: EditorView, added: readonly AddedImage[]): void {
  if (added.length === 0) return;
  const nodes = added.map((picture) => imageOf(view.state.schema, picture));
  view.dispatch(closeHistory(addImages(insertBlocks(view.state, nodes), byId(added))));
}

/** Puts pictures in front of a top-level block, at the end where there is none of that id. */
export function insertPicturesBefore(view: EditorView, blockId: string | null, added: readonly AddedImage[]): void {
  if (added.length === 0) return;
  const { doc, schema } = view.state;
  const at = (blockId === null ? null : findBlock(doc, blockId)?.pos) ?? doc.content.size;
  const only = doc.childCount === firstBodyIndex + 1 && doc.lastChild?.type.name === 'paragraph' && doc.lastChild.content.size === 0 ? doc.lastChild : null;
  // The one empty paragraph of an unwritten body stays behind the pictures: there is somewhere to write on.
  const transaction = view.state.tr.insert(only ? doc.content.size - only.nodeSize : at, added.map((picture) => imageOf(schema, picture)));
  view.dispatch(closeHistory(addImages(transaction, byId(added))).scrollIntoView());
}

/** Gives an image block its file, and puts further pictures behind it; what is written in its fields stays, the empty ones are filled from the file. */
export function setPictures(view: EditorView, blockId: string, added: readonly AddedImage[]): void {
  const [first, ...rest] = added;
  const block = findBlock(view.state.doc, blockId);
  if (!first || view.isDestroyed || block?.node.type.name !== 'image') return;
  const transaction = view.state.tr.insert(block.pos + block.node.nodeSize, rest.map((picture) => imageOf(view.state.schema, picture)));
  transaction.setNodeAttribute(block.pos, 'imageId', first.imageId);
  fillFromFile(transaction, block, first);
  view.dispatch(closeHistory(addImages(transaction, byId(added))));
}

/** Puts pictures at a gallery's end; its first, still empty picture takes the first of them. */
export function appendPictures(view: EditorView, galleryId: string, added: readonly AddedImage[]): void {
  const gallery = findBlock(view.state.doc, galleryId);
  if (view.isDestroyed || !gallery || added.length === 0) return;
  const last = gallery.node.lastChild;
  if (last?.attrs['imageId'] === null && last.content.size === 0) {
    setPictures(view, idOf(last), added);
    return;
  }
  const transaction = view.state.tr.insert(gallery.pos + gallery.node.nodeSize - 1, added.map((picture) => imageOf(view.state.schema, picture)));
  view.dispatch(closeHistory(addImages(transaction, byId(added))));
}

function fillFromFile(transaction: Transaction, { pos, node }: { readonly pos: number; readonly node: Node }, { stored }: AddedImage): void {
  const { caption, ...texts } = textsFromFile(stored.fromFile);
  for (const [name, text] of Object.entries(texts)) {
    if (text !== '' && node.attrs[name] === '' && !(name === 'alt' && node.attrs['decorative'] === true)) transaction.setNodeAttribute(pos, name, text);
  }
  if (caption !== '' && node.content.size === 0) transaction.insertText(caption, pos + 1);
}

function byId(added: readonly AddedImage[]): Readonly<Record<string, AddedImage['stored']>> {
  return Object.fromEntries(added.map(({ imageId, stored }) => [imageId, stored]));
}
