import { expect, it } from 'vitest';
import { type Article, emptyArticle } from '../article.ts';
import type { BodyJson } from '../body.ts';
import { compareWithContext, StagedComparison } from './compare.ts';

const paragraph = (id: string, text: string): BodyJson => ({ type: 'paragraph', attrs: { blockId: id, lang: null, dir: null }, content: [{ type: 'text', text }] });
const empty = emptyArticle();
const article = (texts: readonly string[], slugline = ''): Article => ({ ...empty, metadata: { ...empty.metadata, slugline }, body: { ...empty.body, content: [...(empty.body.content?.slice(0, 3) ?? []), ...texts.map((text, index) => paragraph(`p${index}`, text))] } });
const before = article(['The vote was close.', 'Nobody spoke.', 'It came at noon.']);
const after = article(['The vote was very close.', 'Nobody spoke.', 'It came at midnight.'], 'VOTE');

it('knows which blocks changed before it has looked at a word', () => {
  const staged = new StagedComparison(before, after);
  const { comparison, rows } = staged.found();
  expect(comparison.blocks.map(({ blockId, text }) => [blockId, text])).toEqual([
    ['p0', [{ op: 'delete', text: 'The vote was close.' }, { op: 'insert', text: 'The vote was very close.' }]],
    ['p2', [{ op: 'delete', text: 'It came at noon.' }, { op: 'insert', text: 'It came at midnight.' }]],
  ]);
  expect(comparison.metadata.map(({ field }) => field)).toEqual(['slugline']);
  expect(staged.pending().map((at) => rows[at]?.change?.blockId)).toEqual(['p0', 'p2']);
});

it('takes the words block by block, and ends where the whole comparison does', () => {
  const staged = new StagedComparison(before, after);
  expect(staged.step()?.row.change?.text.filter(({ op }) => op !== 'same')).toEqual([{ op: 'insert', text: 'very ' }]);
  expect(staged.pending()).toHaveLength(1);
  expect(staged.found().comparison.blocks[1]?.text).toHaveLength(2);
  expect(staged.step()?.row.change?.blockId).toBe('p2');
  expect(staged.step()).toBeNull();
  expect(staged.found()).toEqual(compareWithContext(before, after));
});
