import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Article, parseArticle } from '../article.ts';
import type { BodyJson } from '../body.ts';
import example from '../example.json' with { type: 'json' };
import { plain } from '../plain.ts';
import { applyComparison, compareArticles, restoreBlock } from './index.ts';
import { dice, editOnce, renewIds } from './random-edits.ts';

const parsed = parseArticle(example);
if (!parsed.ok) throw new Error(parsed.error.message);
const sample = parsed.value;

/** Milliseconds: a busy machine takes its time over thousands of articles. */
const patience = 300_000;
/** A body without its ids. */
const withoutIds = (body: BodyJson): unknown => JSON.parse(JSON.stringify(body, (key, value: unknown) => (key === 'blockId' ? undefined : value)));
const idsOf = (node: BodyJson): string[] => [...(typeof node.attrs?.['blockId'] === 'string' ? [node.attrs['blockId']] : []), ...(node.content ?? []).flatMap(idsOf)];

const edited = (given: Article, numbers: readonly number[], times: number, prefix: string): Article => {
  const random = dice(numbers, prefix);
  let result = given;
  for (let time = 0; time < times; time += 1) result = editOnce(result, random);
  return result;
};

const seeds = fc.array(fc.nat(9999), { minLength: 12, maxLength: 40 });

it('applied to a, the comparison of a and b gives b', () => {
  fc.assert(fc.property(seeds, seeds, fc.nat(12), fc.nat(8), (first, second, steps, moreSteps) => {
    const a = edited(sample, first, moreSteps, 'a');
    const b = edited(a, second, steps, 'b');
    const comparison = compareArticles(a, b);
    const result = applyComparison(a, comparison);
    expect(withoutIds(result.body)).toEqual(withoutIds(plain(b).body));
    expect(result.metadata).toEqual(b.metadata);
    expect(parseArticle(result)).toMatchObject({ ok: true });
    const kept = new Set(idsOf(plain(b).body).filter((id) => idsOf(plain(a).body).includes(id)));
    const fieldIds = new Set(a.body.content?.slice(0, 3).flatMap(idsOf));
    for (const id of kept) if (!fieldIds.has(id)) expect(idsOf(result.body)).toContain(id);
  }), { numRuns: 1000 });
}, patience);

it('the text runs and the blocks of a comparison agree', () => {
  fc.assert(fc.property(seeds, fc.nat(8), (numbers, steps) => {
    const b = edited(sample, numbers, steps, 'b');
    for (const change of compareArticles(sample, b).blocks) {
      if (change.change !== 'changed' && change.change !== 'moved') continue;
      for (const [op, next] of change.text.slice(1).map((run, index) => [change.text[index]?.op, run.op])) expect(op).not.toBe(next);
    }
  }), { numRuns: 300 });
});

it('k edits of single blocks change at most k blocks', () => {
  fc.assert(fc.property(seeds, fc.integer({ min: 1, max: 5 }), (numbers, count) => {
    const random = dice(numbers, 'k');
    const body = plain(sample).body;
    const last = (body.content?.length ?? 0) - 1;
    const touched = new Set(Array.from({ length: count }, () => 3 + random.roll(last - 3)));
    const content = body.content?.flatMap((node, index) => {
      if (!touched.has(index)) return [node];
      if (random.roll(2) === 0) return [];
      return [{ type: 'paragraph', attrs: { blockId: random.newId(), lang: null, dir: null }, content: [{ type: 'text', text: `Put in ${index}` }] }, node];
    }) ?? [];
    const b = { ...sample, body: { ...body, content } };
    expect(compareArticles(sample, b).blocks.length).toBeLessThanOrEqual(touched.size);
    expect(compareArticles(sample, renewIds(b, random)).blocks.length).toBeLessThanOrEqual(touched.size);
  }), { numRuns: 400 });
}, patience);

it('k words replaced in k paragraphs are k changed blocks of one deletion and one insertion, with ids or without', () => {
  fc.assert(fc.property(fc.uniqueArray(fc.nat(29), { minLength: 1, maxLength: 10 }), fc.nat(9), (places, word) => {
    const para = (text: string, index: number): BodyJson => ({ type: 'paragraph', attrs: { blockId: `w-${index}`, lang: null, dir: null }, content: [{ type: 'text', text }] });
    const texts = Array.from({ length: 30 }, (_, index) => `On day ${index} the crew of boat ${index * 7} hauled ${index + 3} nets and then went home`);
    const withTexts = (list: readonly string[]): Article => ({ ...sample, body: { ...sample.body, content: [...(sample.body.content ?? []).slice(0, 3), ...list.map(para)] } });
    const b = withTexts(texts.map((text, index) => (places.includes(index) ? text.split(' ').with(word, 'replaced').join(' ') : text)));
    for (const other of [b, renewIds(b, dice([1], 'new'))]) {
      const { blocks } = compareArticles(withTexts(texts), other);
      expect(blocks.map(({ change }) => change)).toEqual(places.map(() => 'changed'));
      for (const { text } of blocks) expect(text.flatMap(({ op }) => (op === 'same' ? [] : [op]))).toEqual(['delete', 'insert']);
    }
  }), { numRuns: 200 });
});

it('restoring every changed block, one after the other, gives the old text back', () => {
  fc.assert(fc.property(seeds, fc.integer({ min: 1, max: 4 }), (numbers, steps) => {
    const b = edited(sample, numbers, steps, 'b');
    let current: Article = b;
    for (const { blockId } of compareArticles(current, sample).blocks) {
      current = restoreBlock(current, sample, blockId);
      expect(parseArticle(current)).toMatchObject({ ok: true });
    }
    const before = compareArticles(b, sample).blocks.length;
    expect(compareArticles(current, sample).blocks.length).toBeLessThanOrEqual(before);
  }), { numRuns: 400 });
}, patience);
