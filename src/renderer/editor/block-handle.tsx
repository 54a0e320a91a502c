import type { Editor } from '@tiptap/core';
import { closeHistory } from '@tiptap/pm/history';
import { type DragEvent, type ReactNode, type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import { say } from '../../language/index.ts';
import { useNewsroom } from '../ui/newsroom.ts';
import { useNotices } from '../ui/notices.tsx';
import { currentBlock, findBlock, moveTo } from './block-commands.ts';
import { idOf } from './block-ids.ts';
import { BlockMenu } from './block-menu.tsx';
import { HandleMenu } from './handle-menu.tsx';
import { firstBodyIndex } from './block-selection.ts';
import { carryBlocks, runOf, takeBlocks } from './carried-blocks.ts';
import { blockType, caretAt } from './clipboard.ts';
import { elementOf, gapAt, type Place } from './place.ts';

interface HandleProps {
  readonly editor: Editor;
  readonly articleId: string;
  readonly sheet: RefObject<HTMLDivElement | null>;
  readonly onAsk: (asked: 'lang') => void;
}

interface Held {
  readonly blockId: string;
  readonly top: number;
}

/** The handle beside a block: insert after it, and its menu; dragged, it moves the block. One for all blocks. */
export function BlockHandle({ editor, articleId, sheet, onAsk }: HandleProps): ReactNode {
  const notices = useNotices();
  const newsroom = useNewsroom();
  const [held, release] = useHeldBlock(editor, sheet);
  const [menu, setMenu] = useState<Place | null>(null);
  const [line, setLine] = useDropLine(editor, sheet);
  const insert = (): void => {
    const block = held && findBlock(editor.state.doc, held.blockId);
    const here = currentBlock(editor.state);
    // The caret goes to the block the handle stands at, unless it is there already.
    if (block && here?.pos !== block.pos) caretAt(editor.view, block.pos + (block.node.isAtom ? 0 : 1));
    setMenu({ left: 12, top: (held?.top ?? 0) + 30 });
  };
  const dragStart = (event: DragEvent): void => {
    if (!held) return;
    event.dataTransfer.setData(blockType, held.blockId);
    carryBlocks(event.dataTransfer, editor.state, { blockId: held.blockId, articleId });
    event.dataTransfer.effectAllowed = 'copyMove';
    const block = findBlock(editor.state.doc, held.blockId);
    const dom = block && elementOf(editor.view, block.pos);
    if (dom) event.dataTransfer.setDragImage(dom, 0, 0);
  };
  return (
    <>
      <div className="block-handle" style={{ top: held?.top ?? 0 }} hidden={!held && !menu}>
        <button type="button" className="tool" aria-label={say('editor.insertBlock')} title={say('editor.insertBlock')} onMouseDown={(event) => event.preventDefault()} onClick={insert}>{say('editor.signInsert')}</button>
        <span className="block-grip" draggable onDragStart={dragStart} onDragEnd={() => setLine(null)}>
          {held ? <HandleMenu editor={editor} blockId={held.blockId} onDone={release} onAsk={onAsk} /> : null}
        </span>
      </div>
      {line === null ? null : <div className="drop-line" style={{ top: line }} />}
      {menu ? (
        <BlockMenu
          place={menu}
          query={null}
          onClose={() => {
            setMenu(null);
            editor.view.focus();
          }}
          onChoose={(choice) => {
            setMenu(null);
            choice.insert(editor.view, { notices, newsroom });
          }}
        />
      ) : null}
    </>
  );
}

/** The block under the mouse, else the one of the caret, else the first of the body; and a way to let go of it. */
function useHeldBlock(editor: Editor, sheet: RefObject<HTMLDivElement | null>): [Held | null, () => void] {
  const [held, setHeld] = useState<Held | null>(null);
  const at = useRef<{ readonly blockId: string; readonly index: number } | null>(null);
  const hold = useCallback((index: number): void => {
    const { doc } = editor.state;
    const node = doc.maybeChild(index);
    const dom = node && elementOf(editor.view, doc.resolve(0).posAtIndex(index, 0));
    if (!node || !dom || !sheet.current) return;
    at.current = { blockId: idOf(node), index };
    const top = Math.round(dom.getBoundingClientRect().top - sheet.current.getBoundingClientRect().top + Math.min(4, dom.offsetHeight / 4));
    setHeld((old) => (old?.blockId === idOf(node) && old.top === top ? old : { blockId: idOf(node), top }));
  }, [editor, sheet]);
  const release = useCallback(() => {
    at.current = null;
    setHeld(null);
  }, []);
  useEffect(() => {
    /** Keys inside the held block move no handle, and are not worth a measurement each; the browser tells of the mouse after each layout, moved or not. */
    const isHeld = (index: number): boolean => {
      const node = editor.state.doc.maybeChild(index);
      return node !== null && at.current?.index === index && at.current.blockId === idOf(node);
    };
    const caretIndex = (): number => Math.max(firstBodyIndex, editor.state.selection.$from.index(0));
    const toCaret = (): void => hold(caretIndex());
    let frame = 0;
    const soon = (): void => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(toCaret);
    };
    const selected = (): void => {
      if (!isHeld(caretIndex())) soon();
    };
    const follow = (event: globalThis.MouseEvent): void => {
      const { target } = event;
      if (!(target instanceof HTMLElement) || !editor.view.dom.contains(target) || target === editor.view.dom) return;
      let top: HTMLElement = target;
      while (top.parentElement && top.parentElement !== editor.view.dom) top = top.parentElement;
      const index = editor.state.doc.resolve(editor.view.posAtDOM(top, 0)).index(0);
      if (index >= firstBodyIndex && index < editor.state.doc.childCount && !isHeld(index)) hold(index);
    };
    soon();
    editor.on('selectionUpdate', selected);
    const element = sheet.current;
    element?.addEventListener('mousemove', follow);
    // Pictures and fonts that come later move what stands below them.
    const observer = new ResizeObserver(soon);
    observer.observe(editor.view.dom);
    return () => {
      observer.disconnect();
      cancelAnimationFrame(frame);
      editor.off('selectionUpdate', selected);
      element?.removeEventListener('mousemove', follow);
    };
  }, [editor, hold, sheet]);
  return [held, release];
}

/** Where a dragged block would land, as a line, and its landing. */
function useDropLine(editor: Editor, sheet: RefObject<HTMLDivElement | null>): [number | null, (line: number | null) => void] {
  const [line, setLine] = useState<number | null>(null);
  useEffect(() => {
    const element = sheet.current;
    const isBlock = (event: globalThis.DragEvent): boolean => event.dataTransfer?.types.includes(blockType) ?? false;
    const over = (event: globalThis.DragEvent): void => {
      if (!isBlock(event) && !event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      setLine(gapAt(editor.view, event.clientY).top - (element?.getBoundingClientRect().top ?? 0));
    };
    const away = (event: globalThis.DragEvent): void => {
      if (event.relatedTarget === null || !(event.relatedTarget instanceof Node && element?.contains(event.relatedTarget))) setLine(null);
    };
    const drop = (event: globalThis.DragEvent): void => {
      setLine(null);
      if (!isBlock(event)) return;
      event.preventDefault();
      const run = runOf(editor.state, event.dataTransfer?.getData(blockType) ?? '');
      const { index } = gapAt(editor.view, event.clientY);
      if (run) editor.view.dispatch(closeHistory(moveTo(editor.state, run, index)));
      else if (event.dataTransfer) takeBlocks(editor.view, event.dataTransfer, index);
      editor.view.focus();
    };
    element?.addEventListener('dragover', over);
    element?.addEventListener('dragleave', away);
    // Before the text's own handlers, which keep the event to themselves.
    element?.addEventListener('drop', drop, true);
    return () => {
      element?.removeEventListener('dragover', over);
      element?.removeEventListener('dragleave', away);
      element?.removeEventListener('drop', drop, true);
    };
  }, [editor, sheet]);
  return [line, setLine];
}
