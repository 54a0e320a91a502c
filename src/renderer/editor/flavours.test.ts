import { Fragment, type Node, Slice } from '@tiptap/pm/model';
import { describe, expect, it } from 'vitest';
import exampleJson from '../../article/example.json';
import { bodyOf, parseArticle } from '../../article/article.ts';
import { schema } from '../../article/schema.ts';
import { flavoursOf, readGalley, withoutIds } from './flavours.ts';

const parsed = parseArticle(exampleJson);
if (!parsed.ok) throw new Error(parsed.error.message);
const doc = bodyOf(parsed.value);
const open = { articleId: 'here', language: 'en', gateShut: false, images: parsed.value.images };

describe('the flavours of a selection', () => {
  it('gives back every block of the body by its own flavour, ids included, in the same article', () => {
    let pos = 0;
    doc.forEach((node, offset, index) => {
      if (index === 3) pos = offset;
    });
    const { galley } = flavoursOf(doc.slice(pos, doc.content.size), schema, open);
    const copied = readGalley(galley, 'here');
    const blocks = copied?.blocks;
    expect(blocks?.length).toBeGreaterThan(5);
    expect(blocks?.map((block) => block.type)).toEqual(doc.content.content.slice(3).map((node) => node.type.name));
    expect(copied?.images).toEqual(parsed.value.images);
    expect(readGalley(galley, 'elsewhere')?.blocks[0]?.attrs?.['blockId']).toBe('');
  });

  it('has no HTML while the gate is shut', () => {
    const slice = doc.slice(0, doc.content.size);
    expect(flavoursOf(slice, schema, { ...open, gateShut: true }).html).toBeNull();
    expect(flavoursOf(slice, schema, open).html).toContain('<p');
  });

  it('says in plain text what lists, boxes and cells are', () => {
    const paragraph = (text: string, ...more: Node[]): Node => schema.node('paragraph', { blockId: text }, [schema.text(text), ...more]);
    const item = (text: string, ...more: Node[]): Node => schema.node('listItem', { blockId: `i-${text}` }, [paragraph(text), ...more]);
    const cell = (text: string, ...more: Node[]): Node => schema.node('tableCell', null, paragraph(text, ...more));
    const blocks = [
      schema.node('orderedList', { blockId: 'l', start: 3 }, [item('Beds', schema.node('bulletList', { blockId: 'n' }, item('new'))), item('Staff')]),
      schema.node('quote', { blockId: 'q', attribution: 'Ann Lee' }, paragraph('We will.')),
      schema.node('factBox', { blockId: 'f', title: 'In brief' }, paragraph('Open.')),
      schema.node('table', { blockId: 't', caption: 'Wards' }, schema.node('tableRow', null, [cell('Change', schema.node('hardBreak'), schema.text('(points)')), cell('62%')])),
    ];
    const { text } = flavoursOf(new Slice(Fragment.from(blocks), 0, 0), schema, open);
    expect(text).toBe('3. Beds\n  - new\n4. Staff\n\nWe will.\n\n— Ann Lee\n\nIn brief\n\nOpen.\n\nWards\n\nChange (points)\t62%');
  });

  it('makes a paragraph of a part of a headline or a list item', () => {
    const item = schema.node('listItem', { blockId: 'i' }, schema.node('paragraph', { blockId: 'p' }, schema.text('Tide')));
    const slice = schema.node('doc', null, [...doc.content.content.slice(0, 3), schema.node('bulletList', { blockId: 'l' }, item)]);
    const start = slice.content.size - 1 - 1 - 1 - 4;
    expect(readGalley(flavoursOf(slice.slice(start + 1, start + 3, true), schema, open).galley, 'here')?.blocks).toMatchObject([{ type: 'paragraph', content: [{ text: 'id' }] }]);
    const headline = doc.slice(1, 5, true);
    expect(readGalley(flavoursOf(headline, schema, open).galley, 'here')?.blocks).toMatchObject([{ type: 'paragraph', content: [{ text: 'What' }] }]);
  });

  it('refuses what is not its own', () => {
    for (const damaged of ['', '{', '[]', '{"articleId":"here","blocks":[{"type":"script"}]}']) expect(readGalley(damaged, 'here')).toBeNull();
  });

  it('takes ids off at every depth', () => {
    const list = { type: 'bulletList', attrs: { blockId: 'l' }, content: [{ type: 'listItem', attrs: { blockId: 'i' } }] };
    expect(JSON.stringify(withoutIds(list))).not.toMatch(/"l"|"i"/);
  });
});
