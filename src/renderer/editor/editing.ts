/** Keys, input rules and history: how the article answers to someone who writes. */
import { Extension } from '@tiptap/core';
import { baseKeymap, chainCommands, exitCode, toggleMark } from '@tiptap/pm/commands';
import { gapCursor } from '@tiptap/pm/gapcursor';
import { redo, undo } from '@tiptap/pm/history';
import { undoInputRule } from '@tiptap/pm/inputrules';
import { keymap } from '@tiptap/pm/keymap';
import type { NodeType, Schema } from '@tiptap/pm/model';
import { liftListItem, sinkListItem, splitListItem } from '@tiptap/pm/schema-list';
import { type Command, type Plugin, TextSelection } from '@tiptap/pm/state';
import { tableEditing } from '@tiptap/pm/tables';
import type { ArticleFields } from './article-fields.ts';
import { fieldsPlugin } from './article-fields.ts';
import { duplicateBlock, moveBlock, movePicture, removeBlock } from './block-commands.ts';
import { blockIdsPlugin } from './block-ids.ts';
import { toEdge } from './caret-edges.ts';
import { undoHistory } from './kept-text.ts';
import { addressOnEnterPlugin } from './pasted-address.ts';
import { cellInputPlugin, nextCell, previousCell } from './table-commands.ts';
import { type TextCommands, textCommandsPlugin } from './text-commands.ts';
import { typingRules, type TypingOptions } from './typing-rules.ts';
import { wallInputPlugin, wallKeys } from './wall-keys.ts';
import { wallsPlugin } from './walls.ts';

export interface EditingOptions {
  readonly fields: ArticleFields;
  /** Plugins that must see keys before anything else: menus, clipboard. */
  readonly first: readonly Plugin[];
  readonly typing: TypingOptions;
  /** Opens the form of a mark that carries something. */
  readonly ask: (asked: 'link' | 'lang' | 'note') => void;
}

/** Everything that changes the document, in the order keys are offered to it. */
export function editingExtension(options: EditingOptions): Extension {
  return Extension.create({
    name: 'galleyEditing',
    addProseMirrorPlugins() {
      const { schema } = this.editor;
      return [
        ...options.first,
        addressOnEnterPlugin(),
        wallInputPlugin(),
        cellInputPlugin(),
        keymap(chained(wallKeys)),
        typingRules(schema, options.typing),
        textCommandsPlugin(textCommands(schema, options.ask)),
        keymap(ownKeys(schema)),
        keymap(baseKeymap),
        gapCursor(),
        tableEditing(),
        undoHistory,
        fieldsPlugin(options.fields),
        wallsPlugin(),
        blockIdsPlugin(),
      ];
    },
  });
}

function chained(keys: Readonly<Record<string, readonly Command[]>>): Record<string, Command> {
  return Object.fromEntries(Object.entries(keys).map(([key, commands]) => [key, chainCommands(...commands)]));
}

function textCommands(schema: Schema, ask: EditingOptions['ask']): TextCommands {
  const mark = (name: string): Command => (schema.marks[name] ? toggleMark(schema.marks[name]) : () => false);
  const asks = (asked: 'link' | 'lang' | 'note'): Command => () => {
    ask(asked);
    return true;
  };
  return {
    undo,
    redo,
    bold: mark('bold'),
    italic: mark('italic'),
    strike: mark('strike'),
    superscript: mark('superscript'),
    subscript: mark('subscript'),
    code: mark('code'),
    link: asks('link'),
    language: asks('lang'),
    note: asks('note'),
    'block-up': moveBlock(-1),
    'block-down': moveBlock(1),
    'block-duplicate': duplicateBlock,
    'block-delete': removeBlock,
  };
}

/** Keys that are what they are everywhere. */
function ownKeys(schema: Schema): Record<string, Command> {
  const list = (command: (type: NodeType) => Command): Command => (schema.nodes['listItem'] ? command(schema.nodes['listItem']) : () => false);
  const lineBreak: Command = chainCommands(exitCode, (state, dispatch) => {
    const type = schema.nodes['hardBreak'];
    if (!type || !state.selection.$from.parent.inlineContent || state.selection.$from.parent.type.spec.code === true) return false;
    dispatch?.(state.tr.replaceSelectionWith(type.create()).scrollIntoView());
    return true;
  });
  return {
    Enter: chainCommands(leaveCaption, list(splitListItem)),
    Tab: chainCommands(nextCell, list(sinkListItem), inList),
    'Shift-Tab': chainCommands(previousCell, list(liftListItem)),
    Backspace: chainCommands(undoInputRule, liftAtItemStart(schema)),
    'Shift-Enter': lineBreak,
    'Mod-Enter': lineBreak,
    'Mod-y': redo,
    'Ctrl-Home': toEdge(-1, false),
    'Ctrl-End': toEdge(1, false),
    'Shift-Ctrl-Home': toEdge(-1, true),
    'Shift-Ctrl-End': toEdge(1, true),
    'Meta-ArrowUp': toEdge(-1, false),
    'Meta-ArrowDown': toEdge(1, false),
    'Shift-Meta-ArrowUp': toEdge(-1, true),
    'Shift-Meta-ArrowDown': toEdge(1, true),
    'Alt-ArrowLeft': movePicture(-1),
    'Alt-ArrowRight': movePicture(1),
  };
}

/** The first item of a list cannot go deeper; Tab does not leave the text for that. */
const inList: Command = ({ selection: { $from } }) => $from.depth > 1 && $from.node(-1).type.name === 'listItem';

/** Enter in a caption or a pull quote goes on after the block instead of making a second one. */
const leaveCaption: Command = (state, dispatch) => {
  const { $from, $to } = state.selection;
  const name = $from.parent.type.name;
  const paragraph = state.schema.nodes['paragraph'];
  if ((name !== 'image' && name !== 'pullQuote') || !paragraph) return false;
  const depth = $from.depth > 1 && $from.node(-1).type.name === 'gallery' ? $from.depth - 1 : $from.depth;
  const end = $from.end();
  const transaction = state.tr;
  // What stands behind the caret goes along, as with any Enter.
  const tail = state.doc.slice($to.pos, end).content;
  transaction.delete($from.pos, end);
  const at = transaction.mapping.map($to.after(depth));
  transaction.insert(at, paragraph.create(null, tail));
  dispatch?.(transaction.setSelection(TextSelection.create(transaction.doc, at + 1)).scrollIntoView());
  return true;
};

function liftAtItemStart(schema: Schema): Command {
  return (state, dispatch) => {
    const item = schema.nodes['listItem'];
    const { $from, empty } = state.selection;
    if (!item || !empty || $from.parentOffset > 0 || $from.depth < 3 || $from.node(-1).type !== item || $from.index(-1) > 0) return false;
    return $from.index(-2) === 0 ? liftListItem(item)(state, dispatch) : false;
  };
}
