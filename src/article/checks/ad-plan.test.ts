import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { articleArbitrary } from '../arbitrary.ts';
import { type Article, emptyArticle, parseArticle } from '../article.ts';
import type { BodyJson } from '../body.ts';
import { slotBlock, type SlotDefinition } from '../newsroom/ad-slots.ts';
import { layoutOf, mostDensity, pages } from './ad-layout.ts';
import { planAds, type PlanOptions } from './ad-plan.ts';
import { checkArticle, type RuleId } from './index.ts';
import { attributeOf, blocksIn, idOf } from './text.ts';

const placing: readonly RuleId[] = ['ad-before-first-paragraph', 'ad-too-close', 'ad-after-subhead', 'ad-next-to-block', 'ad-between-lists', 'ad-too-many', 'ad-density', 'ad-policy'];
const faults = (article: Article, options: PlanOptions = {}): RuleId[] => checkArticle(article, options).map(({ rule }) => rule).filter((rule) => placing.includes(rule));
let last = 0;
const block = (type: string, text: string, attrs = {}): BodyJson => ({ type, attrs: { blockId: `p-${(last += 1)}`, ...attrs }, ...(text === '' ? {} : { content: [{ type: 'text', text }] }) });
const para = (words: number): BodyJson => block('paragraph', 'committee '.repeat(words).trim());
const definition = (slotId: string, height = 250): SlotDefinition => ({ slotId, unit: `/1/${slotId}`, sizes: [[300, height]], mapping: [], label: 'Advertisement', targeting: {}, reserve: height, collapse: false });
const slot = (slotId: string, height = 250): BodyJson => slotBlock(definition(slotId, height), `s-${(last += 1)}`);

function article(blocks: readonly BodyJson[], metadata = {}): Article {
  const empty = emptyArticle();
  const parsed = parseArticle({ ...empty, metadata: { ...empty.metadata, language: 'en', ...metadata }, body: { type: 'doc', content: [...(empty.body.content ?? []).slice(0, 3), ...blocks] } });
  if (!parsed.ok) throw new Error(`${parsed.error.path} ${parsed.error.message}`);
  return parsed.value;
}
const types = ({ body }: Article): string[] => (body.content ?? []).slice(3).map((one) => (one.type === 'adSlot' ? attributeOf(one, 'slotId') : one.type));

describe('placing ads', () => {
  it('spreads as many as the length carries evenly over the text', () => {
    const plan = planAds(article(Array.from({ length: 10 }, () => para(60))));
    expect(types(plan.article)).toEqual(['paragraph', 'paragraph', 'ad-1', 'paragraph', 'paragraph', 'ad-2', 'paragraph', 'paragraph', 'ad-3', 'paragraph', 'paragraph', 'ad-4', 'paragraph', 'paragraph']);
    expect(plan.slots.map(({ why }) => why)).toEqual([
      '120 words into the text, between two paragraphs.', '240 words into the text, 120 words after the ad before, between two paragraphs.',
      '360 words into the text, 120 words after the ad before, between two paragraphs.', '480 words into the text, 120 words after the ad before, between two paragraphs.',
    ]);
    expect(plan.limit).toBe('A text of 600 words carries 4: one for each 150 words.');
  });

  it('keeps clear of what the rules name, and takes the newsroom’s slots in their order', () => {
    const given = article([para(80), block('subhead', 'Next', { level: 2 }), para(80), block('pullQuote', 'Late', { attribution: 'A' }), para(80), para(80)]);
    const plan = planAds(given, { definitions: [definition('top'), definition('mid')] });
    expect(types(plan.article)).toEqual(['paragraph', 'top', 'subhead', 'paragraph', 'pullQuote', 'paragraph', 'mid', 'paragraph']);
    expect(plan.slots.map(({ change }) => change)).toEqual(['new', 'new']);
    expect(attributeOf(plan.slots[1]?.slot ?? para(1), 'unit')).toBe('/1/mid');
  });

  it('moves what stands wrong, out of fact boxes too, and keeps its block; what has no place goes', () => {
    const [one, two, three] = [slot('one'), slot('two'), slot('three')];
    const box = block('factBox', '', { title: 'In brief' });
    const given = article([one, para(120), { ...box, content: [two] }, para(120), three, para(120)]);
    const plan = planAds(given);
    expect(types(plan.article)).toEqual(['paragraph', 'one', 'factBox', 'paragraph', 'two', 'paragraph']);
    expect(plan.slots.map(({ change, slot: placed }) => [change, placed])).toEqual([['moved', one], ['moved', two]]);
    expect(plan.removed).toEqual([three]);
    expect(parseArticle(plan.article)).toMatchObject({ ok: true });
    expect(faults(given)).not.toEqual([]);
    expect(faults(plan.article)).toEqual([]);
    expect(planAds(plan.article).article).toBe(plan.article);
  });

  it('takes fewer where the page would be too dense, and none where the article is to carry none', () => {
    const tall = { definitions: [definition('tower', 900), definition('second', 900)] };
    const plan = planAds(article([para(150), para(150), para(150)]), tall);
    expect(plan.slots).toHaveLength(1);
    expect(plan.limit).toMatch(/30 %/u);
    expect(layoutOf((plan.article.body.content ?? []).slice(3), {}).density).toBeLessThanOrEqual(mostDensity);
    const forbidden = planAds(article([para(150), slot('a'), para(150)], { adPolicy: 'none' }));
    expect([types(forbidden.article), forbidden.limit]).toEqual([['paragraph', 'paragraph'], 'This article is to carry no ads (Details).']);
  });

  it('takes no more than wanted', () => {
    const given = article(Array.from({ length: 10 }, () => para(60)));
    expect(types(planAds(given, { wanted: 1 }).article).indexOf('ad-1')).toBe(5);
    expect(planAds(given, { wanted: 0 }).article).toBe(given);
  });
});

it('random articles: what is placed breaks no placement rule, and nothing but ad slots changes', () => {
  const options = { adSpacing: { between: 3, perSlot: 6 }, definitions: Array.from({ length: 9 }, (_, number) => definition(`low-${number}`, 1)) };
  let placed = 0;
  fc.assert(fc.property(articleArbitrary, (given) => {
    const plan = planAds(given, options);
    placed += plan.slots.length;
    expect(faults(plan.article, options)).toEqual([]);
    expect(parseArticle(plan.article)).toEqual({ ok: true, value: plan.article });
    const others = (one: Article): string[] => (one.body.content ?? []).flatMap(blocksIn).filter(({ type, content }) => type !== 'adSlot' && type !== 'factBox' && content !== undefined).map(idOf);
    expect(others(plan.article)).toEqual(others(given));
  }), { numRuns: 300 });
  expect(placed).toBeGreaterThan(20);
}, 300_000);

it('small articles: there is no way to place more that breaks no rule', () => {
  const kinds = fc.constantFrom('paragraph', 'subhead', 'pullQuote');
  const options = { adSpacing: { between: 20, perSlot: 20 } };
  fc.assert(fc.property(fc.array(fc.record({ kind: kinds, words: fc.integer({ min: 1, max: 60 }) }), { minLength: 2, maxLength: 6 }), (parts) => {
    const blocks = parts.map(({ kind, words }) => ({ ...para(words), type: kind }));
    const plan = planAds(article(blocks), options);
    for (let ways = 0; ways < 2 ** (blocks.length - 1); ways += 1) {
      const content = blocks.flatMap((one, index) => (index > 0 && (ways >> (index - 1)) % 2 === 1 ? [slot(`x-${index}`), one] : [one]));
      if (faults(article(content), options).length === 0) expect(content.length - blocks.length).toBeLessThanOrEqual(plan.slots.length);
    }
  }), { numRuns: 60 });
}, 300_000);

describe('the page', () => {
  const blocks = [para(100), slotBlock({ ...definition('m'), reserve: null, mapping: [{ viewport: [0, 0], sizes: [[320, 50]] }, { viewport: [768, 0], sizes: [[300, 600]] }] }, 's-m')].map((one) => (one.type === 'adSlot' ? { ...one, attrs: { ...one.attrs, reserve: null } } : one));
  it('takes the sizes of its width, and pictures in their own shape', () => {
    expect((['phone', 'tablet'] as const).map((page) => layoutOf(blocks, {}, pages[page]).adHeight)).toEqual([70, 620]);
    const stored = { fileName: 'a', mediaType: 'image/png', width: 100, height: 200, bytes: 1, fromFile: {} };
    expect(layoutOf([{ ...block('image', ''), attrs: { blockId: 'i', imageId: 'x' } }], { x: stored }).height).toBe(740);
  });
});

describe('slots that the site takes away where no ad comes', () => {
  it('count as filled, and the page without them is told as well', () => {
    const blocks = [para(100), slot('stays'), para(100), slot('goes'), para(100)];
    const [all, some] = [layoutOf(blocks, {}), layoutOf(blocks, {}, pages.phone, new Set(['goes', 'elsewhere']))];
    expect(some).toMatchObject({ height: all.height, adHeight: all.adHeight, density: all.density });
    expect([all.leastDensity, some.leastDensity < some.density]).toEqual([all.density, true]);
    const [goes] = some.blocks.filter(({ collapses }) => collapses);
    const ad = goes?.height ?? 0;
    expect(some.leastDensity).toBeCloseTo((all.adHeight - ad) / (all.height - ad));
    expect(layoutOf([slot('goes')], {}, pages.phone, new Set(['goes'])).leastDensity).toBe(0);
  });
});

describe('slots in fact boxes', () => {
  const boxed = (...content: BodyJson[]): BodyJson => ({ ...block('factBox', '', { title: 'T' }), content });
  it('are held to the rules of their neighbours and of the distance', () => {
    expect(faults(article([para(200), boxed(para(150), block('subhead', 'S', { level: 3 }), slot('a'), para(150)), para(150)]))).toEqual(['ad-after-subhead']);
    expect(faults(article([para(200), boxed(para(150), slot('a'), para(20)), slot('b'), para(350)]))).toEqual(['ad-too-close']);
    expect(faults(article([boxed(slot('a'), para(150)), para(350)]))).toEqual(['ad-before-first-paragraph']);
    expect(faults(article([para(200), boxed(para(150), slot('a'), para(150)), slot('b'), para(350)]))).toEqual([]);
  });
});
