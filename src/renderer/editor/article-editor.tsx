import { Editor, type JSONContent } from '@tiptap/core';
import { type ReactNode, type Ref, useEffect, useImperativeHandle, useLayoutEffect, useState } from 'react';
import type { Article } from '../../article/article.ts';
import type { BodyJson } from '../../article/body.ts';
import type { Newsroom } from '../../article/newsroom/index.ts';
import type { OpenedArticle } from '../../ipc/contract.ts';
import { say } from '../../language/index.ts';
import { api, call } from '../api.ts';
import { type Notices, useNotices } from '../ui/notices.tsx';
import { type ArticleFields, fieldsOf } from './article-fields.ts';
import { blockSelectionPlugin } from './block-selection.ts';
import { DrawnBlocks } from './block-view.tsx';
import { caretBlockPlugin } from './caret-block.ts';
import { caretKeysPlugin } from './caret-keys.ts';
import { clipboardPlugin } from './clipboard.ts';
import { editingExtension } from './editing.ts';
import { currentArticle, editorHandle, type EditorHandle } from './editor-handle.ts';
import './editor.css';
import { farBlocksPlugin } from './far-blocks.ts';
import { findScopePlugin } from './find-scope.ts';
import type { Asking } from './format-bar.tsx';
import { type Incoming, takeFiles, takeFinishedCopy, tellRemoved } from './incoming.ts';
import { heldHeightPlugin } from './held-height.ts';
import { isTextOf, type KeptText, resumeText } from './kept-text.ts';
import { placeholdersPlugin } from './placeholders.ts';
import { Saver, type SaveState } from './saving.ts';
import { SlashMenu } from './slash.ts';
import { type Parts, Sheet } from './sheet.tsx';
import { useNewsroom } from '../ui/newsroom.ts';
import { Store } from '../ui/store.ts';
import { articleExtensions } from './tiptap-schema.ts';
import { textMarksPlugin } from './text-marks.ts';
import { touchedPlugin } from './touched.ts';
import { writingModesPlugin } from './writing-modes.ts';
import { blockViews } from './views/index.ts';

export type { Arrival, EditorHandle } from './editor-handle.ts';
export type { KeptText } from './kept-text.ts';
export type { SaveState } from './saving.ts';

export interface ArticleEditorProps {
  readonly opened: OpenedArticle;
  /** The text as its tab kept it; null where it begins from the store. */
  readonly kept?: KeptText | null;
  readonly readOnly: boolean;
  /** True while an error or an embargo stops every publication: then no HTML goes to the clipboard. */
  readonly gateShut: () => boolean;
  /** On every change; the article is only built when asked for. */
  readonly onChange?: (article: () => Article) => void;
  readonly onSaveState: (state: SaveState) => void;
  /** Finished copy was pasted into a started article: the person wants it as an article of its own. */
  readonly onOfferFinishedCopy?: (article: Article) => void;
  /** Files of copy were dropped on the page and the person wants them as articles of their own. */
  readonly onImportFiles?: (files: readonly File[]) => void;
  readonly ref?: Ref<EditorHandle>;
}

/** The article as a page, written in place. Another article is another editor: nothing of the old one is carried over. */
export function ArticleEditor(props: ArticleEditorProps): ReactNode {
  return <OpenEditor key={`${props.opened.article.id} ${String(props.readOnly)}`} {...props} />;
}

/** Blocks from which the browser lays out only what is in sight: before, a place kept in pixels would be another in the next page, whose blocks above it have not been seen. */
const longArticle = 250;

function OpenEditor(props: ArticleEditorProps): ReactNode {
  const { opened, readOnly, ref } = props;
  const notices = useNotices();
  const newsroom = useNewsroom();
  const [latest] = useState(() => new Store<Current>({ ...props, notices, newsroom }));
  useEffect(() => latest.set({ ...props, notices, newsroom }));
  const [parts] = useState<Parts>(() => ({
    slash: new SlashMenu(),
    blocks: new DrawnBlocks(),
    asking: new Store<Asking | null>(null),
    fields: new Store<ArticleFields>({ metadata: opened.article.metadata, images: opened.article.images }),
    // From the first layout on: one of a whole long article takes a second.
    isLong: new Store((opened.article.body.content?.length ?? 0) > longArticle),
    hasMargin: new Store(false),
  }));
  const [editor] = useState(() => new Editor({
    extensions: extensionsFor(opened.article, parts, latest),
    content: contentOf(opened.article.body),
    editable: !readOnly,
    injectCSS: false,
    enableCoreExtensions: { keymap: false, delete: false, drop: false, paste: false, clipboardTextSerializer: false },
    editorProps: { attributes: { role: 'textbox', 'aria-multiline': 'true', 'aria-label': say('editor.article'), 'aria-readonly': String(readOnly), class: 'article', spellcheck: 'false' } },
  }));
  const saver = useSaver(editor, parts, latest);
  useImperativeHandle(ref, () => editorHandle(editor, opened.article, saver, parts.hasMargin), [editor, opened, saver, parts]);
  // Last of the effects: what the others keep while they end is still there.
  useEffect(() => () => editor.destroy(), [editor]);
  return <Sheet editor={editor} articleId={opened.article.id} parts={parts} readOnly={readOnly} language={opened.article.metadata.language} onFiles={(files, before) => take({ files, before }, editor, latest)} />;
}

/** The parsed body as Tiptap wants it: the same JSON in its own, writable type. */
function contentOf(json: BodyJson): JSONContent {
  return {
    type: json.type,
    ...(json.attrs ? { attrs: { ...json.attrs } } : {}),
    ...(json.content ? { content: json.content.map(contentOf) } : {}),
    ...(json.marks ? { marks: json.marks.map(({ type, attrs }) => ({ type, ...(attrs ? { attrs: { ...attrs } } : {}) })) } : {}),
    ...(json.text === undefined ? {} : { text: json.text }),
  };
}

/** The newest props, for what was set up once and answers later. */
type Current = ArticleEditorProps & { readonly notices: Notices; readonly newsroom: Newsroom };

function incoming(editor: Editor, { value: { notices, onOfferFinishedCopy, onImportFiles } }: Store<Current>): Incoming {
  return { editor, notices, onOfferFinishedCopy, onImportFiles };
}

function take({ files, before }: { readonly files: Promise<readonly File[]>; readonly before: string | null | undefined }, editor: Editor, latest: Store<Current>): void {
  void files.then((found) => takeFiles(found, before, incoming(editor, latest)));
}

function extensionsFor(article: Article, parts: Parts, latest: Store<Current>): ReturnType<typeof articleExtensions> {
  let editor: Editor | null = null;
  const clipboard = clipboardPlugin({
    articleId: article.id,
    language: () => parts.fields.value.metadata.language,
    gateShut: () => latest.value.gateShut(),
    onFiles: (files, before) => editor && take({ files, before }, editor, latest),
    onText: (flavours, readers) => editor !== null && takeFinishedCopy(flavours, readers, incoming(editor, latest)),
    onRemoved: (removed) => tellRemoved(removed, latest.value.notices),
  });
  const editing = editingExtension({
    fields: { metadata: article.metadata, images: article.images },
    first: [caretKeysPlugin(), clipboard, parts.slash.plugin(), blockSelectionPlugin(), placeholdersPlugin(), caretBlockPlugin(), writingModesPlugin(), touchedPlugin(), textMarksPlugin(), findScopePlugin(), heldHeightPlugin(() => parts.isLong.value && !parts.hasMargin.value), farBlocksPlugin(() => parts.isLong.value)],
    typing: { settings: () => latest.value.newsroom.typing, snippets: () => latest.value.newsroom.snippets, language: () => parts.fields.value.metadata.language },
    ask: (asked) => parts.asking.set(asked),
  });
  return [...articleExtensions(blockViews(parts.blocks)), editing.extend({
    onBeforeCreate: ({ editor: created }) => {
      editor = created;
      const { kept } = latest.value;
      if (kept && isTextOf(kept, article)) resumeText(created, kept);
    },
  })];
}

/** Follows the document: saves it, tells the window, keeps what the page shows of the fields. */
function useSaver(editor: Editor, parts: Parts, latest: Store<Current>): Saver | null {
  const [saver] = useState(() => {
    const { opened, readOnly } = latest.value;
    if (readOnly) return null;
    return new Saver({
      articleId: opened.article.id,
      lastNumber: opened.lastSaveNumber,
      stored: { doc: editor.state.doc, ...fieldsOf(editor.state) },
      send: (request) => call('articles.save', request),
      onState: (state) => latest.value.onSaveState(state),
    });
  });
  // Before anything is written into the page that has just come: what was typed on the way is one of the changes.
  useLayoutEffect(() => {
    let { doc } = editor.state;
    const follow = (): void => {
      const fields = fieldsOf(editor.state);
      if (editor.state.doc === doc && fields === parts.fields.value) return;
      ({ doc } = editor.state);
      parts.fields.set(fields);
      parts.isLong.set(doc.childCount > longArticle);
      saver?.changed({ doc, ...fields });
      const { onChange, opened } = latest.value;
      onChange?.(() => currentArticle(editor, opened.article));
    };
    const flush = (): void => void saver?.flush();
    editor.on('transaction', follow);
    window.addEventListener('blur', flush);
    const stops = [api.on('storage-restarted', () => saver?.resend()), api.on('closing', flush)];
    return () => {
      editor.off('transaction', follow);
      window.removeEventListener('blur', flush);
      for (const stop of stops) stop();
      flush();
    };
  }, [editor, saver, parts, latest]);
  return saver;
}
