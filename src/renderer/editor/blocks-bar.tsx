import type { Editor } from '@tiptap/core';
import type { Command } from '@tiptap/pm/state';
import type { ReactNode } from 'react';
import type { CommandName } from '../../ipc/commands.ts';
import { type MessageKey, say } from '../../language/index.ts';
import { useKeysText } from '../ui/chosen-keys.ts';
import { duplicateBlock, moveBlock, removeBlock, turnInto, type TurnInto as Kind } from './block-commands.ts';
import type { Place } from './place.ts';
import { turnBlocks } from './turn-blocks.ts';

/** What text can be turned into, with its name. */
export const kinds: readonly (readonly [Kind, MessageKey])[] = [
  ['paragraph', 'editor.paragraph'], ['subhead-2', 'editor.subhead2'], ['subhead-3', 'editor.subhead3'], ['subhead-4', 'editor.subhead4'], ['quote', 'editor.quote'],
  ['pullQuote', 'editor.pullQuote'], ['bulletList', 'editor.bulletList'], ['orderedList', 'editor.orderedList'], ['preformatted', 'editor.preformatted'],
];

/** Chooses another kind for the text of the selection, or for its blocks as wholes. */
export function TurnInto({ editor, wholes = false }: { readonly editor: Editor; readonly wholes?: boolean }): ReactNode {
  return (
    <select className="turn-into" aria-label={say('editor.turnInto')} value="" onChange={(event) => {
      const kind = kinds.find(([name]) => name === event.target.value)?.[0];
      if (kind && (wholes || !turnInto(kind)(editor.state, editor.view.dispatch, editor.view))) turnBlocks(kind)(editor.state, editor.view.dispatch);
      editor.view.focus();
    }}>
      <option value="" disabled>{say('editor.turnInto')}</option>
      {kinds.map(([name, key]) => <option key={name} value={name}>{say(key)}</option>)}
    </select>
  );
}

const actions: readonly (readonly [MessageKey, Command, CommandName])[] = [
  ['editor.moveUp', moveBlock(-1), 'block-up'],
  ['editor.moveDown', moveBlock(1), 'block-down'],
  ['editor.duplicate', duplicateBlock, 'block-duplicate'],
  ['editor.remove', removeBlock, 'block-delete'],
];

/** What can be done to the blocks selected as wholes. */
export function BlocksBar({ editor, place, count }: { readonly editor: Editor; readonly place: Place; readonly count: number }): ReactNode {
  const keysText = useKeysText();
  return (
    <div className="float format-bar" role="toolbar" aria-label={say('editor.blocksSelected')} style={{ left: place.left, top: place.top }} onMouseDown={(event) => event.target instanceof HTMLSelectElement || event.preventDefault()}>
      <span className="bar-count" role="status">{say('editor.blocksCount', { count })}</span>
      {actions.map(([key, command, name]) => (
        <button key={key} type="button" className="tool" title={keysText(name)} onClick={() => command(editor.state, editor.view.dispatch)}>{say(key)}</button>
      ))}
      <TurnInto editor={editor} wholes />
    </div>
  );
}
