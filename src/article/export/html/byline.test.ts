import { expect, it } from 'vitest';
import { say } from '../../../language/index.ts';
import { type Contributor, contributorRoles } from '../../blocks/byline.ts';
import { emptyArticle, parseArticle } from '../../article.ts';
import { exportArticle, type FormatName } from '../index.ts';
import { bylineLines, roleLabel, roleOfLabel } from './byline.ts';

const person = (name: string, role: string): Contributor => ({ name, role, affiliation: '', location: '', email: '', url: '' });
const desk = [person('Ines Moreau', 'reported-by'), person('Jo Lind', 'written-by'), person('Tom Adeyemi', 'photography'), person('Asha Rao', 'additional-reporting'), person('Sam Vu', 'additional-reporting'), person('Ana Lima', 'editing')];

it('a byline is written in the language of the article, people of one role together', () => {
  expect(bylineLines(desk, 'en-GB')).toEqual(['By Ines Moreau and Jo Lind', 'Pictures by Tom Adeyemi', 'Additional reporting by Asha Rao and Sam Vu', 'Editing by Ana Lima']);
  expect(bylineLines(desk, 'de')).toEqual(['Von Ines Moreau und Jo Lind', 'Fotos von Tom Adeyemi', 'Mitarbeit: Asha Rao und Sam Vu', 'Redaktion: Ana Lima']);
  expect(bylineLines(desk, 'fr-FR')[0]).toBe('Par Ines Moreau et Jo Lind');
  expect(bylineLines(desk, 'es')[0]).toBe('Por Ines Moreau y Jo Lind');
  expect(bylineLines(desk, 'hi')[1]).toBe('तस्वीरें: Tom Adeyemi');
  expect(bylineLines(desk, 'ja')[1]).toBe('Pictures by Tom Adeyemi');
  expect(bylineLines([person('Ines', 'reported-by'), person('Ines', 'written-by'), person('Kim', 'stylist'), person(' ', 'editing')], '')).toEqual(['By Ines', 'stylist: Kim']);
});

it('every label of every language is read back as its role, older ones too', () => {
  for (const language of ['en', 'de', 'fr', 'es', 'hi']) for (const role of contributorRoles) expect([language, roleOfLabel(roleLabel(role, language))]).toEqual([language, role]);
  expect([roleOfLabel('Photography by'), roleOfLabel('Edited by'), roleOfLabel('stylist:')]).toEqual(['photography', 'editing', 'stylist']);
});

it('a label that a language lacks stands in English, with its plurals', () => {
  expect(say('formats.untitled', undefined, 'de')).toBe('Untitled');
  expect(say('checks.merge-conflict', { count: 2 }, 'de')).toBe(say('checks.merge-conflict', { count: 2 }, 'en'));
});

it.each([['text', 'Fotos von Tom Adeyemi'], ['html', 'Fotos von '], ['nitf', 'Fotos von '], ['ninjs', 'Von Ines Moreau und Jo Lind; Fotos von Tom Adeyemi']] as const)('%s says it in German', (format: FormatName, said) => {
  const empty = emptyArticle();
  const content = (empty.body.content ?? []).map((block) => (block.type === 'byline' ? { ...block, attrs: { ...block.attrs, contributors: desk } } : block));
  const parsed = parseArticle({ ...empty, metadata: { ...empty.metadata, language: 'de' }, body: { ...empty.body, content } });
  if (!parsed.ok) throw new Error(parsed.error.message);
  expect(String(exportArticle(parsed.value, format).content)).toContain(said);
});
