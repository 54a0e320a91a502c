import { history, redo, redoDepth, undo, undoDepth } from '@tiptap/pm/history';
import { joinBackward, setBlockType, splitBlock, wrapIn } from '@tiptap/pm/commands';
import type { NodeType } from '@tiptap/pm/model';
import { EditorState, TextSelection } from '@tiptap/pm/state';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import exampleJson from '../../article/example.json';
import { bodyOf, parseArticle } from '../../article/article.ts';
import { schema } from '../../article/schema.ts';
import { blockIdsPlugin, blocksWithIds, idOf } from './block-ids.ts';
import { edited, randomEdits, run, selected } from './random-edits.ts';
import { wallKeys } from './wall-keys.ts';
import { wallsPlugin } from './walls.ts';

const fields = [schema.node('headline', { blockId: 'h' }), schema.node('standfirst', { blockId: 's' }), schema.node('byline', { blockId: 'b' })];
const paragraph = (id: string, text: string) => schema.node('paragraph', { blockId: id }, text === '' ? [] : schema.text(text));

function stateOf(...body: ReturnType<typeof paragraph>[]): EditorState {
  let count = 0;
  return EditorState.create({
    doc: schema.node('doc', null, [...fields, ...body]),
    plugins: [history(), wallsPlugin(), blockIdsPlugin(() => `new-${(count += 1)}`)],
  });
}
const type = (name: string): NodeType => {
  const found = schema.nodes[name];
  if (!found) throw new RangeError(name);
  return found;
};
const body = (state: EditorState): string[] => state.doc.content.content.slice(3).map((node) => `${idOf(node)}:${node.textContent}`);
const start = 5; // h(2) s(2) b(1): the first body block begins here
const caret = (state: EditorState, pos: number): EditorState => state.apply(state.tr.setSelection(TextSelection.create(state.doc, pos)));

describe('block ids', () => {
  it('keeps the id with the text before the caret', () => {
    expect(body(run(caret(stateOf(paragraph('p', 'abcd')), start + 3), splitBlock))).toEqual(['p:ab', 'new-1:cd']);
    expect(body(run(caret(stateOf(paragraph('p', 'abcd')), start + 5), splitBlock))).toEqual(['p:abcd', 'new-1:']);
  });

  it('keeps the id with the text when split at the very start', () => {
    expect(body(run(caret(stateOf(paragraph('p', 'abcd')), start + 1), splitBlock))).toEqual(['new-1:', 'p:abcd']);
  });

  it('keeps the first id in a join, unless the first was empty', () => {
    expect(body(run(caret(stateOf(paragraph('p', 'ab'), paragraph('q', 'cd')), start + 5), joinBackward))).toEqual(['p:abcd']);
    expect(body(run(caret(stateOf(paragraph('p', ''), paragraph('q', 'cd')), start + 3), joinBackward))).toEqual(['q:cd']);
    const empty = stateOf(paragraph('p', ''), paragraph('q', 'cd'));
    expect(body(empty.apply(empty.tr.delete(start + 1, start + 4)))).toEqual(['q:d']);
  });

  it('keeps the id when a block turns into another type or is wrapped', () => {
    const state = caret(stateOf(paragraph('p', 'ab')), start + 1);
    expect(body(run(state, setBlockType(type('subhead'))))).toEqual(['p:ab']);
    const wrapped = run(state, wrapIn(type('quote')));
    expect(blocksWithIds(wrapped.doc).slice(3).map(({ id }) => id)).toEqual(['new-1', 'p']);
  });

  it('gives a copy a new id, before the original as well as after', () => {
    const state = stateOf(paragraph('p', 'ab'));
    expect(body(state.apply(state.tr.insert(start, paragraph('p', 'ab'))))).toEqual(['new-1:ab', 'p:ab']);
    const after = stateOf(paragraph('p', 'ab'));
    expect(body(after.apply(after.tr.insert(start + 4, paragraph('p', 'ab'))))).toEqual(['p:ab', 'new-1:ab']);
  });

  it('keeps the id of what is cut and pasted', () => {
    const state = stateOf(paragraph('p', 'ab'), paragraph('q', 'cd'));
    const cut = state.apply(state.tr.delete(start, start + 4));
    expect(body(cut.apply(cut.tr.insert(start + 4, paragraph('p', 'ab'))))).toEqual(['q:cd', 'p:ab']);
  });

  it('assigns in the same undo step', () => {
    const before = caret(stateOf(paragraph('p', 'abcd')), start + 3);
    const after = run(before, splitBlock);
    const undone = run(after, undo);
    expect(undone.doc.eq(before.doc)).toBe(true);
    expect(run(undone, redo).doc.eq(after.doc)).toBe(true);
  });

  it('stays unique, and undo and redo bring back the same ids, after any edits', () => {
    const parsed = parseArticle(exampleJson);
    if (!parsed.ok) throw new Error(parsed.error.message);
    const doc = bodyOf(parsed.value);
    fc.assert(
      fc.property(randomEdits(14), (edits) => {
        let state = EditorState.create({ doc, plugins: [history({ newGroupDelay: 0 }), wallsPlugin(), blockIdsPlugin()] });
        for (const edit of edits) {
          state = edited(state, edit, wallKeys);
          const ids = blocksWithIds(state.doc).map(({ id }) => id);
          expect(ids).not.toContain('');
          expect(new Set(ids).size).toBe(ids.length);
        }
        const end = state.doc;
        const depth = Number(undoDepth(state));
        while (undoDepth(state) > 0) state = run(state, undo);
        expect(state.doc.eq(doc)).toBe(true);
        for (let step = 0; step < depth; step += 1) state = run(state, redo);
        while (redoDepth(state) > 0 && !state.doc.eq(end)) state = run(state, redo);
        expect(state.doc.eq(end)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('leaves typing alone', () => {
    const state = selected(stateOf(paragraph('p', 'ab')), 1, 1);
    expect(state.applyTransaction(state.tr.insertText('x')).transactions).toHaveLength(1);
  });
});
