/** What is pasted or dropped beside text: picture files, and copy that is a whole article. */
import type { Editor } from '@tiptap/core';
import type { EditorView } from '@tiptap/pm/view';
import type { Article } from '../../article/article.ts';
import { importCopy, looksLikeFinishedCopy } from '../../article/import/copy-layout.ts';
import { textBlocks } from '../../article/import/paste.ts';
import type { AddedImage } from '../../ipc/contract.ts';
import { say } from '../../language/index.ts';
import { call } from '../api.ts';
import type { Notices } from '../ui/notices.tsx';
import { addImages } from './article-fields.ts';
import { insertJson } from './clipboard.ts';
import { insertImages, isUnwritten, replaceArticle } from './editor-handle.ts';

export interface Incoming {
  readonly editor: Editor;
  readonly notices: Notices;
  readonly onOfferFinishedCopy: ((article: Article) => void) | undefined;
}

/** Stores the pictures among the files and puts them in; says which files are none. */
export async function takeFiles(files: readonly File[], { editor, notices }: Incoming): Promise<void> {
  const added: AddedImage[] = [];
  for (const file of files) {
    if (!file.type.startsWith('image/')) {
      notices.show({ kind: 'error', text: say('editor.notAPicture', { name: file.name }) });
      continue;
    }
    const result = await call('images.add', { fileName: file.name, bytes: new Uint8Array(await file.arrayBuffer()) });
    if (result.ok) added.push(result.value);
    else notices.fail(result.error);
  }
  if (editor.isDestroyed || added.length === 0) return;
  const [first] = added;
  const waiting = imageWithoutFile(editor);
  if (first && waiting !== null && added.length === 1) {
    editor.view.dispatch(addImages(editor.state.tr.setNodeAttribute(waiting, 'imageId', first.imageId), { [first.imageId]: first.stored }));
  } else insertImages(editor, added);
}

/** The image block at the caret whose file is missing: a file dropped on it is meant for it. */
function imageWithoutFile(editor: Editor): number | null {
  const { $from } = editor.state.selection;
  for (let depth = $from.depth; depth > 0; depth -= 1) {
    const node = $from.node(depth);
    if (node.type.name === 'image') return node.attrs['imageId'] === null ? $from.before(depth) : null;
  }
  const after = $from.nodeAfter;
  return after?.type.name === 'image' && after.attrs['imageId'] === null ? $from.pos : null;
}

/**
 * Copy with headline, byline and the rest: fills an article in which nothing is written, as one undo step.
 * In a started one its text is pasted like any other, and the whole is offered.
 */
export function takeFinishedCopy(text: string, view: EditorView, incoming: Incoming): boolean {
  if (!looksLikeFinishedCopy(text)) return false;
  const fills = isUnwritten(view.state.doc);
  if (!fills && !incoming.onOfferFinishedCopy) return false;
  if (!fills) insertJson(view, textBlocks(text));
  void readCopy(text).then((article) => {
    if (!article || view.isDestroyed) return;
    const offer = incoming.onOfferFinishedCopy;
    if (fills) replaceArticle(incoming.editor, article);
    else if (offer) incoming.notices.show({ text: say('editor.offerCopy'), action: { label: say('editor.offerCopyHow'), run: () => offer(article) } });
  });
  return true;
}

async function readCopy(text: string): Promise<Article | null> {
  const settings = await call('settings.read', null);
  if (!settings.ok) return null;
  const { zone, machineZone, language } = settings.value;
  return importCopy(text, { zone: '', newsroomZone: zone, machineZone, language }).article;
}
