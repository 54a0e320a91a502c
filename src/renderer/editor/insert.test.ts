import { EditorState, NodeSelection, TextSelection } from '@tiptap/pm/state';
import { describe, expect, it } from 'vitest';
import { schema } from '../../article/schema.ts';
import { blockIdsPlugin, idOf } from './block-ids.ts';
import { insertBlocks } from './insert.ts';
import { wallsPlugin } from './walls.ts';

const paragraph = (id: string, text = '') => schema.node('paragraph', { blockId: id }, text === '' ? [] : schema.text(text));
const ad = schema.node('adSlot', { blockId: 'ad' });
function start(...body: ReturnType<typeof paragraph>[]): EditorState {
  const fields = [schema.node('headline', { blockId: 'h' }, schema.text('Head')), schema.node('standfirst', { blockId: 's' }), schema.node('byline', { blockId: 'b' })];
  let count = 0;
  return EditorState.create({ doc: schema.node('doc', null, [...fields, ...body]), plugins: [wallsPlugin(), blockIdsPlugin(() => `new-${(count += 1)}`)] });
}
const at = (state: EditorState, from: number, to = from) => state.apply(state.tr.setSelection(TextSelection.create(state.doc, from, to)));
const paste = (state: EditorState, ...blocks: ReturnType<typeof paragraph>[]) => state.apply(insertBlocks(state, blocks));
const shape = (state: EditorState) => state.doc.content.content.map((node) => `${node.type.name}:${idOf(node)}:${node.textContent}`);
const bodyStart = 9;

describe('inserting blocks', () => {
  it('puts the first of several paragraphs into the field and the rest at the start of the body', () => {
    const bold = schema.node('paragraph', { blockId: 'x' }, schema.text('One', [schema.mark('bold'), schema.mark('italic')]));
    const state = paste(at(start(paragraph('p', 'body')), 5), bold, paragraph('y', 'Two'), paragraph('z', 'Three'));
    expect(shape(state)).toEqual(['headline:h:HeadOne', 'standfirst:s:', 'byline:b:', 'paragraph:y:Two', 'paragraph:z:Three', 'paragraph:p:body']);
    expect(state.doc.child(0).lastChild?.marks.map(({ type }) => type.name)).toEqual(['italic']);
    expect(state.selection.from).toBe(8);
  });

  it('takes the place of the only empty paragraph of the body', () => {
    expect(shape(paste(at(start(paragraph('p')), 5), paragraph('x', 'A'), paragraph('y', 'B')))).toEqual(['headline:h:HeadA', 'standfirst:s:', 'byline:b:', 'paragraph:y:B']);
  });

  it('puts one paragraph into the running text', () => {
    expect(shape(paste(at(start(paragraph('p', 'abcd')), bodyStart + 3), paragraph('x', 'X'))).slice(3)).toEqual(['paragraph:p:abXcd']);
  });

  it('splits a paragraph around blocks of another kind, and leaves no empty one', () => {
    expect(shape(paste(at(start(paragraph('p', 'abcd')), bodyStart + 3), ad)).slice(3)).toEqual(['paragraph:p:ab', 'adSlot:ad:', 'paragraph:new-1:cd']);
    expect(shape(paste(at(start(paragraph('p')), bodyStart + 1), ad)).slice(3)).toEqual(['adSlot:ad:']);
    expect(shape(paste(at(start(paragraph('p', 'ab')), bodyStart + 3), ad)).slice(3)).toEqual(['paragraph:p:ab', 'adSlot:ad:']);
  });

  it('puts what a caption cannot hold after its block', () => {
    const image = schema.node('image', { blockId: 'i' }, schema.text('cap'));
    expect(shape(paste(at(start(image, paragraph('p', 'x')), bodyStart + 2), ad)).slice(3)).toEqual(['image:i:cap', 'adSlot:ad:', 'paragraph:p:x']);
  });

  it('puts a picture that is pasted into a field at the start of the body, whole', () => {
    const image = schema.node('image', { blockId: 'i', alt: 'Boats' }, schema.text('cap'));
    const state = paste(at(start(paragraph('p', 'x')), 3), image);
    expect(shape(state)).toEqual(['headline:h:Head', 'standfirst:s:', 'byline:b:', 'image:i:cap', 'paragraph:p:x']);
    expect(state.doc.child(3).attrs['alt']).toBe('Boats');
  });

  it('goes before a selected card that stands alone', () => {
    const alone = start(ad);
    const state = alone.apply(alone.tr.setSelection(NodeSelection.create(alone.doc, bodyStart)));
    expect(shape(paste(state, paragraph('x', 'A'), paragraph('y', 'B'))).slice(3)).toContain('paragraph:x:A');
  });

  it('replaces a selection across walls without moving text', () => {
    const state = paste(at(start(paragraph('p', 'abcd')), 3, bodyStart + 3), paragraph('x', 'X'));
    expect(shape(state)).toEqual(['headline:h:HeX', 'standfirst:s:', 'byline:b:', 'paragraph:p:cd']);
  });
});
