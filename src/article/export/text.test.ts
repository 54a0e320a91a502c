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
  expect(text.endsWith('Correction, 5 March 2024, 09:30 IST: An earlier version gave the wrong pier.\n\n(Reporting by Ines Moreau; editing by Jo Lind)\n\nENDS\n')).toBe(true);
  for (const hidden of ['Second source pending', 'Read by the lawyer', 'Council release']) expect(text).not.toContain(hidden);
});

test('corrections stand below the text in the article’s language, each with kind and time', () => {
  const parsed = parseArticle(example);
  if (!parsed.ok) throw new Error(parsed.error.message);
  const at = { instant: '2024-03-05T04:00:00Z', zone: 'Europe/Paris', asWritten: '' };
  const said = (language: string): string => {
    const corrections = [{ at, kind: 'update' as const, text: 'Le port est ouvert.' }, { at, kind: 'retraction' as const, text: 'Faux.' }];
    return String(exportArticle({ ...plain(parsed.value), metadata: { ...parsed.value.metadata, language, closingCredits: '', corrections } }, 'text').content).split('\n\n').slice(-3, -1).join('\n');
  };
  expect(said('fr')).toBe('Mise à jour, 5 mars 2024, 05:00 CET: Le port est ouvert.\nRétractation, 5 mars 2024, 05:00 CET: Faux.');
  expect(said('en_GB')).toMatch(/^Update, 5 March 2024, 05:00/u);
});
