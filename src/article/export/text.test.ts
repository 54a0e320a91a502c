import { expect, test } from 'vitest';
import { parseArticle } from '../article.ts';
import example from '../example.json' with { type: 'json' };
import { plain } from '../plain.ts';
import { exportArticle } from './index.ts';

test('plain text has slugline, dateline, every block and the closing credits', () => {
  const parsed = parseArticle(example);
  if (!parsed.ok) throw new Error(parsed.error.message);
  const { content, fileName, images } = exportArticle(plain(parsed.value), 'text');
  expect([fileName, images]).toEqual(['what-the-tide-took.txt', []]);
  const text = String(content);
  expect(text.startsWith('TIDE/VELDHAVEN\n\nWhat the tide took from Veldhaven\n')).toBe(true);
  for (const said of ['VELDHAVEN, March 4 (Galley News) -', 'By Ines Moreau', '- Eleven boats', 'Credit: Tom Adeyemi', 'Pier\tBoats', 'A spring tide', 'pier,boats\nnorth,7']) expect(text).toContain(said);
  expect(text.endsWith('(Reporting by Ines Moreau; editing by Jo Lind)\n\nENDS\n')).toBe(true);
  for (const hidden of ['Second source pending', 'Read by the lawyer', 'Council release']) expect(text).not.toContain(hidden);
});
