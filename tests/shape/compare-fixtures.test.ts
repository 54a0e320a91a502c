import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { type Article, emptyArticle, parseArticle } from '../../src/article/article.ts';
import { compareArticles, type TextChange } from '../../src/article/compare/index.ts';

/** Golden comparisons: small articles before and after, the expected changes written by hand. Runs of text are `=same`, `-deleted`, `+inserted`. */
const folder = join(import.meta.dirname, '../fixtures/compare');
const side = v.object({ blocks: v.array(v.unknown()), fields: v.optional(v.array(v.unknown())), metadata: v.optional(v.record(v.string(), v.unknown())) });
const golden = v.object({ name: v.string(), before: side, after: side, expected: v.object({ blocks: v.array(v.unknown()), metadata: v.array(v.unknown()) }) });
const cases = readdirSync(folder).sort().map((file) => v.parse(golden, JSON.parse(readFileSync(join(folder, file), 'utf8'))));

const noFields = [{ type: 'headline', attrs: { blockId: 'head' } }, { type: 'standfirst', attrs: { blockId: 'stand' } }, { type: 'byline', attrs: { blockId: 'by' } }];

function articleOf({ blocks, fields, metadata }: v.InferOutput<typeof side>): Article {
  const empty = emptyArticle();
  const parsed = parseArticle({ ...empty, metadata: { ...empty.metadata, ...metadata }, body: { type: 'doc', content: [...(fields ?? noFields), ...blocks] } });
  if (!parsed.ok) throw new Error(`${parsed.error.path}: ${parsed.error.message}`);
  return parsed.value;
}

const signs = { same: '=', delete: '-', insert: '+' } as const;
const written = (text: readonly TextChange[]): string[] => text.map(({ op, text: run }) => `${signs[op]}${run}`);

describe('golden comparisons', () => {
  it('are at least sixty', () => expect(cases.length).toBeGreaterThanOrEqual(60));

  it.each(cases)('$name', ({ before, after, expected }) => {
    const { identical, blocks, metadata } = compareArticles(articleOf(before), articleOf(after));
    const found = blocks.map(({ change, blockId, type, parent, from, to, text, marks, attrs }) => ({ change, blockId, type, parent, from, to, text: written(text), marks, attrs }));
    expect({ blocks: found, metadata }).toEqual(expected);
    expect(identical).toBe(expected.blocks.length + expected.metadata.length === 0);
  });
});
