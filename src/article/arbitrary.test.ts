import fc from 'fast-check';
import { expect, test } from 'vitest';
import { articleArbitrary } from './arbitrary.ts';
import { parseArticle } from './article.ts';
import type { BodyJson } from './body.ts';
import { blocks } from './blocks/index.ts';

test('every random article is canonical: the parser gives it back unchanged', () => {
  fc.assert(fc.property(articleArbitrary, (article) => {
    expect(parseArticle(JSON.parse(JSON.stringify(article)))).toEqual({ ok: true, value: article });
  }), { numRuns: 200 });
});

test('random articles show every block there is', () => {
  const seen = new Set<string>();
  const visit = (node: BodyJson): void => {
    seen.add(node.type);
    node.content?.forEach(visit);
  };
  for (const article of fc.sample(articleArbitrary, { numRuns: 300, seed: 1 })) visit(article.body);
  expect(Object.keys(blocks).filter((name) => !seen.has(name))).toEqual([]);
});
