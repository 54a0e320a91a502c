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
