import { fromHtml } from 'hast-util-from-html';
import { describe, expect, test } from 'vitest';
import { type Article, emptyArticle, parseArticle } from '../article.ts';
import type { BodyJson } from '../body.ts';
import exampleJson from '../example.json' with { type: 'json' };
import { byTag, findElement, findElements, attribute, rawText } from '../import/html/read.ts';
import { plain } from '../plain.ts';
import { articleToHtml } from './html.ts';
import { articleToHtmlFragment, blockToHast, type HtmlContext } from './html-fragment.ts';

const context: HtmlContext = { imageAddress: (id) => `tide-images/${id.slice(7, 11)}.jpg`, language: 'en' };
const parsed = parseArticle(exampleJson);
if (!parsed.ok) throw new Error(parsed.error.message);
const example: Article = plain(parsed.value);

function jsonLd(html: string): Record<string, unknown> {
  const script = findElement(fromHtml(html), byTag('script'));
  const json: unknown = JSON.parse(script ? rawText(script) : '');
  return typeof json === 'object' && json !== null ? { ...json } : {};
}

describe('the standalone page', () => {
  const html = articleToHtml(example, context);

  test('says who, when and what in JSON-LD, times with the offset of their zone', () => {
    expect(jsonLd(html)).toMatchObject({
      '@type': 'NewsArticle',
      headline: 'What the tide took from Veldhaven',
      datePublished: '2024-03-04T16:40:00+05:30',
      dateModified: '2024-03-04T18:05:00+05:30',
      inLanguage: 'en-IN',
      articleSection: 'City',
      keywords: ['harbour', 'tide'],
      dateline: 'VELDHAVEN, March 4 (Galley News) -',
      author: [{ '@type': 'Person', name: 'Ines Moreau', url: 'https://example.org/ines' }],
      contributor: [{ name: 'Tom Adeyemi', jobTitle: 'Pictures by' }],
      correction: [{ '@type': 'CorrectionComment', text: 'An earlier version gave the wrong pier.', datePublished: '2024-03-05T09:30:00+05:30' }],
    });
    expect(jsonLd(html)['image']).toContainEqual(expect.objectContaining({ contentUrl: 'tide-images/0123.jpg', creditText: 'Tom Adeyemi / Galley News', caption: 'The beach on Monday' }));
  });

  test('has Open Graph and Twitter cards', () => {
    const meta = Object.fromEntries(findElements(fromHtml(html), byTag('meta')).map((element) => [attribute(element, 'property') || attribute(element, 'name'), attribute(element, 'content')]));
    expect(meta).toMatchObject({ 'og:type': 'article', 'og:title': 'Eleven boats in one night', 'og:image': 'tide-images/0123.jpg', 'article:published_time': '2024-03-04T16:40:00+05:30', 'twitter:card': 'summary_large_image', description: 'A town counts its boats.' });
  });

  test('asks for nothing from the network: pictures are the only addresses that load', () => {
    const loading = findElements(fromHtml(html), (element) => ['src', 'srcSet', 'data', 'poster'].some((name) => attribute(element, name) !== '') || (element.tagName === 'link' && attribute(element, 'rel') !== 'canonical'));
    expect(new Set(loading.map(({ tagName }) => tagName))).toEqual(new Set(['img']));
    expect(html).not.toMatch(/url\(|@import/);
  });
});

test('text that looks like markup stays text, in the body and in the script', () => {
  const evil = '</script><script>alert(1)</script><!--\u2028';
  const headline: BodyJson = { type: 'headline', attrs: { blockId: 'h' }, content: [{ type: 'text', text: evil }] };
  const body = { ...example.body, content: [headline, ...(example.body.content ?? []).slice(1)] };
  const html = articleToHtml({ ...example, body, metadata: { ...example.metadata, seoTitle: evil, section: evil } }, context);
  expect(findElements(fromHtml(html), byTag('script'))).toHaveLength(1);
  expect(jsonLd(html)['headline']).toBe(evil);
});

test('empty fields are left out', () => {
  const html = articleToHtmlFragment(emptyArticle('018e0000-0000-7000-8000-00000000ffff'), context);
  expect(html).toBe('<article data-galley-article="018e0000-0000-7000-8000-00000000ffff"><p></p></article>\n');
});

test('an image without a file is its caption and credit, with nothing to load', () => {
  const html = articleToHtmlFragment(example, { ...context, imageAddress: () => null });
  expect(html).not.toContain('<img');
  expect(html).toContain('The beach on <strong>Monday</strong>');
  expect(html).toContain('Tom Adeyemi / Galley News');
});

test('an unknown block is an error, never dropped', () => {
  expect(() => blockToHast({ type: 'hologram' }, context)).toThrow(/hologram/);
});

test('a link over several marks is one link', () => {
  const link = { type: 'link', attrs: { href: 'https://example.org/' } };
  const paragraph: BodyJson = { type: 'paragraph', attrs: { blockId: 'p', lang: null, dir: null }, content: [{ type: 'text', text: 'a ', marks: [link] }, { type: 'text', text: 'b', marks: [{ type: 'bold' }, link] }] };
  const [made] = blockToHast(paragraph, context);
  expect(made?.type === 'element' && findElements(made, byTag('a'))).toHaveLength(1);
});
