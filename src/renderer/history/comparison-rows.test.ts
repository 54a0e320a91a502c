import { expect, it } from 'vitest';
import { type Article, emptyArticle } from '../../article/article.ts';
import type { BodyJson } from '../../article/body.ts';
import { compareWithContext } from '../../article/compare/index.ts';
import { type Item, itemsOf } from './comparison-rows.ts';

const para = (index: number, text = `Paragraph ${index} of the story`): BodyJson => ({ type: 'paragraph', attrs: { blockId: `p${index}`, lang: null, dir: null }, content: [{ type: 'text', text }] });
const empty = emptyArticle();
const article = (...blocks: BodyJson[]): Article => ({ ...empty, body: { ...empty.body, content: [...(empty.body.content?.slice(0, 3) ?? []), ...blocks] } });
const before = Array.from({ length: 20 }, (_, index) => para(index));
const found = compareWithContext(article(...before), article(...before.with(10, para(10, 'Paragraph 10 of another story')).toSpliced(5, 0, { type: 'adSlot', attrs: { blockId: 'ad', slotId: 'ad-1' } })));
const shape = (items: readonly Item[]): string => items.map((item) => (item.kind === 'fold' ? `(${item.count})` : item.kind === 'change' ? `!${item.change.blockId}` : item.kind === 'same' ? String(item.row.node.attrs?.['blockId']) : 'field')).join(' ');

it('shows a block of context on each side of a change and folds the rest', () => {
  const items = itemsOf([], found.rows, 'all', new Set());
  expect(shape(items)).toMatch(/^\(4\) p4 !ad p5 \(3\) p9 !p10 p11 \(8\)$/);
});

it('opens a fold that was asked for', () => {
  const [fold] = itemsOf([], found.rows, 'all', new Set());
  expect(shape(itemsOf([], found.rows, 'all', new Set([fold?.kind === 'fold' ? fold.at : -1])))).toContain('p0 p1 p2 p3 p4 !ad');
});

it('shows changes of one kind alone', () => {
  expect(shape(itemsOf([], found.rows, 'ads', new Set()))).toBe('!ad');
  expect(shape(itemsOf([{ field: 'slugline', before: '', after: 'A' }], found.rows, 'fields', new Set()))).toBe('field');
  expect(shape(itemsOf([], found.rows, 'moved', new Set()))).toBe('');
});
