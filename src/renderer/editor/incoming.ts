/** What is pasted or dropped beside text: picture files, and copy that is a whole article. */
import type { Editor } from '@tiptap/core';
import type { Article } from '../../article/article.ts';
import type { FinishedCopy } from '../../article/import/finished-copy.ts';
import type { Clipboard } from '../../article/import/paste.ts';
import type { Explained } from '../../article/import/report.ts';
import type { AddedImage } from '../../ipc/contract.ts';
import { fail, type Result } from '../../ipc/result.ts';
import { say } from '../../language/index.ts';
import { call } from '../api.ts';
import type { Notices } from '../ui/notices.tsx';
import { idOf } from './block-ids.ts';
import { isUnwritten, replaceArticle } from './editor-handle.ts';
import { insertPictures, insertPicturesBefore, keepPictures, setPictures } from './pictures.ts';
import type { Readers } from './readers.ts';

export interface Incoming {
  readonly editor: Editor;
  readonly notices: Notices;
  readonly onOfferFinishedCopy: ((article: Article) => void) | undefined;
  readonly onImportFiles: ((files: readonly File[]) => void) | undefined;
}

/** What an import takes, by its name; anything else that comes as a file is meant as a picture. */
const copyName = /\.(?:galley|json|txt|md|markdown|html?|docx|rtf|odt)$/iu;

/** The most bytes a picture may have; more is refused before it is read into memory (the main process looks again). */
const mostBytes = 100_000_000;

/**
 * Keeps the pictures among the files and puts them in; copy is offered as articles of its own, of what is neither it is said.
 * @param before the top-level block they go in front of, null for the end, undefined for the caret's place
 */
export async function takeFiles(files: readonly File[], before: string | null | undefined, { editor, notices, onImportFiles }: Incoming): Promise<void> {
  const copy = onImportFiles ? files.filter(({ name, type }) => copyName.test(name) && !type.startsWith('image/')) : [];
  const pictures = files.filter((file) => !copy.includes(file));
  if (files.length === 0) notices.show({ kind: 'error', text: say('editor.nothingDropped') });
  const added = await keepPictures(pictures.map((file) => ({ name: file.name, add: () => keepFile(file) })), notices);
  if (!editor.isDestroyed) placePictures(editor, added, before);
  const [first] = copy;
  if (first) notices.show({ text: say('editor.droppedCopy', { count: copy.length, name: first.name }), lasting: true, action: { label: say('editor.importCopy', { count: copy.length }), run: () => onImportFiles?.(copy) } });
}

async function keepFile(file: File): Promise<Result<AddedImage>> {
  if (file.size > mostBytes) return fail('bad-file', `${file.name}: ${say('files.picture-too-heavy', { limit: mostBytes / 1_000_000 })}`);
  try {
    return await call('images.add', { fileName: file.name, bytes: new Uint8Array(await file.arrayBuffer()) });
  } catch {
    return fail('file-not-found', say('files.import-missing', { name: file.name }));
  }
}

function placePictures(editor: Editor, added: readonly AddedImage[], before: string | null | undefined): void {
  if (before !== undefined) {
    insertPicturesBefore(editor.view, before, added);
    return;
  }
  const waiting = imageWithoutFile(editor);
  if (waiting !== null && added.length > 0) setPictures(editor.view, waiting, added);
  else insertPictures(editor.view, added);
}

/** The image block at the caret whose file is missing: a file dropped on it is meant for it. */
function imageWithoutFile(editor: Editor): string | null {
  const { $from } = editor.state.selection;
  const around = Array.from({ length: $from.depth + 1 }, (_, depth) => $from.node(depth)).find(({ type }) => type.name === 'image');
  const image = around ?? ($from.nodeAfter?.type.name === 'image' ? $from.nodeAfter : null);
  return image?.attrs['imageId'] === null ? idOf(image) : null;
}

/**
 * Copy with headline, byline and the rest: fills an article in which nothing is written, as one undo step.
 * In a started one it is pasted like any other, and the whole is offered.
 * @returns true where it is taken, false where it is still to be pasted
 */
export function takeFinishedCopy(flavours: Clipboard, readers: Readers, incoming: Incoming): boolean {
  if (!readers.looksLikeFinishedCopy(flavours.text ?? '')) return false;
  const { editor, notices, onOfferFinishedCopy: offer } = incoming;
  const fills = isUnwritten(editor.state.doc);
  if (!fills && !offer) return false;
  void readCopy(flavours).then((copy) => {
    if (!copy || editor.isDestroyed) return;
    if (!fills) return notices.show({ text: say('editor.offerCopy'), action: { label: say('editor.offerCopyHow'), run: () => offer?.(copy.article) } });
    replaceArticle(editor, copy.article);
    if (flavours.html !== null && copy.removed.length > 0) tellRemoved(copy.removed, notices);
  });
  return fills;
}

async function readCopy(flavours: Clipboard): Promise<FinishedCopy | null> {
  const settings = await call('settings.read', null);
  if (!settings.ok) return null;
  const { zone, machineZone, language } = settings.value;
  // The reader of pages is large: it is there when it is wanted.
  const { finishedCopy } = await import('../../article/import/finished-copy.ts');
  return finishedCopy(flavours, { zone: '', newsroomZone: zone, machineZone, language });
}

/** What a paste left out, and why. */
export function tellRemoved(removed: readonly Explained[], notices: Notices): void {
  notices.show({ text: say('editor.pasted', { count: removed.length }), lines: [...new Set(removed.map(({ text, why }) => (text ? `${text.slice(0, 80)}: ${why}` : why)))].slice(0, 5) });
}
