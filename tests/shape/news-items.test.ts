import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Contributor } from '../../src/article/blocks/byline.ts';
import type { BodyJson } from '../../src/article/body.ts';
import { importFile } from '../../src/article/import/index.ts';

// Items as agencies write them, in versions and with parts that Galley itself never writes.
const folder = new URL('../fixtures/news-items/', import.meta.url);
const said = (node: BodyJson): string => node.text ?? (node.content ?? []).map(said).join('');

function outline(block: BodyJson): string {
  const attrs = block.attrs ?? {};
  if (block.type === 'byline') return `byline:${((attrs['contributors'] ?? []) as Contributor[]).map(({ name, affiliation }) => [name, affiliation].filter((part) => part !== '').join('/')).join(', ')}`;
  if (block.type === 'image') return `image:${String(attrs['origin'])}|${String(attrs['credit'])}|${said(block)}`;
  return `${block.type}:${said(block)}`;
}

const read = (name: string): { readonly blocks: readonly string[]; readonly metadata: Readonly<Record<string, unknown>>; readonly removed: readonly string[]; readonly format: string } => {
  const result = importFile({ name, bytes: readFileSync(new URL(name, folder)) }, { zone: '', newsroomZone: '', machineZone: 'Etc/UTC', language: '' });
  if (!result.ok) throw new Error(result.message);
  const { article, report, format } = result.value;
  return { format, blocks: (article.body.content ?? []).map(outline), metadata: { ...article.metadata }, removed: report.removed.map(({ text }) => text) };
};

const instant = (moment: string): unknown => expect.objectContaining({ instant: moment });

test('ninjs 1: picture, keywords, rights and times, what has no field told', () => {
  const { blocks, metadata, removed } = read('ninjs-1.json');
  expect(blocks).toEqual(['headline:Berth to close', 'standfirst:Berth four closes', 'byline:Ines Moreau', 'image:https://n.example/a.jpg|Lin Ode|The berth at low tide', 'paragraph:The berth closes.', 'subhead:Why', 'bulletList:One', 'paragraph:1', 'quote:Said.']);
  expect(metadata).toMatchObject({ slugline: 'BERTH/CLOSE', genre: 'Article', copyright: '(c) 2024 Newswire', usageTerms: 'Editorial use', tags: ['harbour'], subjects: [{ code: '04000000', name: 'economy' }], publishedAt: instant('2024-03-06T11:00:00Z'), updatedAt: instant('2024-03-06T12:15:00Z'), dateline: { place: 'VELDHAVEN' } });
  expect(removed).toEqual(['business', 'Ada Wren', 'Port Co', 'Veldhaven', 'Veldhaven']);
});

test('ninjs 2: a picture beside the text stands before those in it', () => {
  const { blocks, metadata, removed } = read('ninjs-2.json');
  expect(blocks).toEqual(['headline:Anleger schließt', 'standfirst:', 'byline:Jörg Müller', 'image:https://d.example/lead.jpg|Lin Ode|Bildtext', 'paragraph:Der Anleger schließt.', 'image:https://d.example/a.jpg|Lin Ode/dpa|Bild.']);
  expect(metadata).toMatchObject({ copyright: 'dpa 2024', usageTerms: 'nur redaktionell', subjects: [{ code: '20000170', name: 'Wirtschaft' }] });
  expect(removed).toEqual(['Veldhaven']);
});

test('a NewsML-G2 message: the text of one item, the picture of the next', () => {
  const { blocks, metadata, removed, format } = read('newsml-g2-message.xml');
  expect(format).toBe('newsml-g2');
  expect(blocks).toEqual(['headline:Berth to close', 'standfirst:Berth four closes', 'byline:Ines Moreau', 'image:https://n.example/a.jpg|Lin Ode|The berth', 'paragraph:The berth closes.', 'subhead:Why', 'bulletList:One']);
  expect(metadata).toMatchObject({ genre: 'Current', copyright: '(c) Newswire 2024', usageTerms: 'No archive', editorialNote: 'Adds quote', dateline: { asWritten: 'VELDHAVEN, March 6 (Newswire) -' }, updatedAt: instant('2024-03-06T12:15:00Z') });
  expect(removed).toEqual(['Ada Wren', 'Veldhaven', 'Lin Ode']);
});

test('NITF within NewsML-G2 is read as NITF', () => {
  expect(read('newsml-g2-with-nitf.xml').blocks).toEqual(['headline:Berth to close', 'standfirst:Divers found damage', 'byline:Ines Moreau/Staff Writer', 'paragraph:The berth closes.', 'subhead:Why', 'paragraph:Because.']);
});

test('NITF with a note in its head: the text is the body’s', () => {
  const { blocks, metadata } = read('nitf-3.4.xml');
  expect(blocks.slice(0, 5)).toEqual(['headline:Berth to close', 'standfirst:Divers found damage', 'byline:Ines Moreau, Tom Adeyemi/Newswire', 'paragraph:The berth closes after Ada Wren of Port Co said so on Tuesday, costing 4.2 million.', 'image:a.jpg|Lin Ode|The berth at low tide']);
  expect(blocks.slice(5)).toEqual(['subhead:Why', 'paragraph:Because.', 'bulletList:One', 'orderedList:First', 'quote:Said.', 'preformatted:fixed  width', 'table:12', 'paragraph:T', 'paragraph:D', 'paragraph:Foot', 'divider:', 'paragraph:Ines Moreau covers the port.']);
  expect(metadata).toMatchObject({ editorialNote: 'Adds quote\nEds: adds quote', copyright: '2024 Newswire', seoDescription: 'Berth four closes', tags: ['harbour', 'ferry'], dateline: { asWritten: 'VELDHAVEN, March 6' }, publishedAt: instant('2024-03-06T12:15:00Z') });
});
