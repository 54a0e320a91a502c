import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { articleArbitrary } from '../arbitrary.ts';
import { type Article, parseArticle } from '../article.ts';
import { type BodyJson, joinText } from '../body.ts';
import exampleJson from '../example.json' with { type: 'json' };
import { articleToHtml } from '../export/html.ts';
import { articleToHtmlFragment, type HtmlContext } from '../export/html-fragment.ts';
import { emptyMetadata, privateFields } from '../metadata.ts';
import { plain } from '../plain.ts';
import { importHtml } from './html.ts';

const context = { zone: '', newsroomZone: 'Asia/Kolkata', machineZone: 'Etc/UTC', language: '' };
const withPictures: HtmlContext = { imageAddress: () => 'story-images/one.jpg', language: 'en' };
const withoutPictures: HtmlContext = { imageAddress: () => null, language: 'en' };

/** What of an article must survive: no ids of blocks and images, no private field, no note. */
function publicPart(article: Article): unknown {
  const strip = (node: BodyJson): BodyJson => {
    const { blockId: _id, imageId: _image, ...attrs } = node.attrs ?? {};
    const marks = (node.marks ?? []).filter(({ type }) => type !== 'note');
    const content = node.content ? joinText(node.content.map(strip)) : [];
    return { ...(node.text === undefined ? {} : { text: node.text }), type: node.type, ...(node.attrs ? { attrs } : {}), ...(marks.length > 0 ? { marks } : {}), ...(content.length > 0 ? { content } : {}) };
  };
  const empty = emptyMetadata();
  const hidden = Object.fromEntries(privateFields.map((field) => [field, empty[field]]));
  return { id: article.id, body: strip(article.body), metadata: { ...article.metadata, ...hidden } };
}

function imported(html: string): Article {
  const result = importHtml(html, context);
  if (!result.ok) throw new Error(result.error.message);
  expect(result.value.report.removed).toEqual([]);
  expect(parseArticle(JSON.parse(JSON.stringify(result.value.article)))).toMatchObject({ ok: true });
  return result.value.article;
}

describe('round trip', () => {
  const parsed = parseArticle(exampleJson);
  const example = parsed.ok ? plain(parsed.value) : null;

  test('the example comes back from fragment and page, with pictures and without', () => {
    if (!example) throw new Error('the example is damaged');
    for (const pictures of [withPictures, withoutPictures]) {
      expect(publicPart(imported(articleToHtmlFragment(example, pictures)))).toEqual(publicPart(example));
      expect(publicPart(imported(articleToHtml(example, pictures)))).toEqual(publicPart(example));
    }
  });

  test('random articles come back from the fragment', () => {
    fc.assert(fc.property(articleArbitrary, fc.boolean(), (article, pictures) => {
      expect(publicPart(imported(articleToHtmlFragment(article, pictures ? withPictures : withoutPictures)))).toEqual(publicPart(article));
    }), { numRuns: 150 });
  });

  test('random articles come back from the standalone page', () => {
    fc.assert(fc.property(articleArbitrary, fc.boolean(), (article, pictures) => {
      expect(publicPart(imported(articleToHtml(article, pictures ? withPictures : withoutPictures)))).toEqual(publicPart(article));
    }), { numRuns: 80 });
  });

  test('blanks of every kind come back as they stood', () => {
    if (!example) throw new Error('the example is damaged');
    const text = '  two  \n\tthree \u00a0\u2003 \u200b\ufeff ';
    const paragraph: BodyJson = { type: 'paragraph', attrs: { blockId: 'x1', lang: null, dir: null }, content: [{ type: 'text', text }] };
    const list: BodyJson = { type: 'bulletList', attrs: { blockId: 'x2' }, content: [{ type: 'listItem', attrs: { blockId: 'x3' }, content: [{ ...paragraph, attrs: { ...paragraph.attrs, blockId: 'x4' } }] }] };
    const article: Article = { ...example, metadata: { ...example.metadata, closingCredits: ' one\n two ' }, body: { ...example.body, content: [...(example.body.content ?? []), paragraph, list] } };
    expect(publicPart(imported(articleToHtml(article, withPictures)))).toEqual(publicPart(article));
  });

  test('a link without an address yet, an address without its slash and a colon in a file name come back', () => {
    if (!example) throw new Error('the example is damaged');
    const link = (href: string): BodyJson => ({ type: 'text', text: `to ${href}`, marks: [{ type: 'link', attrs: { href } }] });
    const paragraph: BodyJson = { type: 'paragraph', attrs: { blockId: 'x1', lang: null, dir: null }, content: [link(''), link('https://example.org'), link('HTTP://Example.org/A')] };
    const content = (example.body.content ?? []).map((block) => (block.type === 'image' ? { ...block, attrs: { ...block.attrs, origin: 'Photo: boats.jpg' } } : block));
    const article: Article = { ...example, body: { ...example.body, content: [...content, paragraph] } };
    expect(publicPart(imported(articleToHtmlFragment(article, withPictures)))).toEqual(publicPart(article));
  });

  test('nothing private leaves', () => {
    const secret = 'TOP-SECRET-VALUE';
    fc.assert(fc.property(articleArbitrary, (article) => {
      const time = { instant: '2099-06-01T00:00:00Z', zone: 'Etc/UTC', asWritten: secret };
      const metadata = { ...article.metadata, internalNote: secret, editorialNote: secret, legal: secret, adPolicyReason: secret, embargo: { until: time, note: secret } };
      const noted: BodyJson = { type: 'paragraph', attrs: { blockId: 'noted', lang: null, dir: null }, content: [{ type: 'text', marks: [{ type: 'note', attrs: { text: secret } }], text: 'x' }] };
      const html = articleToHtml({ ...article, metadata, body: { ...article.body, content: [...(article.body.content ?? []), noted] } }, withPictures);
      expect(html).not.toContain(secret);
      expect(html).not.toContain('2099');
    }), { numRuns: 50 });
  });

  test('an address that may not stand does not leave and does not come back', () => {
    const html = '<article data-galley-article="018e0000-0000-7000-8000-00000000ffff" data-galley-canonical-url="javascript:1"><p>a <a href="javascript:alert(1)">b</a></p><figure data-galley-block="embed"><p><a href="javascript:1"><span data-galley-part="title">t</span></a></p></figure></article>';
    const result = importHtml(html, context);
    expect(JSON.stringify(result.ok && result.value.article)).not.toContain('javascript:');
  });
});

test('what is left of a line of times goes with them where it is only words between; nothing is tried in many ways', () => {
  const page = (words: string): string => `<article><h1>The harbour opens again</h1><p>${words} <time datetime="2024-03-03T18:05:00+01:00">3. März 2024</time></p><p>The harbour opens again after the storm, said the master of the port on Sunday.</p></article>`;
  const lines = (html: string): string => JSON.stringify(imported(html).body);
  expect(lines(page('Stand: Mis à jour le'))).not.toContain('Stand');
  expect(lines(page('Der Standort wird genannt'))).toContain('Standort wird genannt');
  expect(lines(page(`${'ele'.repeat(32)}!`))).toContain('eleele');
});
