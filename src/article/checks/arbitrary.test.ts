import fc from 'fast-check';
import { expect, it } from 'vitest';
import { articleArbitrary } from '../arbitrary.ts';
import { parseArticle } from '../article.ts';
import { metadataFields } from '../metadata.ts';
import { checkArticle, fixFinding, gateOf } from './index.ts';
import { blocksIn, idOf, isProse, proseOf } from './text.ts';

const now = '2024-03-03T12:00:00Z';

it('random articles: every finding has a place that exists and a whole sentence', () => {
  fc.assert(fc.property(articleArbitrary, (article) => {
    const blocks = new Map((article.body.content ?? []).flatMap(blocksIn).map((block) => [idOf(block), block]));
    for (const { blockId, field, from, to, message } of checkArticle(article, { now })) {
      const block = blockId === null ? null : blocks.get(blockId);
      expect(block).not.toBeUndefined();
      if (!block && field !== null) expect([...metadataFields, 'headline', 'standfirst', 'byline']).toContain(field);
      if (block && field !== null) expect([...Object.keys(block.attrs ?? {}), 'headline', 'standfirst', 'byline']).toContain(field);
      if (block && field === null && from !== undefined && to !== undefined) {
        expect(isProse(block) && from < to && to <= proseOf(block).length).toBe(true);
      }
      expect(message).not.toMatch(/^checks\.|undefined|NaN/u);
    }
  }), { numRuns: 300 });
}, 300_000);

it('random articles: each fix takes its finding away and leaves an article', () => {
  fc.assert(fc.property(articleArbitrary, (article) => {
    for (const finding of checkArticle(article, { now }).filter(({ fix }) => fix)) {
      const fixed = fixFinding(article, finding);
      if (!fixed) {
        // The only block of a box or of the body cannot go.
        expect(finding.rule).toBe('ad-policy');
        continue;
      }
      expect(parseArticle(fixed)).toEqual({ ok: true, value: fixed });
      const alike = (one: typeof article): typeof finding[] => checkArticle(one, { now }).filter(({ rule, blockId }) => rule === finding.rule && blockId === finding.blockId);
      expect(alike(fixed).length).toBeLessThan(alike(article).length);
    }
  }), { numRuns: 300 });
}, 300_000);

it('random articles: the gate is shut exactly where there is an error', () => {
  fc.assert(fc.property(articleArbitrary, (article) => {
    const findings = checkArticle(article, { now });
    expect(gateOf(article, findings, { now }).shut).toBe(findings.some(({ level }) => level === 'error'));
  }), { numRuns: 100 });
});
