import { expect, it } from 'vitest';
import { isOpenableAddress, safeAddress } from './address.ts';

it.each([
  ['https://example.org/a?b=1&c=2', 'https://example.org/a?b=1&c=2'],
  ['mailto:desk@example.org', 'mailto:desk@example.org'],
  [' HTTP://EXAMPLE.org ', 'http://example.org/'],
])('takes %s', (address, expected) => expect(safeAddress(address)).toBe(expected));

it.each(['javascript:alert(1)', 'JaVaScRiPt:alert(1)', ' java\tscript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', 'file://server/share', 'ftp://example.org/a', 'blob:https://example.org/1', 'vbscript:x', 'chapter-2.html', '', '//'])(
  'refuses %j', (address) => expect(safeAddress(address)).toBeNull());

it('resolves a relative link against its page only', () => {
  expect(safeAddress('/b', 'https://example.org/a')).toBe('https://example.org/b');
  expect(safeAddress('javascript:x', 'https://example.org/a')).toBeNull();
});

it('opens only https and mailto outside', () => {
  expect(isOpenableAddress('https://example.org')).toBe(true);
  expect(isOpenableAddress('http://example.org')).toBe(false);
});
