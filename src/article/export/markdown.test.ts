import fc from 'fast-check';
import { expect, test } from 'vitest';
import { articleArbitrary } from '../arbitrary.ts';
import { type Article, parseArticle } from '../article.ts';
import example from '../example.json' with { type: 'json' };
import { importMarkdown } from '../import/markdown.ts';
import { plain } from '../plain.ts';
import { articleToMarkdown } from './markdown.ts';
import { dialectNames } from './markdown/dialects.ts';
import { publicPart } from './public-part.ts';

const context = { language: 'en', imageAddress: (imageId: string): string => `pictures/${imageId}.jpg` };
const noOne = { zone: '', newsroomZone: '', machineZone: '', language: '' };

function back(article: Article, dialect = ''): Article {
  const read = importMarkdown(articleToMarkdown(article, { ...context, dialect }), noOne);
  if (!read.ok) throw new Error(`${read.error.path} ${read.error.message}`);
  return read.value.article;
}

test('the example comes back as it was', () => {
  const parsed = parseArticle(example);
  if (!parsed.ok) throw new Error(parsed.error.message);
  expect(publicPart(back(plain(parsed.value)))).toEqual(publicPart(plain(parsed.value)));
});

test('any article comes back as it was', () => {
  fc.assert(
    fc.property(articleArbitrary, (article) => {
      const once = plain(article);
      expect(publicPart(back(once))).toEqual(publicPart(once));
    }),
    { numRuns: 150 },
  );
});

test.each(dialectNames)('any article comes back from %s, and no text of it is a template’s', (dialect) => {
  fc.assert(
    fc.property(articleArbitrary, (article) => {
      const once = plain(article);
      expect(publicPart(back(once, dialect))).toEqual(publicPart(once));
      const text = articleToMarkdown(once, { ...context, dialect }).replace(/^---\n[\s\S]*?\n---\n/, '').replace(/\{\{< \/?(?:rawhtml|ad slot="[\w.-]*"[^{}\n]*) ?>\}\}|\{% include ad\.html slot="[\w.-]*" %\}/g, '');
      expect(text).not.toMatch(/\{[{%#]/);
    }),
    { numRuns: 60 },
  );
});

/** Copy as newsrooms write it: words, with some of them bold, italic or linked, in paragraphs, subheads and list items. */
const usualLine = fc
  .array(fc.record({ words: fc.array(fc.constantFrom('Ferry', '9', '1.', '-', '–', '“quay”', '(late)', 'U.S.', 'and,', 'Ünder', '5%', 'B', '2)', '+', 'x/y', "don't"), { minLength: 1, maxLength: 4 }), mark: fc.constantFrom('', '', 'bold', 'italic', 'link') }), { minLength: 1, maxLength: 4 })
  .map((pieces) => pieces.flatMap(({ words, mark }, index) => {
    const text = words.join(' ');
    const marked = mark === '' ? [] : [{ type: mark, ...(mark === 'link' ? { attrs: { href: 'https://example.org/a-b/1' } } : {}) }];
    return [...(index > 0 ? [{ type: 'text', text: ' ' }] : []), { type: 'text', text, ...(marked.length > 0 ? { marks: marked } : {}) }];
  }));

test('usual copy, which is written without trying each block, comes back as it was', () => {
  const passage = (type: string, more: object = {}) => usualLine.map((content) => ({ type, attrs: { blockId: 'x', lang: null, dir: null, ...more }, content }));
  const list = fc.array(passage('paragraph'), { minLength: 1, maxLength: 3 }).map((lines) => ({ type: 'bulletList', attrs: { blockId: 'x' }, content: lines.map((line) => ({ type: 'listItem', attrs: { blockId: 'x' }, content: [line] })) }));
  fc.assert(
    fc.property(fc.array(fc.oneof(passage('paragraph'), passage('subhead', { level: 3 }), list), { minLength: 1, maxLength: 4 }), fc.constantFrom('', ...dialectNames), (blocks, dialect) => {
      let number = 0;
      const numbered: unknown = JSON.parse(JSON.stringify([...(example.body.content ?? []).slice(0, 3), ...blocks], (key, value: unknown) => (key === 'blockId' ? `b-${(number += 1)}` : value)));
      const read = parseArticle({ ...example, images: {}, metadata: { ...example.metadata, dateline: null, closingCredits: '' }, body: { type: 'doc', content: numbered } });
      if (!read.ok) throw new Error(`${read.error.path}: ${read.error.message}`);
      const article = plain(read.value);
      expect(publicPart(back(article, dialect))).toEqual(publicPart(article));
    }),
    { numRuns: 150 },
  );
});
