/** What can be done to a table, as undo steps of their own. */
import { closeHistory } from '@tiptap/pm/history';
import { chainCommands } from '@tiptap/pm/commands';
import { Fragment, type Node, type Schema, Slice } from '@tiptap/pm/model';
import { type Command, type EditorState, Plugin, PluginKey, TextSelection, type Transaction } from '@tiptap/pm/state';
import {
  addColumnAfter, addColumnBefore, addRowAfter, addRowBefore, CellSelection, deleteColumn, deleteRow, deleteTable, goToNextCell, handlePaste, isInTable, mergeCells,
  selectionCell, setCellAttr, splitCell, toggleHeaderColumn, toggleHeaderRow,
} from '@tiptap/pm/tables';
import type { EditorView } from '@tiptap/pm/view';
import type { MessageKey } from '../../language/index.ts';

/** The command as an undo step that the typing before it does not join. */
export const alone = (command: Command): Command => (state, dispatch, view) => command(state, dispatch && ((transaction) => dispatch(closeHistory(transaction))), view);

/** The rows, or the columns, of the caret or of the selected cells, all their cells together. */
const selectWhole = (what: 'row' | 'column'): Command => (state, dispatch) => {
  if (!isInTable(state)) return false;
  const { selection } = state;
  const [$anchor, $head] = selection instanceof CellSelection ? [selection.$anchorCell, selection.$headCell] : [selectionCell(state), selectionCell(state)];
  dispatch?.(state.tr.setSelection(what === 'row' ? CellSelection.rowSelection($anchor, $head) : CellSelection.colSelection($anchor, $head)));
  return true;
};

/** What can be done in a table; each group stands together. */
export const tableTools: readonly (readonly (readonly [MessageKey, Command])[])[] = [[
  ['editor.selectRow', selectWhole('row')],
  ['editor.selectColumn', selectWhole('column')],
], [
  ['editor.addRow', addRowAfter],
  ['editor.addRowBefore', addRowBefore],
  ['editor.addColumn', addColumnAfter],
  ['editor.addColumnBefore', addColumnBefore],
], [
  ['editor.removeRow', chainCommands(deleteRow, deleteTable)],
  ['editor.removeColumn', chainCommands(deleteColumn, deleteTable)],
], [
  ['editor.mergeCells', mergeCells],
  ['editor.splitCell', splitCell],
  ['editor.headerRow', toggleHeaderRow],
  ['editor.headerColumn', toggleHeaderColumn],
], [
  ['editor.alignLeft', setCellAttr('align', 'left')],
  ['editor.alignCenter', setCellAttr('align', 'center')],
  ['editor.alignRight', setCellAttr('align', 'right')],
  ['editor.alignNone', setCellAttr('align', null)],
]];

/** The selected cells emptied, the caret in the first of them; null where no cells are selected. */
function emptiedCells({ selection, tr }: EditorState): Transaction | null {
  if (!(selection instanceof CellSelection)) return null;
  const first = Math.min(...selection.ranges.map(({ $from }) => $from.pos));
  const transaction = tr.deleteSelection();
  return transaction.setSelection(TextSelection.near(transaction.doc.resolve(first)));
}

/** What is typed or composed over selected cells takes the place of what all of them said. */
export function cellInputPlugin(): Plugin {
  return new Plugin({
    key: new PluginKey('cellInput'),
    props: {
      handleTextInput: (view, _from, _to, text) => {
        const transaction = emptiedCells(view.state);
        if (transaction) view.dispatch(closeHistory(transaction).insertText(text));
        return transaction !== null;
      },
      handleDOMEvents: {
        compositionstart: (view) => {
          const transaction = emptiedCells(view.state);
          if (transaction) view.dispatch(closeHistory(transaction));
          return false;
        },
      },
    },
  });
}

/** Tab in a table: the next cell, of the last one a new row. */
export const nextCell: Command = (state, dispatch, view) => {
  if (!isInTable(state)) return false;
  if (goToNextCell(1)(state, dispatch)) return true;
  if (!view || !dispatch) return true;
  alone(addRowAfter)(state, dispatch);
  return goToNextCell(1)(view.state, dispatch);
};

/** Backwards; at the first cell the caret stays. */
export const previousCell: Command = (state, dispatch) => isInTable(state) && (goToNextCell(-1)(state, dispatch) || true);

/** Puts a copied table into the cells from the caret on, or into those selected; false where no table is pasted or none holds the caret. */
export function pasteIntoTable(view: EditorView, blocks: readonly Node[]): boolean {
  const [table] = blocks;
  if (blocks.length !== 1 || table?.type.name !== 'table' || !isInTable(view.state)) return false;
  view.dispatch(closeHistory(view.state.tr));
  return handlePaste(view, new ClipboardEvent('paste'), new Slice(Fragment.from(table), 0, 0));
}

/** Cells of a spreadsheet as plain text (tabs between cells, a line a row); null for other text. */
export function tableOfText(schema: Schema, text: string): Node | null {
  const rows = rowsOf(text.replace(/\r\n?/gu, '\n').replace(/\n+$/u, ''));
  if (!rows.some((cells) => cells.length > 1)) return null;
  const width = Math.max(...rows.map((cells) => cells.length));
  const lines = (content: string): Node[] => content.trim().split('\n').flatMap((line, index) => [...(index > 0 ? [schema.node('hardBreak')] : []), ...(line === '' ? [] : [schema.text(line)])]);
  const cell = (content: string): Node => schema.node('tableCell', null, schema.node('paragraph', null, lines(content)));
  return schema.node('table', null, rows.map((cells) => schema.node('tableRow', null, Array.from({ length: width }, (_, column) => cell(cells[column] ?? '')))));
}

/** A cell that holds a line end or a tab is written in quotation marks, its own doubled. */
function rowsOf(text: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain = '', end] of text.matchAll(/(?:"((?:[^"]|"")*)"(?=[\t\n]|$)|([^\t\n]*))(\t|\n|$)/gu)) {
    rows.at(-1)?.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === '\n') rows.push([]);
    else if (end === '') break;
  }
  return rows;
}
