/** The paper of an open article and all that floats over its text. */
import type { Editor } from '@tiptap/core';
import { redo, undo } from '@tiptap/pm/history';
import { TextSelection } from '@tiptap/pm/state';
import { type DragEvent, type KeyboardEvent, type MouseEvent, type ReactNode, useLayoutEffect, useRef } from 'react';
import { useNotices } from '../ui/notices.tsx';
import { useNewsroom } from '../ui/newsroom.ts';
import { Afterword } from './afterword.tsx';
import type { ArticleFields } from './article-fields.ts';
import { BlockHandle } from './block-handle.tsx';
import { BlockMenu } from './block-menu.tsx';
import { Blocks, type DrawnBlocks } from './block-view.tsx';
import { blockBelow } from './clipboard.ts';
import { filesIn } from './dropped-files.ts';
import { type Asking, FormatBar } from './format-bar.tsx';
import { directionOf } from './languages.ts';
import { placeBelow } from './place.ts';
import type { SlashMenu } from './slash.ts';
import { SpokenBlock } from './spoken-block.tsx';
import { type Store, useStore } from '../ui/store.ts';
import { usePlace } from './use-place.ts';

/** What the editor's plugins tell the page. */
export interface Parts {
  readonly slash: SlashMenu;
  readonly blocks: DrawnBlocks;
  readonly asking: Store<Asking | null>;
  readonly fields: Store<ArticleFields>;
  readonly isLong: Store<boolean>;
  /** A margin stands beside the text. */
  readonly hasMargin: Store<boolean>;
}

interface SheetProps {
  readonly editor: Editor;
  readonly articleId: string;
  readonly parts: Parts;
  readonly readOnly: boolean;
  readonly language: string;
  /** Files dropped beside the text, in front of a top-level block or, with null, at the end. */
  readonly onFiles: (files: Promise<readonly File[]>, before: string | null) => void;
}

/** The paper: what floats over the text is placed on it, and scrolls with it. */
export function Sheet({ editor, articleId, parts, readOnly, language, onFiles }: SheetProps): ReactNode {
  const sheet = useRef<HTMLDivElement>(null);
  const isLong = useStore(parts.isLong);
  const hasMargin = useStore(parts.hasMargin);
  const { metadata } = useStore(parts.fields);
  return (
    <div className="editor-scroll">
      <div ref={sheet} className={`sheet ${isLong ? 'is-long' : ''} ${readOnly ? 'is-read-only' : ''} ${hasMargin ? 'has-margin' : ''}`} lang={metadata.language || language || undefined} onKeyDownCapture={(event) => undoInInput(editor, event)} onDrop={(event) => dropBeside(editor, event, onFiles)} onMouseDown={(event) => event.target === sheet.current && !readOnly && writeBelow(editor, event)}>
        {metadata.section ? <div className="kicker" aria-hidden="true">{metadata.section}</div> : null}
        <div dir={directionOf(metadata.language || language)}><Page editor={editor} blocks={parts.blocks} /></div>
        <SpokenBlock editor={editor} />
        <Afterword corrections={metadata.corrections} language={metadata.language} />
        {readOnly ? null : (
          <>
            <BlockHandle editor={editor} articleId={articleId} sheet={sheet} onAsk={(asked) => parts.asking.set(asked)} />
            <FormatBar editor={editor} sheet={sheet} asking={parts.asking} />
            <SlashPanel editor={editor} sheet={sheet} slash={parts.slash} />
          </>
        )}
      </div>
    </div>
  );
}

/** Puts ProseMirror's page, which is built by then, where the window shows it. */
function Page({ editor, blocks }: { readonly editor: Editor; readonly blocks: DrawnBlocks }): ReactNode {
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    place.current?.append(editor.view.dom);
    hideFromReact(editor.view.dom);
    editor.view.updateRoot();
    blocks.drawFirst();
  }, [editor, blocks]);
  return (
    <>
      <div ref={place} />
      <Blocks blocks={blocks} />
    </>
  );
}

/**
 * React keeps the selection of the focused element over each rendering, wherever in the window that is: in an editable one it counts every
 * letter of the text to know where the caret stands, 25 ms in a long article. ProseMirror keeps its own selection; React needs to know no more
 * than that this is no input.
 */
function hideFromReact(element: HTMLElement): void {
  Object.defineProperty(element, 'contentEditable', { value: 'inherit', configurable: true });
}

/** Files dropped beside the text land at the gap of that height. */
function dropBeside(editor: Editor, event: DragEvent, takes: SheetProps['onFiles']): void {
  if (!editor.isEditable || event.dataTransfer.files.length === 0 || (event.target instanceof window.Node && editor.view.dom.contains(event.target))) return;
  event.preventDefault();
  takes(filesIn(event.dataTransfer), blockBelow(editor.view, event.clientY));
}

/** A click on the paper below the text goes on writing there. */
function writeBelow(editor: Editor, event: MouseEvent): void {
  if (event.clientY < editor.view.dom.getBoundingClientRect().bottom) return;
  event.preventDefault();
  const { state } = editor;
  const paragraph = state.schema.nodes['paragraph'];
  const end = state.doc.content.size;
  const transaction = state.tr;
  if (paragraph && state.doc.lastChild?.type !== paragraph) transaction.insert(end, paragraph.create());
  editor.view.dispatch(transaction.setSelection(TextSelection.atEnd(transaction.doc)).scrollIntoView());
  editor.view.focus();
}

/** Undo in an input or on a button of a block is the article's undo: the browser's own would know only that one input. */
function undoInInput(editor: Editor, event: KeyboardEvent): void {
  const key = event.key.toLowerCase();
  if (!(event.target instanceof HTMLElement) || !(event.ctrlKey || event.metaKey) || (key !== 'z' && key !== 'y')) return;
  if (event.target === editor.view.dom || !editor.view.dom.contains(event.target)) return;
  event.preventDefault();
  event.stopPropagation();
  const command = key === 'y' || event.shiftKey ? redo : undo;
  command(editor.state, editor.view.dispatch);
}

function SlashPanel({ editor, sheet, slash }: { readonly editor: Editor; readonly sheet: { readonly current: HTMLDivElement | null }; readonly slash: SlashMenu }): ReactNode {
  const open = useStore(slash.open);
  const notices = useNotices();
  const newsroom = useNewsroom();
  const place = usePlace(sheet, open?.from ?? null, (paper, from) => placeBelow(editor.view, paper, from));
  if (!open || !place) return null;
  return (
    <BlockMenu
      place={place}
      query={open.query}
      onKeys={slash.setKeys}
      onClose={() => slash.dismiss(editor.view)}
      onChoose={(choice) => {
        editor.view.dispatch(editor.state.tr.delete(open.from, open.to));
        choice.insert(editor.view, { notices, newsroom });
      }}
    />
  );
}
