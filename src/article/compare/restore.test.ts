import { expect, it } from 'vitest';
import { type Article, emptyArticle, parseArticle } from '../article.ts';
import type { BodyJson } from '../body.ts';
import { restoreBlock, restoreField } from './index.ts';

const para = (text: string, blockId: string): BodyJson => ({ type: 'paragraph', attrs: { blockId }, content: [{ type: 'text', text }] });
const box = (blockId: string, ...content: BodyJson[]): BodyJson => ({ type: 'factBox', attrs: { blockId }, content });
function article(headline: string, ...blocks: BodyJson[]): Article {
  const fields = [{ type: 'headline', attrs: { blockId: 'h' }, content: [{ type: 'text', text: headline }] }, { type: 'standfirst', attrs: { blockId: 's' } }, { type: 'byline', attrs: { blockId: 'b' } }];
  const parsed = parseArticle({ ...emptyArticle(), body: { type: 'doc', content: [...fields, ...blocks] } });
  if (!parsed.ok) throw new Error(parsed.error.message);
  return parsed.value;
}
const outline = (node: BodyJson): string => node.text ?? ((node.content ?? []).map(outline).join(' ') || node.type);
const body = (given: Article): string => (given.body.content ?? []).slice(3).map((node) => (node.type === 'factBox' ? `[${outline(node)}]` : outline(node))).join(' / ');

const old = article('Old', para('one', 'p1'), para('two', 'p2'), para('three', 'p3'));

it('puts back the content of one block and leaves the rest', () => {
  expect(body(restoreBlock(article('New', para('one', 'p1'), para('new', 'n'), para('2', 'p2'), para('3', 'p3')), old, 'p2'))).toBe('one / new / two / 3');
});

it('puts a removed block back behind its neighbour, or first', () => {
  expect(body(restoreBlock(article('Old', para('one', 'p1'), para('three', 'p3')), old, 'p2'))).toBe('one / two / three');
  expect(body(restoreBlock(article('Old', para('two', 'p2'), para('three', 'p3')), old, 'p1'))).toBe('one / two / three');
});

it('moves a moved block back', () => {
  expect(body(restoreBlock(article('Old', para('three', 'p3'), para('one', 'p1'), para('two', 'p2')), old, 'p3'))).toBe('one / two / three');
});

it('takes an added block out, but not what it was put around', () => {
  expect(body(restoreBlock(article('Old', para('one', 'p1'), para('two', 'p2'), para('x', 'x'), para('three', 'p3')), old, 'x'))).toBe('one / two / three');
  expect(body(restoreBlock(article('Old', para('one', 'p1'), box('f', para('two', 'p2'), para('x', 'x')), para('three', 'p3')), old, 'f'))).toBe('one / two / three');
});

it('puts a removed box back with new ids for what stands elsewhere now', () => {
  const before = article('Old', para('one', 'p1'), box('f', para('two', 'p2')));
  const result = restoreBlock(article('Old', para('one', 'p1'), para('two', 'p2')), before, 'f');
  expect(body(result)).toBe('one / [two] / two');
  expect(parseArticle(result).ok).toBe(true);
});

it('never leaves the body empty', () => {
  const result = restoreBlock(article('Old', para('x', 'x')), article('Old', para('entirely other words here', 'y')), 'x');
  expect(parseArticle(result).ok).toBe(true);
  expect(body(result)).toBe('paragraph');
});

it('restores a field of the body or of the metadata, ids kept', () => {
  const current = article('New', para('one', 'p1'));
  const result = restoreField(current, { ...old, metadata: { ...old.metadata, section: 'City' } }, 'headline');
  expect(result.body.content?.[0]).toEqual(old.body.content?.[0]);
  expect(result.metadata.section).toBe('');
  expect(restoreField(current, { ...old, metadata: { ...old.metadata, section: 'City' } }, 'section').metadata.section).toBe('City');
});

it('brings the picture file along', () => {
  const id = `sha256-${'a'.repeat(64)}`;
  const stored = { fileName: 'a.jpg', mediaType: 'image/jpeg', width: 1, height: 1, bytes: 1, fromFile: {} };
  const from = { ...article('Old', para('one', 'p1'), { type: 'image', attrs: { blockId: 'i', imageId: id } }), images: { [id]: stored } };
  expect(restoreBlock(old, from, 'i').images).toEqual({ [id]: stored });
});
