/** Random edits for the property tests of ids and walls: plain ProseMirror commands in plain Node, no window. */
import { baseKeymap, joinBackward, joinForward, lift, setBlockType, splitBlock, wrapIn } from '@tiptap/pm/commands';
import { redo, undo } from '@tiptap/pm/history';
import { Fragment, type Node, type Schema, Slice } from '@tiptap/pm/model';
import { AllSelection, type Command, type EditorState, TextSelection } from '@tiptap/pm/state';
import fc from 'fast-check';

/** One random edit: what to do and two places as fractions of the document. */
export interface RandomEdit {
  readonly kind: (typeof editKinds)[number];
  readonly from: number;
  readonly to: number;
}

export const editKinds = [
  'type', 'split', 'backspace', 'delete', 'remove', 'join-backward', 'join-forward', 'subhead', 'paragraph', 'quote', 'list', 'lift',
  'copy', 'cut-and-paste', 'duplicate', 'remove-all', 'undo', 'redo',
] as const;

const place = fc.double({ min: 0, max: 1, noNaN: true });
export const randomEdits = (maxLength: number): fc.Arbitrary<RandomEdit[]> =>
  fc.array(fc.record({ kind: fc.constantFrom(...editKinds), from: place, to: place }), { minLength: 1, maxLength });

export function pieces(schema: Schema, ...names: readonly string[]): Node[] {
  return names.map((name) => schema.node('paragraph', null, schema.text(name)));
}

/** The state with a text selection at the two places. */
export function selected(state: EditorState, from: number, to: number): EditorState {
  const size = state.doc.content.size;
  const selection = TextSelection.between(state.doc.resolve(Math.round(from * size)), state.doc.resolve(Math.round(to * size)));
  return state.apply(state.tr.setSelection(selection));
}

export function run(state: EditorState, ...commands: readonly Command[]): EditorState {
  let next = state;
  commands.some((command) => command(state, (transaction) => { next = state.apply(transaction); }));
  return next;
}

/** Does one edit. `first` are commands that run before ProseMirror's own, by key name. */
export function edited(state: EditorState, edit: RandomEdit, first: Readonly<Record<string, readonly Command[]>> = {}): EditorState {
  const caret = selected(state, edit.from, edit.from);
  const range = selected(state, edit.from, edit.to);
  const press = (from: EditorState, key: string): EditorState => run(from, ...(first[key] ?? []), ...(baseKeymap[key] ? [baseKeymap[key]] : []));
  const { nodes } = state.schema;
  const typed = (name: 'paragraph' | 'subhead'): EditorState => (nodes[name] ? run(range, setBlockType(nodes[name])) : state);
  const wrapped = (name: 'quote' | 'factBox'): EditorState => (nodes[name] ? run(range, wrapIn(nodes[name])) : state);
  const steps: Record<RandomEdit['kind'], () => EditorState> = {
    type: () => caret.apply(caret.tr.insertText('typed ')),
    split: () => press(caret, 'Enter'),
    backspace: () => press(caret, 'Backspace'),
    delete: () => press(caret, 'Delete'),
    remove: () => press(range, 'Backspace'),
    'join-backward': () => run(caret, joinBackward),
    'join-forward': () => run(caret, joinForward),
    subhead: () => typed('subhead'),
    paragraph: () => typed('paragraph'),
    quote: () => wrapped('quote'),
    list: () => wrapped('factBox'),
    lift: () => run(caret, lift),
    copy: () => copied(range, edit.to),
    'cut-and-paste': () => moved(range, edit.to),
    duplicate: () => duplicated(caret),
    'remove-all': () => press(state.apply(state.tr.setSelection(new AllSelection(state.doc))), 'Backspace'),
    undo: () => run(state, undo),
    redo: () => run(state, redo),
  };
  return steps[edit.kind]();
}

/** Split in the middle of a paragraph, without a key: what a foreign command would do. */
export const bareSplit: Command = splitBlock;

function copied(state: EditorState, where: number): EditorState {
  const slice = state.selection.content();
  const pos = Math.round(where * state.doc.content.size);
  return state.apply(state.tr.replace(pos, pos, slice));
}

function moved(state: EditorState, where: number): EditorState {
  const index = state.selection.$from.index(0);
  const node = state.doc.maybeChild(index);
  if (!node || index < 3) return state;
  const start = state.selection.$from.posAtIndex(index, 0);
  const cut = state.apply(state.tr.delete(start, start + node.nodeSize));
  const target = Math.max(3, Math.min(cut.doc.childCount, Math.round(where * cut.doc.childCount)));
  const pos = cut.doc.resolve(0).posAtIndex(target, 0);
  return cut.apply(cut.tr.replace(pos, pos, new Slice(Fragment.from(node), 0, 0)));
}

function duplicated(state: EditorState): EditorState {
  const index = state.selection.$from.index(0);
  const node = state.doc.maybeChild(index);
  return node && index >= 3 ? state.apply(state.tr.insert(state.selection.$from.posAtIndex(index, 0), node)) : state;
}
