import { baseKeymap, joinBackward, joinForward, splitBlock } from '@tiptap/pm/commands';
import { history, undo } from '@tiptap/pm/history';
import type { Node } from '@tiptap/pm/model';
import { AllSelection, EditorState, NodeSelection, TextSelection } from '@tiptap/pm/state';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { schema } from '../../article/schema.ts';
import { blockIdsPlugin, idOf } from './block-ids.ts';
import { edited, randomEdits, run } from './random-edits.ts';
import { typeAcross, wallKeys } from './wall-keys.ts';
import { sectionsOf, wallsPlugin } from './walls.ts';

const text = (value: string) => schema.text(value);
const person = { name: 'A', role: 'editing', affiliation: '', location: '', email: '', url: '' };
const paragraph = (id: string, value: string) => schema.node('paragraph', { blockId: id }, text(value));
const list = schema.node('bulletList', { blockId: 'l' }, [schema.node('listItem', { blockId: 'i' }, paragraph('lp', 'bbbb')), schema.node('listItem', { blockId: 'j' }, paragraph('lq', 'bbbb'))]);
const cell = (id: string) => schema.node('tableCell', null, paragraph(id, 'bb'));
const table = schema.node('table', { blockId: 't' }, [schema.node('tableRow', null, [cell('c1'), cell('c2')]), schema.node('tableRow', null, [cell('c3'), cell('c4')])]);

function start(...rest: Node[]): EditorState {
  const doc = schema.node('doc', null, [
    schema.node('headline', { blockId: 'h' }, text('hhhhhh')),
    schema.node('standfirst', { blockId: 's' }, text('ssssss')),
    schema.node('byline', { blockId: 'b', contributors: [person] }),
    paragraph('p', 'bbbbbb'),
    ...rest,
    paragraph('z', 'bbbb'),
  ]);
  return EditorState.create({ doc, plugins: [history(), wallsPlugin(), blockIdsPlugin()] });
}
const select = (state: EditorState, from: number, to: number = from) => state.apply(state.tr.setSelection(TextSelection.create(state.doc, from, to)));
const press = (state: EditorState, key: string) => run(state, ...(wallKeys[key] ?? []), ...(baseKeymap[key] ? [baseKeymap[key]] : []));
const texts = (state: EditorState) => state.doc.content.content.map((node) => node.textContent);
const contributors = (state: EditorState): unknown => state.doc.child(2).attrs['contributors'];

describe('fields are walls', () => {
  it('empties what was selected in each field and moves nothing', () => {
    const state = press(select(start(), 4, 21), 'Delete');
    expect(texts(state)).toEqual(['hhh', '', '', 'bbb', 'bbbb']);
    expect(contributors(state)).toEqual([]);
    expect([0, 1, 2, 3].map((index) => idOf(state.doc.child(index)))).toEqual(['h', 's', 'b', 'p']);
    expect(state.selection.from).toBe(4);
  });

  it('leaves three empty fields and one empty paragraph after select all and Delete, and undo brings all back', () => {
    const before = start(list, table);
    const all = before.apply(before.tr.setSelection(new AllSelection(before.doc)));
    const byHand = select(before, 1, before.doc.content.size - 1);
    for (const selected of [all, byHand]) {
      const state = press(selected, 'Backspace');
      expect(state.doc.content.content.map((node) => node.type.name)).toEqual(['headline', 'standfirst', 'byline', 'paragraph']);
      expect(state.doc.textContent).toBe('');
      expect(contributors(state)).toEqual([]);
      expect(run(state, undo).doc.eq(before.doc)).toBe(true);
    }
  });

  it('goes to the next field with Enter, and splits none', () => {
    let state = press(select(start(), 4), 'Enter');
    expect(state.selection.from).toBe(sectionsOf(state.doc).standfirst.from);
    state = press(state, 'Enter');
    expect(state.selection instanceof NodeSelection && state.selection.node.type.name).toBe('byline');
    state = press(state, 'Enter');
    expect(state.selection.from).toBe(sectionsOf(state.doc).body.from + 1);
    expect(texts(state)).toEqual(texts(start()));
  });

  it('does nothing with Backspace at the start of a field or of the body, or Delete at the end of a field', () => {
    const sections = sectionsOf(start().doc);
    for (const pos of [sections.headline.from, sections.standfirst.from, sections.body.from + 1]) {
      expect(press(select(start(), pos), 'Backspace').doc.eq(start().doc)).toBe(true);
    }
    for (const pos of [sections.headline.to, sections.standfirst.to]) expect(press(select(start(), pos), 'Delete').doc.eq(start().doc)).toBe(true);
  });

  it('types over a selection across walls where it began', () => {
    const state = run(select(start(), 4, 21), typeAcross('x'));
    expect(texts(state)).toEqual(['hhhx', '', '', 'bbb', 'bbbb']);
  });

  it('goes on below a selected card, and never replaces it', () => {
    const before = start(schema.node('adSlot', { blockId: 'a' }));
    const at = sectionsOf(before.doc).body.from + before.doc.child(3).nodeSize;
    const state = run(before.apply(before.tr.setSelection(NodeSelection.create(before.doc, at))), typeAcross('x'));
    expect(state.doc.content.content.slice(4).map((node) => `${node.type.name}:${node.textContent}`)).toEqual(['adSlot:', 'paragraph:x', 'paragraph:bbbb']);
  });

  it("refuses ProseMirror's own commands that would move text", () => {
    const state = select(start(), 4, 21);
    expect(state.applyTransaction(state.tr.deleteSelection()).transactions).toHaveLength(0);
    const { standfirst, body } = sectionsOf(state.doc);
    for (const command of [joinBackward, joinForward, splitBlock]) {
      expect(texts(run(select(start(), standfirst.from), command)).slice(0, 2)).toEqual(['hhhhhh', 'ssssss']);
    }
    expect(texts(run(select(start(), body.from + 1), joinBackward)).slice(0, 3)).toEqual(['hhhhhh', 'ssssss', '']);
  });

  it('never mixes sections, and never loses a field, under any edits', () => {
    fc.assert(
      fc.property(randomEdits(12).map((edits) => edits.filter(({ kind }) => kind !== 'copy' && kind !== 'cut-and-paste')), (edits) => {
        let state = start(list, table);
        for (const edit of edits) {
          state = edited(state, edit, wallKeys);
          state.doc.check();
          expect(state.doc.content.content.slice(0, 3).map(idOf)).toEqual(['h', 's', 'b']);
          expect(state.doc.child(0).textContent).not.toMatch(/[sb]/);
          expect(state.doc.child(1).textContent).not.toMatch(/[hb]/);
          expect(state.doc.textBetween(sectionsOf(state.doc).body.from, state.doc.content.size)).not.toMatch(/[hs]/);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('keeps the shape of a table that a selection reaches into', () => {
    const before = start(table);
    const inside = before.doc.content.size - (before.doc.lastChild?.nodeSize ?? 0) - 10;
    const state = press(select(before, 3, inside), 'Delete');
    expect(state.doc.content.content.map((node) => node.type.name)).toContain('table');
    expect(state.doc.firstChild?.textContent).toBe('hh');
  });
});
