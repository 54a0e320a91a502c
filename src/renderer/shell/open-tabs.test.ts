import { expect, test } from 'vitest';
import { movedTab, nextTo, noTabs, type OpenTabs, stepFrom, withoutTab, withoutTrace, withTab } from './open-tabs.ts';

const tab = (id: string): { readonly id: string; readonly name: string } => ({ id, name: id.toUpperCase() });
const open = (ids: string): OpenTabs => ids.split('').reduce((tabs, id) => withTab(tabs, tab(id)), noTabs);
const ids = ({ tabs }: OpenTabs): string => tabs.map(({ id }) => id).join('');

test('an article has one tab, the last one, and its newest name', () => {
  expect(ids(withTab(open('abc'), tab('a')))).toBe('abc');
  expect(withTab(open('ab'), { id: 'a', name: 'Ferry' }).tabs[0]?.name).toBe('Ferry');
});

test('a closed tab comes back to its place, once', () => {
  const closed = withoutTab(open('abc'), 'b');
  expect(ids(closed)).toBe('ac');
  const back = withTab(closed, tab('b'));
  expect(ids(back)).toBe('abc');
  expect(back.closed).toEqual([]);
});

test('one that is gone is not among the closed', () => {
  expect(withoutTrace(withoutTab(open('abc'), 'b'), 'b')).toEqual(open('ac'));
});

test.each([['a', 'b'], ['b', 'c'], ['c', 'b']])('closing %s brings %s to the front', (id, next) => {
  expect(nextTo(open('abc'), id)?.id).toBe(next);
});

test('they go round', () => {
  expect([stepFrom(open('abc'), 'c', 1)?.id, stepFrom(open('abc'), 'a', -1)?.id, stepFrom(noTabs, 'a', 1)]).toEqual(['a', 'c', null]);
});

test.each([['a', 2, 'bac'], ['a', 3, 'bca'], ['c', 0, 'cab'], ['b', 1, 'abc'], ['b', 2, 'abc'], ['c', 9, 'abc'], ['b', -1, 'bac'], ['x', 0, 'abc']])('%s before %i: %s', (id, before, after) => {
  expect(ids(movedTab(open('abc'), id, before))).toBe(after);
});
