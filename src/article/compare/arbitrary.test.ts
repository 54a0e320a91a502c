import fc from 'fast-check';
import { expect, it } from 'vitest';
import { articleArbitrary } from '../arbitrary.ts';
import type { BodyJson } from '../body.ts';
import { plain } from '../plain.ts';
import { applyComparison, compareArticles } from './index.ts';
import { dice, editOnce, renewIds } from './random-edits.ts';

/** Milliseconds: a busy machine takes its time over thousands of articles. */
const patience = 300_000;
const withoutIds = (body: BodyJson): unknown => JSON.parse(JSON.stringify(body, (key, value: unknown) => (key === 'blockId' ? undefined : value)));
const seeds = fc.array(fc.nat(9999), { minLength: 12, maxLength: 30 });

it('random articles: identical to themselves under new ids', () => {
  fc.assert(fc.property(articleArbitrary, (article) => {
    expect(compareArticles(article, renewIds(article, dice([1], 'new')))).toEqual({ identical: true, blocks: [], metadata: [] });
  }), { numRuns: 200 });
});

it('random articles, edited or unrelated: applying the comparison to a gives b', () => {
  fc.assert(fc.property(articleArbitrary, articleArbitrary, seeds, fc.nat(6), (a, other, numbers, steps) => {
    const random = dice(numbers, 'r');
    let b = steps === 0 ? other : a;
    for (let step = 0; step < steps; step += 1) b = editOnce(b, random);
    const result = applyComparison(a, compareArticles(a, b));
    expect(withoutIds(result.body)).toEqual(withoutIds(plain(b).body));
    expect(result.metadata).toEqual(b.metadata);
  }), { numRuns: 1000 });
}, patience);
