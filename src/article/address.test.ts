import { expect, it } from 'vitest';
import { isOpenableAddress, publicAddress, safeAddress } from './address.ts';

it.each([
  ['https://example.org/a?b=1&c=2', 'https://example.org/a?b=1&c=2'],
  ['mailto:desk@example.org', 'mailto:desk@example.org'],
  [' HTTP://EXAMPLE.org ', 'http://example.org/'],
  ['https://example.org/a|b/{x}?q[]=1|2&z=^#a#b%', 'https://example.org/a%7Cb/%7Bx%7D?q%5B%5D=1%7C2&z=%5E#a%23b%25'],
  ['https://[2001:db8::1]:8080/[a]', 'https://[2001:db8::1]:8080/%5Ba%5D'],
])('takes %s', (address, expected) => expect(safeAddress(address)).toBe(expected));

it.each(['javascript:alert(1)', 'JaVaScRiPt:alert(1)', ' java\tscript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', 'file://server/share', 'ftp://example.org/a', 'blob:https://example.org/1', 'vbscript:x', 'chapter-2.html', '', '//'])(
  'refuses %j', (address) => expect(safeAddress(address)).toBeNull());

it('resolves a relative link against its page only', () => {
  expect(safeAddress('/b', 'https://example.org/a')).toBe('https://example.org/b');
  expect(safeAddress('javascript:x', 'https://example.org/a')).toBeNull();
});

it('leaves an address as it was written, unless strict readers would refuse it so', () => {
  for (const address of ['https://example.org', 'HTTP://Example.org/é?a=1#b', 'https://[::1]/x', 'mailto:a@example.org']) expect(publicAddress(address)).toBe(address);
  expect(publicAddress('https://example.org/a b?c=|')).toBe('https://example.org/a%20b?c=%7C');
  expect(publicAddress('javascript:alert(1)')).toBeNull();
});

it('an address of nothing but fragments is read once', () => {
  expect(safeAddress(`https://example.org/${'#'.repeat(800_000)}`)).toBe(`https://example.org/#${'%23'.repeat(799_999)}`);
});

it('opens only https and mailto outside', () => {
  expect(isOpenableAddress('https://example.org')).toBe(true);
  expect(isOpenableAddress('http://example.org')).toBe(false);
});
