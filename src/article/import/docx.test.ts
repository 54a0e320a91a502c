import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { articleArbitrary } from '../arbitrary.ts';
import { type Article, parseArticle } from '../article.ts';
import type { BodyJson } from '../body.ts';
import exampleJson from '../example.json' with { type: 'json' };
import { exportArticle } from '../export/index.ts';
import { plain } from '../plain.ts';
import { importFile } from './index.ts';

const parsed = parseArticle(exampleJson);
if (!parsed.ok) throw new Error(parsed.error.message);
const example = plain(parsed.value);
const context = { zone: '', newsroomZone: '', machineZone: 'Etc/UTC', language: '' };

function read(bytes: Uint8Array): Article {
  const result = importFile({ name: 'story.docx', bytes }, context);
  if (!result.ok) throw new Error(result.message);
  expect(result.value.format).toBe('docx');
  return result.value.article;
}

function back(article: Article): Article {
  const { content } = exportArticle(article, 'docx');
  if (typeof content === 'string') throw new Error('a Word document is a zip');
  return read(content);
}

const text = (node: BodyJson): string => node.text ?? (node.content ?? []).map(text).join(' ');
const squeezed = (node: BodyJson): string => text(node).replace(/\s+/g, '');

test('our own document comes back with its fields, its blocks and its id', () => {
  const article = back(example);
  expect(article.id).toBe(example.id);
  expect(article.metadata).toMatchObject({ slugline: example.metadata.slugline, tags: example.metadata.tags, urgency: example.metadata.urgency, closingCredits: example.metadata.closingCredits, language: 'en-IN' });
  expect(article.metadata.dateline?.asWritten).toBe(example.metadata.dateline?.asWritten);
  const types = (article.body.content ?? []).map(({ type }) => type);
  for (const type of ['headline', 'standfirst', 'byline', 'paragraph', 'subhead', 'bulletList', 'quote', 'pullQuote', 'image', 'adSlot', 'embed', 'table', 'factBox', 'divider', 'preformatted']) expect(types).toContain(type);
  expect(article.body.content?.[2]?.attrs?.['contributors']).toMatchObject([{ name: 'Ines Moreau', role: 'reported-by' }, { name: 'Tom Adeyemi', role: 'photography' }]);
  const image = article.body.content?.find(({ type }) => type === 'image');
  expect(image?.attrs).toMatchObject({ credit: 'Tom Adeyemi / Galley News' });
});

test('no text is lost on the way out and in again', () => {
  fc.assert(
    fc.property(articleArbitrary, (article) => {
      const once = plain(article);
      const whole = squeezed(back(once).body);
      for (const block of (once.body.content ?? []).filter(({ type }) => ['headline', 'standfirst', 'paragraph', 'subhead', 'quote', 'pullQuote', 'bulletList', 'orderedList', 'table', 'factBox'].includes(type))) {
        for (const child of block.content ?? []) if (child.text !== undefined) expect(whole).toContain(squeezed(child));
      }
    }),
    { numRuns: 60 },
  );
});

const word = (body: string, more: Record<string, string> = {}): Uint8Array => {
  const document = `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><w:body>${body}</w:body></w:document>`;
  return zipSync(Object.fromEntries(Object.entries({ '[Content_Types].xml': '<Types/>', 'word/document.xml': document, ...more }).map(([name, value]) => [name, strToU8(value)])));
};
const styles = '<w:styles xmlns:w="x"><w:style w:styleId="berschrift1"><w:name w:val="heading 1"/></w:style><w:style w:styleId="Titel"><w:name w:val="Title"/></w:style></w:styles>';
const p = (inner: string, style = ''): string => `<w:p>${style === '' ? '' : `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`}${inner}</w:p>`;
const r = (value: string, properties = ''): string => `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${value}</w:t></w:r>`;

test('a document of Word in any language: styles by name, marks, links, deletions left out and told', () => {
  const relations = '<Relationships><Relationship Id="rId5" Target="https://example.org/"/></Relationships>';
  const bytes = word(
    p(r('Ferry strike'), 'Titel') + p(r('The crews said '), '') + p(`${r('Bold', '<w:b/>')}${r(' not', '<w:b w:val="0"/>')}<w:hyperlink r:id="rId5">${r('a link')}</w:hyperlink><w:del><w:r><w:delText>gone</w:delText></w:r></w:del><w:ins>${r(' new')}</w:ins>`) + p(r('The offer'), 'berschrift1') + p(r('More.')),
    { 'word/styles.xml': styles, 'word/_rels/document.xml.rels': relations },
  );
  const result = importFile({ name: 'a.docx', bytes }, context);
  if (!result.ok) throw new Error(result.message);
  const blocks = result.value.article.body.content ?? [];
  expect(blocks.map((block) => `${block.type}: ${text(block)}`)).toEqual(['headline: Ferry strike', 'standfirst: ', 'byline: ', 'paragraph: The crews said', 'paragraph: Bold  not a link  new', 'subhead: The offer', 'paragraph: More.']);
  expect(JSON.stringify(blocks[4])).toContain('"type":"bold"');
  expect(JSON.stringify(blocks[4])).toContain('https://example.org/');
  expect(result.value.report.removed.map(({ text: gone }) => gone)).toContain('gone');
});

test('a file inside a document is not read, and told of', () => {
  const result = importFile({ name: 'a.docx', bytes: word(p(r('The crews said.')) + '<w:altChunk r:id="rId9"/>' + p(r('More.'))) }, context);
  if (!result.ok) throw new Error(result.message);
  expect((result.value.article.body.content ?? []).map(text)).toContain('More.');
  expect(result.value.report.removed.map(({ why }) => why)).toEqual([expect.stringContaining('Another file inside the document')]);
});

test('what is no Word document, or too deep, is told and harms nothing', () => {
  expect(importFile({ name: 'a.docx', bytes: word('<w:p>') }, context)).toMatchObject({ ok: false });
  expect(importFile({ name: 'a.docx', bytes: word('<w:sdt>'.repeat(5000) + '</w:sdt>'.repeat(5000)) }, context)).toMatchObject({ ok: false });
});
