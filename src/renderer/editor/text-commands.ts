/** The commands of the text by name: done by their keys, whichever those are by now, and by the palette. */
import { type Command, Plugin, PluginKey } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { type CommandName, commands } from '../../ipc/commands.ts';
import { keysNow } from '../ui/chosen-keys.ts';
import { isStroke, mayBeCommand } from '../ui/keys.ts';

export type TextCommands = { readonly [Name in CommandName]?: Command };

const key = new PluginKey<TextCommands>('textCommands');

export function textCommandsPlugin(done: TextCommands): Plugin {
  return new Plugin<TextCommands>({
    key,
    state: { init: () => done, apply: (_transaction, same) => same },
    props: {
      handleKeyDown: (view, event) => {
        if (event.isComposing || !mayBeCommand(event)) return false;
        const struck = commands.find(({ name, ofText }) => ofText && keysNow(name) !== '' && isStroke(keysNow(name), event));
        return struck !== undefined && (done[struck.name]?.(view.state, view.dispatch, view) ?? false);
      },
      handleDOMEvents: {
        // The browser's own Ctrl+B, where those keys are bold no more.
        beforeinput: (_view, event) => {
          if (!event.inputType.startsWith('format')) return false;
          event.preventDefault();
          return true;
        },
      },
    },
  });
}

/** Does what the command's keys do, and gives the text the focus. */
export function runTextCommand(view: EditorView, name: CommandName): void {
  view.focus();
  if (view.editable) key.getState(view.state)?.[name]?.(view.state, view.dispatch, view);
}
