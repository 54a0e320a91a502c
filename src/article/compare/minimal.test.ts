import fc from 'fast-check';
import { expect, it } from 'vitest';
import { articleArbitrary } from '../arbitrary.ts';
import { type Article, parseArticle } from '../article.ts';
import type { BodyJson } from '../body.ts';
import { compareArticles } from './index.ts';
import { dice, renewIds } from './random-edits.ts';
import { natureOf } from './tree.ts';

const subjects = ['The harbour council', 'A ferry crew', 'Officials', 'Residents of the old town', 'Two engineers', '桥梁办公室', 'فريق العمل'];
const verbs = ['said', 'denied', 'announced', 'will review', 'warned that', '宣布', 'أعلن'];
const objects = ['the new timetable', 'a delay of nine weeks', 'every single fare', 'nothing at all', 'the budget for spring', '新的时间表', 'الجدول الجديد'];
const pick = (list: readonly string[], index: number): string => list[index % list.length] ?? '';
const sentence = (seed: number): string => `${pick(subjects, seed)} ${pick(verbs, seed >> 3)} ${pick(objects, seed >> 6)} on day ${seed}.`;
const para = (blockId: string, text: string): BodyJson => ({ type: 'paragraph', attrs: { blockId, lang: null, dir: null }, ...(text === '' ? {} : { content: [{ type: 'text', text }] }) });

const parsed = parseArticle({
  format: 'galley-article', version: 1, id: '018e0000-0000-7000-8000-000000000000', metadata: {}, comments: [], conflicts: [], images: {},
  body: { type: 'doc', content: [{ type: 'headline', attrs: { blockId: 'h' } }, { type: 'standfirst', attrs: { blockId: 's' } }, { type: 'byline', attrs: { blockId: 'b', contributors: [] } }, para('p', 'x')] },
});
if (!parsed.ok) throw new Error(parsed.error.message);
const empty = parsed.value;
const articleOf = (blocks: readonly BodyJson[]): Article => ({ ...empty, body: { ...empty.body, content: [...(empty.body.content?.slice(0, 3) ?? []), ...blocks] } });

/** Paragraphs, some of them twice or empty, and lists of short items. */
const blocksOf = (seeds: readonly number[]): BodyJson[] => seeds.map((seed, index) => {
  if (seed % 11 === 0) return para(`p${index}`, '');
  if (seed % 7 === 0) return { type: 'bulletList', attrs: { blockId: `l${index}` }, content: [0, 1, 2].map((item) => ({ type: 'listItem', attrs: { blockId: `i${index}-${item}` }, content: [para(`ip${index}-${item}`, pick(objects, seed + item * 5))] })) };
  return para(`p${index}`, sentence(seed));
});

const seedsOf = fc.array(fc.nat(600), { minLength: 4, maxLength: 40 });

/** Rewrites the first paragraph in a block. */
function rewrite(node: BodyJson, text: string): BodyJson {
  if (node.type === 'paragraph') return { ...node, content: [{ type: 'text', text }] };
  return { ...node, content: (node.content ?? []).map((child, index) => (index === 0 ? rewrite(child, text) : child)) };
}

it('k blocks rewritten, k taken out, k put in or k moved: at most k changed blocks', () => {
  fc.assert(fc.property(seedsOf, fc.array(fc.tuple(fc.nat(3), fc.nat(1000), fc.nat(1000)), { minLength: 1, maxLength: 8 }), (seeds, edits) => {
    const before = blocksOf(seeds);
    let after = [...before];
    for (const [number, [kind, one, other]] of edits.entries()) {
      const at = one % after.length;
      const node = after[at];
      if (!node) continue;
      if (kind === 0) after = after.with(at, rewrite(node, `Rewritten ${number}: ${sentence(other)}`));
      if (kind === 1 && after.length > 1) after = after.toSpliced(at, 1);
      if (kind === 2) after = after.toSpliced(at, 0, para(`new${number}`, `New ${other} words here`));
      if (kind === 3) after = after.toSpliced(at, 1).toSpliced(other % after.length, 0, node);
    }
    expect(compareArticles(articleOf(before), articleOf(after)).blocks.length).toBeLessThanOrEqual(edits.length);
  }), { numRuns: 400 });
}, 300_000);

it('k blocks rewritten under new ids, or k taken out, or k put in: k changed blocks and the right kind', () => {
  fc.assert(fc.property(seedsOf, fc.uniqueArray(fc.nat(39), { minLength: 1, maxLength: 6 }), fc.nat(2), fc.boolean(), (seeds, places, kind, whole) => {
    const before = blocksOf(seeds);
    // The first stays as it is, so that a body is left and something is the same.
    const touched = new Set(places.map((place) => 1 + (place % (before.length - 1))));
    const lines = before.flatMap((node, index): BodyJson[] => {
      if (!touched.has(index)) return [node];
      if (kind === 0) return [rewrite(node, whole ? `${index} wholly other` : `${sentence(seeds[index] ?? 0)} Really ${index}.`)];
      return kind === 1 ? [] : [node, para(`new${index}`, `Put in here ${index}`)];
    });
    const { blocks } = compareArticles(articleOf(before), renewIds(articleOf(lines), dice([1], 'new')));
    expect(blocks.length).toBeLessThanOrEqual(touched.size);
    if (kind === 0) expect(blocks.every(({ change }) => change === 'changed')).toBe(true);
    if (kind === 2) expect(blocks.map(({ change }) => change)).toEqual([...touched].map(() => 'added'));
  }), { numRuns: 400 });
}, 300_000);

/** Every block with inline text, tables and containers left out, by its path. */
function textBlocks(node: BodyJson): BodyJson[] {
  if (natureOf(node.type) === 'inline') return node.content?.some(({ text }) => text !== undefined) ? [node] : [];
  return natureOf(node.type) === 'container' || node.type === 'doc' ? (node.content ?? []).flatMap(textBlocks) : [];
}
const replaced = (node: BodyJson, old: BodyJson, fresh: BodyJson): BodyJson => (node === old ? fresh : node.content ? { ...node, content: node.content.map((child) => replaced(child, old, fresh)) } : node);

it('one word replaced in any block of a random article: one block, one deletion, one insertion, marks left alone', () => {
  const segmenter = new Intl.Segmenter('en', { granularity: 'word' });
  fc.assert(fc.property(articleArbitrary, fc.nat(), fc.nat(), (article, first, second) => {
    const blocks = textBlocks(article.body);
    const block = blocks[first % Math.max(blocks.length, 1)];
    const runs = (block?.content ?? []).filter(({ text }) => text !== undefined);
    const run = runs[second % Math.max(runs.length, 1)];
    if (!block || !run?.text) return;
    const inside = Array.from(segmenter.segment(run.text)).filter(({ isWordLike, index, segment }) => isWordLike && index > 0 && index + segment.length < (run.text?.length ?? 0) && run.text?.[index - 1] === ' ' && run.text[index + segment.length] === ' ');
    const word = inside[second % Math.max(inside.length, 1)];
    if (!word) return;
    const text = `${run.text.slice(0, word.index)}replacement${run.text.slice(word.index + word.segment.length)}`;
    const body = replaced(article.body, block, { ...block, content: (block.content ?? []).map((child) => (child === run ? { ...run, text } : child)) });
    const found = compareArticles(article, { ...article, body }).blocks;
    expect(found.map(({ change }) => change)).toEqual(['changed']);
    expect(found[0]?.text.flatMap(({ op, text: passage }) => (op === 'same' ? [] : [`${op} ${passage}`]))).toEqual([`delete ${word.segment}`, 'insert replacement']);
    expect(found[0]?.marks).toEqual([]);
    expect(found[0]?.attrs).toEqual([]);
  }), { numRuns: 400 });
}, 300_000);
