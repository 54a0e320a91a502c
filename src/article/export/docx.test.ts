import { strFromU8, unzipSync } from 'fflate';
import fc from 'fast-check';
import type { Element } from 'xast';
import { fromXml } from 'xast-util-from-xml';
import { expect, test } from 'vitest';
import { articleArbitrary } from '../arbitrary.ts';
import { type Article, parseArticle } from '../article.ts';
import exampleJson from '../example.json' with { type: 'json' };
import { importDocx } from '../import/docx.ts';
import { allXml, readXml, xmlAttribute, xmlContent } from '../import/xml-html.ts';
import { plain } from '../plain.ts';
import { plainText } from './html/json-ld.ts';
import { exportArticle } from './index.ts';

const parsed = parseArticle(exampleJson);
if (!parsed.ok) throw new Error(parsed.error.message);
const example = plain(parsed.value);
const picture = new Uint8Array([0xff, 0xd8, 0xff, 0xe0]);

function partsOf(article: Article, pictures: ReadonlyMap<string, Uint8Array> = new Map()): Record<string, Uint8Array> {
  const { content } = exportArticle(article, 'docx', { pictures });
  if (typeof content === 'string') throw new Error('a Word document is a zip');
  return unzipSync(content);
}

function part(parts: Record<string, Uint8Array>, name: string): string {
  const bytes = parts[name];
  if (!bytes) throw new Error(`no ${name}`);
  return strFromU8(bytes);
}

test('the example has its styles, its byline, its picture and its id', () => {
  const imageId = Object.keys(example.images)[0] ?? '';
  const parts = partsOf(example, new Map([[imageId, picture]]));
  const document = readXml(part(parts, 'word/document.xml'));
  if (!document) throw new Error('no document');
  const styles = allXml(document, 'pStyle').map((style) => xmlAttribute(style, 'w:val'));
  for (const style of ['Title', 'Subtitle', 'Byline', 'Heading2', 'ListParagraph', 'Quote', 'IntenseQuote', 'Caption', 'AdSlot', 'Embed', 'TableTitle', 'FactBoxTitle', 'Divider', 'Code', 'Correction', 'ClosingCredits']) expect(styles).toContain(style);
  expect(allXml(document, 'blip')).not.toEqual([]);
  expect(Object.keys(parts).filter((name) => name.startsWith('word/media/'))).toHaveLength(1);
  expect(part(parts, 'docProps/custom.xml')).toContain(example.id);
  const text = xmlContent(document);
  for (const said of ['Reported by Ines Moreau', 'VELDHAVEN, March 4 (Galley News) -', 'Tom Adeyemi / Galley News']) expect(text).toContain(said);
  for (const hidden of ['Second source pending', 'Read by the lawyer', 'Council release']) expect(text).not.toContain(hidden);
});

test('any article is well formed in every part, holds all its text, points to what is there, and is the same bytes twice', () => {
  fc.assert(
    fc.property(articleArbitrary, (article) => {
      const once = plain(article);
      const parts = partsOf(once);
      for (const [name, bytes] of Object.entries(parts)) if (/\.(?:xml|rels)$/.test(name)) fromXml(strFromU8(bytes));
      const document = readXml(part(parts, 'word/document.xml'));
      const relations = readXml(part(parts, 'word/_rels/document.xml.rels'));
      if (!document || !relations) throw new Error('unreadable');
      const squeezed = (text: string): string => text.replace(/\s+/g, '');
      const text = squeezed(xmlContent(document));
      for (const block of once.body.content ?? []) for (const child of block.content ?? []) if (child.type === 'text') expect(text).toContain(squeezed(plainText(child)));
      const ids = new Set(allXml(relations, 'Relationship').map((relation) => xmlAttribute(relation, 'Id')));
      for (const link of allXml(document, 'hyperlink')) expect(ids).toContain(xmlAttribute(link, 'r:id'));
      const cells = allXml(document, 'tc');
      for (const cell of cells) expect(cell.children.at(-1)).toMatchObject({ name: 'w:p' });
      expect(exportArticle(once, 'docx').content).toEqual(exportArticle(once, 'docx').content);
    }),
    { numRuns: 60 },
  );
});

test('a document of a language that runs from right to left does, its tables too; what runs the other way says so and comes back', () => {
  const turned: Article = { ...example, metadata: { ...example.metadata, language: 'ar' }, body: { ...example.body, content: (example.body.content ?? []).map((block) => (block.type === 'paragraph' ? { ...block, attrs: { ...block.attrs, lang: 'en', dir: 'ltr' } } : block)) } };
  const parts = partsOf(turned);
  const [styles, document] = [readXml(part(parts, 'word/styles.xml')), readXml(part(parts, 'word/document.xml'))];
  if (!styles || !document) throw new Error('the document is damaged');
  expect(allXml(styles, 'docDefaults').flatMap((defaults) => ['bidi', 'rtl'].map((name) => allXml(defaults, name).length))).toEqual([1, 1]);
  expect(allXml(document, 'bidiVisual')).toHaveLength(1);
  expect(allXml(document, 'bidi').map((bidi) => xmlAttribute(bidi, 'w:val'))).toContain('0');
  expect(part(partsOf(example), 'word/styles.xml')).not.toContain('w:bidi/');
  const { content } = exportArticle(turned, 'docx');
  if (typeof content === 'string') throw new Error('a Word document is a zip');
  const back = importDocx(content, { zone: '', newsroomZone: '', machineZone: 'Etc/UTC', language: '' });
  if (!back.ok) throw new Error(back.error.message);
  expect(back.value.article.body.content?.filter(({ type }) => type === 'paragraph').map(({ attrs }) => attrs?.['dir'])[0]).toBe('ltr');
});

test.each([
  ['en', null, ['left', '']],
  ['ar', null, ['right', '']],
  ['en', 'rtl', ['left', 'right']],
  ['ar', 'ltr', ['right', 'left']],
  ['ar', 'rtl', ['right', '']],
])('the bar beside a quotation stands where its lines begin: %s, %s', (language, dir, sides) => {
  const content = (example.body.content ?? []).map((block) => (block.type === 'quote' ? { ...block, content: (block.content ?? []).map((line) => ({ ...line, attrs: { ...line.attrs, lang: null, dir } })) } : block));
  const parts = partsOf({ ...example, metadata: { ...example.metadata, language }, body: { ...example.body, content } });
  const read = (name: string): Element[] => ['style', 'p'].flatMap((tag) => allXml(fromXml(part(parts, name)), tag));
  const barOf = (node: Element): string => ['left', 'right'].filter((side) => allXml(node, 'pBdr').flatMap((border) => allXml(border, side)).some((line) => xmlAttribute(line, 'w:val') === 'single')).join(' ');
  const style = read('word/styles.xml').filter((node) => xmlAttribute(node, 'w:styleId') === 'Quote');
  const lines = read('word/document.xml').filter((node) => allXml(node, 'pStyle').some((said) => xmlAttribute(said, 'w:val') === 'Quote'));
  expect([style.map(barOf), [...new Set(lines.map(barOf))]]).toEqual([[sides[0]], [sides[1]]]);
});
