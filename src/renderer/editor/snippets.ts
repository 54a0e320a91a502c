/** Snippets of the newsroom: put in at the caret, or where their short form was typed. One undo takes one back. */
import { closeHistory } from '@tiptap/pm/history';
import { InputRule } from '@tiptap/pm/inputrules';
import type { Node } from '@tiptap/pm/model';
import { type EditorState, TextSelection, type Transaction } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import type { Snippet } from '../../article/newsroom/snippets.ts';
import { snippetBlocks } from '../../article/snippet-blocks.ts';
import { withoutIds } from './flavours.ts';
import { insertBlocks } from './insert.ts';

/** null where its Markdown cannot be read, or says nothing. */
function nodesOf(state: EditorState, snippet: Snippet): readonly Node[] | null {
  const blocks = snippetBlocks(snippet);
  return blocks.ok && blocks.value.length > 0 ? blocks.value.map((block) => state.schema.nodeFromJSON(withoutIds(block))) : null;
}

export function insertSnippet(view: EditorView, snippet: Snippet): void {
  const nodes = nodesOf(view.state, snippet);
  if (nodes && view.editable) view.dispatch(closeHistory(insertBlocks(view.state, nodes)).scrollIntoView());
  view.focus();
}

/** A short form becomes its snippet once its word is ended. What ended it stays where the snippet is words of the same paragraph. */
export function snippetRule(snippets: () => readonly Snippet[]): InputRule {
  return new InputRule(/(?:^|[\s([“‘«„])([^\s([“‘«„]+)([\s.,;:!?)\]”’»])$/u, (state, match, _start, end): Transaction | null => {
    const [, word = '', ending = ''] = match;
    const snippet = snippets().find(({ short }) => short !== '' && short === word);
    const nodes = snippet && nodesOf(state, snippet);
    const { code } = state.schema.marks;
    if (!nodes || (code && state.doc.rangeHasMark(end - word.length, end, code))) return null;
    const overWord = state.apply(state.tr.setSelection(TextSelection.create(state.doc, end - word.length, end)));
    const transaction = closeHistory(insertBlocks(overWord, nodes));
    const [only] = nodes;
    return nodes.length === 1 && only?.type.name === 'paragraph' ? transaction.insertText(ending) : transaction;
  });
}
