import { expect, it } from 'vitest';
import { directAddress } from './direct-address.ts';

it('takes the detours off that programs and sites lead links over', () => {
  for (const [address, direct] of [
    ['https://www.google.com/url?q=https://example.org/a?b%3D1%26c%3D2&sa=D&usg=AO', 'https://example.org/a?b=1&c=2'],
    ['https://www.google.co.in/url?sa=t&rct=j&url=https%3A%2F%2Fexample.org%2Fa', 'https://example.org/a'],
    ['https://eur03.safelinks.protection.outlook.com/?url=https%3A%2F%2Fexample.org%2Fplan%3Fid%3D9%26p%3D2&data=05%7Cjo%40example.org', 'https://example.org/plan?id=9&p=2'],
    ['https://l.facebook.com/l.php?u=https%3A%2F%2Fexample.org%2Fb&h=AT0', 'https://example.org/b'],
    ['https://urldefense.com/v3/__https://example.org/h__;!!abc$', 'https://example.org/h'],
    ['https://urldefense.com/v3/__https://example.org/search?q=pier&page=2__;!!abc$', 'https://example.org/search?q=pier&page=2'],
    // One over another.
    ['https://nam02.safelinks.protection.outlook.com/?url=https%3A%2F%2Fwww.google.com%2Furl%3Fq%3Dhttps%253A%252F%252Fexample.org%252Fd&data=x', 'https://example.org/d'],
  ] as const) expect(directAddress(address)).toBe(direct);
});

it('leaves every other address as it is', () => {
  for (const address of [
    'https://www.google.com/search?q=https://example.org/',
    'https://www.google.com/url?q=javascript:alert(1)',
    'https://www.google.com/url?q=example.org',
    'https://google.com.example.org/url?q=https://example.org/',
    'https://www.facebook.com/sharer.php?u=https%3A%2F%2Fexample.org',
    'https://www.youtube.com/watch?v=abc&q=https://example.org',
    'https://web.archive.org/web/2020/https://example.org/',
    'https://urldefense.com/v3/__https://example.org/a*b__;Kw!!abc$',
    'https://urldefense.com/v3/__https://example.org/a?q=b*c__;Kw!!abc$',
    'mailto:jo@example.org',
    'not an address',
  ]) expect(directAddress(address)).toBe(address);
});
