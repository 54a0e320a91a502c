import type { Editor } from '@tiptap/core';
import type { Command } from '@tiptap/pm/state';
import type { MouseEvent, ReactNode } from 'react';
import { say } from '../../language/index.ts';
import { useKeysText } from '../ui/chosen-keys.ts';
import { blockHistoryEvent } from '../ui/block-history-event.ts';
import { Menu, type MenuItem } from '../ui/menu.tsx';
import { duplicateBlock, findBlock, moveBlock, removeBlock } from './block-commands.ts';
import { BlockSelection, pick, pickedBlocks } from './block-selection.ts';
import { kinds } from './blocks-bar.tsx';
import { caretAt } from './clipboard.ts';
import { turnBlocks } from './turn-blocks.ts';

interface HandleMenuProps {
  readonly editor: Editor;
  readonly blockId: string;
  readonly onDone: () => void;
  readonly onAsk: (asked: 'lang') => void;
}

/** Blocks that can be turned into another kind. */
const textBlocks: ReadonlySet<string> = new Set(['paragraph', 'subhead', 'pullQuote', 'preformatted', 'quote', 'bulletList', 'orderedList']);

/** The menu of a block's handle; of a block among selected ones it acts on all of them. With Shift it selects up to this block. */
export function HandleMenu({ editor, blockId, onDone, onAsk }: HandleMenuProps): ReactNode {
  const keysText = useKeysText();
  const node = findBlock(editor.state.doc, blockId)?.node;
  const toBlock = (): void => {
    const block = findBlock(editor.state.doc, blockId);
    const { selection } = editor.state;
    const isPicked = block && selection instanceof BlockSelection && block.pos >= selection.from && block.pos < selection.to;
    if (block && !isPicked) caretAt(editor.view, block.pos + (block.node.isAtom ? 0 : 1));
  };
  const onBlock = (command: Command) => (): void => {
    toBlock();
    command(editor.state, editor.view.dispatch);
    editor.view.focus();
    onDone();
  };
  const items: MenuItem[] = [
    { label: say('editor.moveUp'), hint: keysText('block-up'), run: onBlock(moveBlock(-1)) },
    { label: say('editor.moveDown'), hint: keysText('block-down'), run: onBlock(moveBlock(1)) },
    { label: say('editor.duplicate'), hint: keysText('block-duplicate'), run: onBlock(duplicateBlock) },
    { label: say('editor.selectBlock'), hint: 'Esc', run: onBlock(pick) },
    ...(node && 'lang' in node.attrs ? [{ label: say('editor.languageAndDirection'), hint: keysText('language'), run: () => { toBlock(); onAsk('lang'); } }] : []),
    { label: say('editor.blockHistory'), run: () => { editor.view.dom.dispatchEvent(new CustomEvent(blockHistoryEvent, { bubbles: true, detail: blockId })); } },
    { label: say('editor.remove'), hint: keysText('block-delete'), danger: true, run: onBlock(removeBlock) },
    ...(node && textBlocks.has(node.type.name) ? kinds.map(([kind, key], index) => ({ label: say(key), ...(index === 0 ? { heading: say('editor.turnInto') } : {}), run: onBlock(turnBlocks(kind)) })) : []),
  ];
  return (
    <span onClickCapture={(event) => reachTo(editor, blockId, event)}>
      <Menu label={say('editor.blockMenu')} items={items}>{say('editor.signGrip')}</Menu>
    </span>
  );
}

/** With Shift the blocks from the caret's to this one are selected. */
function reachTo({ state, view }: Editor, blockId: string, event: MouseEvent): void {
  const block = findBlock(state.doc, blockId);
  const picked = pickedBlocks(state);
  if (!event.shiftKey || !block || !picked) return;
  event.preventDefault();
  event.stopPropagation();
  const index = state.doc.resolve(block.pos).index(0);
  view.dispatch(state.tr.setSelection(BlockSelection.between(state.doc, index < picked.first ? picked.last : picked.first, index)));
  view.focus();
}
