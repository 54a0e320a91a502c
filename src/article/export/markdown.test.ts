import fc from 'fast-check';
import { expect, test } from 'vitest';
import { articleArbitrary } from '../arbitrary.ts';
import { type Article, parseArticle } from '../article.ts';
import example from '../example.json' with { type: 'json' };
import { importMarkdown } from '../import/markdown.ts';
import { emptyMetadata, privateFields } from '../metadata.ts';
import { plain } from '../plain.ts';
import { articleToMarkdown } from './markdown.ts';
import { dialectNames } from './markdown/dialects.ts';

const context = { language: 'en', imageAddress: (imageId: string): string => `pictures/${imageId}.jpg` };
const noOne = { zone: '', newsroomZone: '', machineZone: '', language: '' };

/** What must come back: everything but ids, notes and the fields the public never sees. */
function comparable(article: Article): unknown {
  const empty = emptyMetadata();
  const hidden = Object.fromEntries(privateFields.map((field) => [field, empty[field]]));
  const body: unknown = JSON.parse(
    JSON.stringify(article.body, (key, value: unknown) => {
      if (key === 'blockId' || key === 'imageId') return undefined;
      if (key !== 'marks' || !Array.isArray(value)) return value;
      const kept = value.filter((mark: { type: string }) => mark.type !== 'note');
      return kept.length > 0 ? kept : undefined;
    }),
  );
  return { id: article.id, metadata: { ...article.metadata, ...hidden }, body };
}

function back(article: Article, dialect = ''): Article {
  const read = importMarkdown(articleToMarkdown(article, { ...context, dialect }), noOne);
  if (!read.ok) throw new Error(`${read.error.path} ${read.error.message}`);
  return read.value.article;
}

test('the example comes back as it was', () => {
  const parsed = parseArticle(example);
  if (!parsed.ok) throw new Error(parsed.error.message);
  expect(joined(comparable(back(plain(parsed.value))))).toEqual(joined(comparable(plain(parsed.value))));
});

test('any article comes back as it was', () => {
  fc.assert(
    fc.property(articleArbitrary, (article) => {
      const once = plain(article);
      expect(joined(comparable(back(once)))).toEqual(joined(comparable(once)));
    }),
    { numRuns: 150 },
  );
});

test.each(dialectNames)('any article comes back from %s, and no text of it is a template’s', (dialect) => {
  fc.assert(
    fc.property(articleArbitrary, (article) => {
      const once = plain(article);
      expect(joined(comparable(back(once, dialect)))).toEqual(joined(comparable(once)));
      const text = articleToMarkdown(once, { ...context, dialect }).replace(/^---\n[\s\S]*?\n---\n/, '').replace(/\{\{< \/?(?:rawhtml|ad slot="[\w.-]*"[^{}\n]*) ?>\}\}|\{% include ad\.html slot="[\w.-]*" %\}/g, '');
      expect(text).not.toMatch(/\{[{%#]/);
    }),
    { numRuns: 60 },
  );
});

/** Texts a note stood between are one again. */
function joined(value: unknown): unknown {
  if (Array.isArray(value)) {
    const result: unknown[] = [];
    for (const item of value.map(joined)) {
      const previous = result.at(-1);
      if (isText(previous) && isText(item) && JSON.stringify(previous.marks) === JSON.stringify(item.marks)) result[result.length - 1] = { ...previous, text: previous.text + item.text };
      else result.push(item);
    }
    return result;
  }
  return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, joined(inner)])) : value;
}

const isText = (value: unknown): value is { text: string; marks?: unknown } => typeof value === 'object' && value !== null && 'text' in value && 'type' in value && value.type === 'text';
