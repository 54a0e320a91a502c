import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { articleArbitrary } from '../arbitrary.ts';
import { type Article, emptyArticle } from '../article.ts';
import type { BodyJson } from '../body.ts';
import { importFile } from '../import/index.ts';
import { type MetadataField, metadataFields } from '../metadata.ts';
import { plain } from '../plain.ts';
import { carriedBy } from './carries.ts';
import { exportArticle } from './index.ts';
import { joined } from './public-part.ts';

const carried = carriedBy('docx');
const isKept = (kind: 'block' | 'mark' | 'field', name: string): boolean => carried.find((one) => one.kind === kind && one.name === name)?.fate === 'kept';

function back(article: Article): Article {
  const { content, fileName } = exportArticle(article, 'docx', { hasPicture: () => false });
  const read = importFile({ name: fileName, bytes: typeof content === 'string' ? new TextEncoder().encode(content) : content }, { zone: '', newsroomZone: '', machineZone: 'Etc/UTC', language: '' });
  if (!read.ok) throw new Error(read.message);
  return read.value.article;
}

/**
 * What people write: text in every passage, lists that count from zero or above (Word knows no other), tables whose rows are of
 * one length. The random articles have what is none of it.
 */
function written(node: BodyJson): BodyJson {
  if (node.type === 'orderedList') return { ...node, attrs: { ...node.attrs, start: Math.max(0, Number(node.attrs?.['start'])) }, content: (node.content ?? []).map(written) };
  if (node.type === 'table') return { ...node, content: rectangular((node.content ?? []).map(written)) };
  const isPassage = node.type === 'paragraph' || node.type === 'subhead' || node.type === 'pullQuote';
  if (isPassage && !(node.content ?? []).some(({ text }) => /\S/.test(text ?? ''))) return { ...node, content: [{ type: 'text', text: 'written' }] };
  return node.content ? { ...node, content: node.content.map(written) } : node;
}

function rectangular(rows: readonly BodyJson[]): BodyJson[] {
  const columns = Math.min(...rows.map(({ content }) => (content ?? []).length));
  return rows.map((row) => ({ ...row, content: (row.content ?? []).slice(0, columns).map((cell) => ({ ...cell, attrs: { ...cell.attrs, colspan: 1, rowspan: 1 } })) }));
}

/** A block with what the table calls kept: marks that are, and blocks inside that are; of the others their text. */
function kept(node: BodyJson): BodyJson[] {
  if (node.type === 'text') return [{ type: 'text', ...(node.text === undefined ? {} : { text: node.text }), ...marksOf(node) }];
  const content = (node.content ?? []).flatMap(kept);
  if (node.type === 'hardBreak') return [{ type: 'hardBreak' }];
  if (node.type === 'paragraph') return [{ type: 'paragraph', content }];
  // Items are kept down to Word's ninth level, and no random list is as deep.
  if (!isKept('block', node.type) && node.type !== 'listItem') return [];
  const attrs = Object.fromEntries(Object.entries(node.attrs ?? {}).filter(([name]) => !['blockId', 'lang', 'dir'].includes(name)));
  return [{ type: node.type, attrs, content }];
}

function marksOf({ marks }: BodyJson): Pick<BodyJson, 'marks'> {
  const said = (marks ?? []).filter(({ type }) => isKept('mark', type));
  return said.length > 0 ? { marks: said } : {};
}

test('a Word document brings back every field, block and mark that the table calls kept, of any article', () => {
  fc.assert(
    fc.property(articleArbitrary, (article) => {
      const whole: Article = { ...plain(article), body: { ...article.body, content: (plain(article).body.content ?? []).map(written) } };
      const read = back(whole);
      for (const field of metadataFields.filter((name: MetadataField) => isKept('field', name))) expect([field, read.metadata[field]]).toEqual([field, whole.metadata[field]]);
      const blocksOf = ({ body }: Article): unknown => joined((body.content ?? []).filter(({ type }) => isKept('block', type)).flatMap(kept));
      expect(blocksOf(read)).toEqual(blocksOf(whole));
    }),
    { numRuns: 60 },
  );
});

const paragraphOf = (text: string, dir: string | null = null): BodyJson => ({ type: 'paragraph', attrs: { dir, lang: null }, content: text === '' ? [] : [{ type: 'text', text }] });
const articleOf = (language: string, content: readonly BodyJson[]): Article => {
  const article = emptyArticle();
  return { ...article, metadata: { ...article.metadata, language }, body: { type: 'doc', content: [...(article.body.content ?? []).slice(0, 3), ...content] } };
};
const bodyBack = (content: readonly BodyJson[]): readonly BodyJson[] => (back(articleOf('en', content)).body.content ?? []).slice(3);
const outline = (node: BodyJson): string => (node.type === 'text' ? (node.text ?? '') : `${node.type}(${(node.content ?? []).map(outline).join(' ')})`);

test('quotations one after the other stay apart, in a box too, whether or not somebody is named', () => {
  const quote = (attribution: string, ...lines: string[]): BodyJson => ({ type: 'quote', attrs: { attribution }, content: lines.map((line) => paragraphOf(line)) });
  const quotes = [quote('', 'One', 'and more'), quote('', 'Two'), quote('Ada', 'Three'), quote('', 'Four')];
  const read = bodyBack([...quotes, { type: 'factBox', attrs: { title: 'Said' }, content: [quote('', 'Five'), quote('', 'Six')] }]);
  expect(read.map(outline)).toEqual(['quote(paragraph(One) paragraph(and more))', 'quote(paragraph(Two))', 'quote(paragraph(Three))', 'quote(paragraph(Four))', 'factBox(quote(paragraph(Five)) quote(paragraph(Six)))']);
  expect(read.map(({ attrs }) => attrs?.['attribution'])).toEqual(['', '', 'Ada', '', undefined]);
});

test('items without text stay, first, last and between', () => {
  const item = (text: string, ...more: BodyJson[]): BodyJson => ({ type: 'listItem', content: [paragraphOf(text), ...more] });
  const list: BodyJson = { type: 'orderedList', attrs: { start: 3 }, content: [item(''), item('b', { type: 'bulletList', content: [item('')] }), item(''), item('d'), item('')] };
  expect(bodyBack([list]).map(outline)).toEqual(['orderedList(listItem(paragraph()) listItem(paragraph(b) bulletList(listItem(paragraph()))) listItem(paragraph()) listItem(paragraph(d)) listItem(paragraph()))']);
});

/** Word counts “left” from where a paragraph begins. */
test.each([
  ['ar', null, ['right', 'center', 'left']],
  ['ar', 'ltr', ['left', 'center', 'right']],
  ['en', null, ['left', 'center', 'right']],
  ['en', 'rtl', ['right', 'center', 'left']],
])('cells keep their side in a document in %s, their passages running %s', (language, dir, written) => {
  const cell = (align: string | null): BodyJson => ({ type: 'tableCell', attrs: { align, colspan: 1, rowspan: 1 }, content: [paragraphOf('x', dir)] });
  const article = articleOf(language, [{ type: 'table', attrs: { caption: '' }, content: [{ type: 'tableRow', content: ['left', 'center', 'right', null].map(cell) }] }]);
  const cells = back(article).body.content?.find(({ type }) => type === 'table')?.content?.[0]?.content ?? [];
  expect(cells.map(({ attrs }) => attrs?.['align'])).toEqual(['left', 'center', 'right', null]);
  const { content } = exportArticle(article, 'docx');
  const document = strFromU8(unzipSync(content instanceof Uint8Array ? content : new Uint8Array())['word/document.xml'] ?? new Uint8Array());
  expect([...document.matchAll(/<w:jc w:val="(\w+)"/g)].map(([, side]) => side)).toEqual(written);
  // Word's schema has the direction before the side.
  expect(document).not.toMatch(/<w:jc [^>]*\/><w:bidi/);
});
