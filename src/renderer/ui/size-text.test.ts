import { expect, test } from 'vitest';
import { sizeText } from './size-text.ts';

test.each([[0, '0 kB'], [999, '0.999 kB'], [48_300, '48.3 kB'], [12_345_678, '12.3 MB'], [3_000_000_000, '3 GB'], [5e12, '5,000 GB']])('%d bytes are %s', (bytes, text) => {
  expect(sizeText(bytes)).toBe(text);
});
