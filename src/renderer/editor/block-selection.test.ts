import { history, undo } from '@tiptap/pm/history';
import { EditorState, NodeSelection, Selection, TextSelection } from '@tiptap/pm/state';
import { describe, expect, it } from 'vitest';
import { schema } from '../../article/schema.ts';
import { duplicateBlock, moveBlock, removeBlock } from './block-commands.ts';
import { blockIdsPlugin, idOf } from './block-ids.ts';
import { BlockSelection, pickedBlocks } from './block-selection.ts';
import { insertBlocks } from './insert.ts';
import { run } from './random-edits.ts';
import { turnBlocks } from './turn-blocks.ts';
import { wallsPlugin } from './walls.ts';

const paragraph = (id: string) => schema.node('paragraph', { blockId: id }, schema.text(id));
const image = schema.node('image', { blockId: 'image', alt: 'Boats' }, schema.text('caption'));
function start(...body: ReturnType<typeof paragraph>[]): EditorState {
  let count = 0;
  const fields = [schema.node('headline', { blockId: 'h' }), schema.node('standfirst', { blockId: 's' }), schema.node('byline', { blockId: 'b' })];
  return EditorState.create({ doc: schema.node('doc', null, [...fields, ...body]), plugins: [history(), wallsPlugin(), blockIdsPlugin(() => `new-${(count += 1)}`)] });
}
const pick = (state: EditorState, anchor: number, head: number) => state.apply(state.tr.setSelection(BlockSelection.between(state.doc, anchor, head)));
const shape = (state: EditorState) => state.doc.content.content.slice(3).map((node) => `${node.type.name}:${idOf(node)}:${node.textContent}`);
const four = () => start(paragraph('one'), paragraph('two'), image, paragraph('three'));

describe('several blocks', () => {
  it('move together, the selection with them, and come back by one undo', () => {
    const moved = run(pick(four(), 3, 4), moveBlock(1));
    expect(shape(moved)).toEqual(['image:image:caption', 'paragraph:one:one', 'paragraph:two:two', 'paragraph:three:three']);
    expect(pickedBlocks(moved)).toMatchObject({ first: 4, last: 5 });
    expect(moved.selection).toBeInstanceOf(BlockSelection);
    expect(shape(run(moved, undo))).toEqual(shape(four()));
  });

  it('move up to the first place of the body and no further', () => {
    const state = pick(four(), 3, 4);
    expect(shape(run(state, moveBlock(-1)))).toEqual(shape(state));
  });

  it('are duplicated after themselves, under new ids', () => {
    expect(shape(run(pick(four(), 4, 3), duplicateBlock))).toEqual(['paragraph:one:one', 'paragraph:two:two', 'paragraph:new-1:one', 'paragraph:new-2:two', 'image:image:caption', 'paragraph:three:three']);
  });

  it('are removed; the last of the body leave an empty paragraph', () => {
    expect(shape(run(pick(four(), 4, 5), removeBlock))).toEqual(['paragraph:one:one', 'paragraph:three:three']);
    expect(shape(run(pick(four(), 3, 6), removeBlock)).map((line) => line.replace(/:.*:/, ':'))).toEqual(['paragraph:']);
  });

  it('are what a selection of text across them means', () => {
    const state = four();
    const across = state.apply(state.tr.setSelection(TextSelection.create(state.doc, 8, 12)));
    expect(pickedBlocks(across)).toMatchObject({ first: 3, last: 4 });
    expect(shape(run(across, moveBlock(1)))[0]).toBe('image:image:caption');
    const card = state.apply(state.tr.setSelection(NodeSelection.create(state.doc, pickedBlocks(pick(state, 5, 5))?.from ?? 0)));
    expect(pickedBlocks(card)).toMatchObject({ first: 5, last: 5 });
  });

  it('make room for what is pasted', () => {
    const state = pick(four(), 4, 5);
    expect(shape(state.apply(insertBlocks(state, [paragraph('x'), paragraph('y')])))).toEqual(['paragraph:one:one', 'paragraph:x:x', 'paragraph:y:y', 'paragraph:three:three']);
  });

  it('stay selected through a change elsewhere and a JSON round trip', () => {
    const state = pick(four(), 4, 5);
    const typed = state.apply(state.tr.insertText('Head', 1));
    expect(pickedBlocks(typed)).toMatchObject({ first: 4, last: 5 });
    expect(Selection.fromJSON(typed.doc, typed.selection.toJSON()).eq(typed.selection)).toBe(true);
    expect(typed.selection.getBookmark().resolve(typed.doc).eq(typed.selection)).toBe(true);
  });
});

describe('turning blocks into another kind', () => {
  it('makes one list of paragraphs and leaves what is no text alone', () => {
    const turned = run(pick(four(), 3, 6), turnBlocks('bulletList'));
    expect(turned.doc.content.content.slice(3).map((node) => `${node.type.name}:${node.textContent}`)).toEqual(['bulletList:onetwo', 'image:caption', 'bulletList:three']);
    expect(turned.doc.child(3).child(1).child(0).attrs['blockId']).toBe('two');
    expect(turned.doc.child(4).eq(image)).toBe(true);
  });

  it('takes a list apart again, every line with its id and its marks', () => {
    const bold = schema.node('paragraph', { blockId: 'b1' }, schema.text('bold', [schema.mark('bold')]));
    const list = run(pick(start(bold, paragraph('two')), 3, 4), turnBlocks('orderedList'));
    const back = run(list, turnBlocks('paragraph'));
    expect(shape(back)).toEqual(['paragraph:b1:bold', 'paragraph:two:two']);
    expect(back.doc.child(3).firstChild?.marks[0]?.type.name).toBe('bold');
  });

  it('keeps language, level and id where the kind has them, and gives preformatted text its lines', () => {
    const urdu = schema.node('paragraph', { blockId: 'u', lang: 'ur', dir: 'rtl' }, schema.text('u'));
    const heading = run(pick(start(urdu, paragraph('two')), 3, 4), turnBlocks('subhead-3'));
    expect(heading.doc.child(3).attrs).toMatchObject({ blockId: 'u', lang: 'ur', dir: 'rtl', level: 3 });
    const code = run(heading, turnBlocks('preformatted'));
    expect(shape(code)).toEqual(['preformatted:u:u\ntwo']);
    expect(run(code, turnBlocks('paragraph')).doc.child(3).childCount).toBe(3);
  });
});
