import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { articleArbitrary } from '../../arbitrary.ts';
import { parseArticle } from '../../article.ts';
import exampleJson from '../../example.json' with { type: 'json' };
import { importFile } from '../../import/index.ts';
import { plain } from '../../plain.ts';
import { exportArticle } from '../index.ts';
import { publicPart } from '../public-part.ts';
import { fieldNameFault, givenFieldNames, renamableFields, soundFieldNames } from './field-names.ts';

const parsed = parseArticle(exampleJson);
if (!parsed.ok) throw new Error(parsed.error.message);
const example = plain(parsed.value);
const frontOf = (text: string): Record<string, unknown> => parse(text.split('---\n')[1] ?? '') as Record<string, unknown>;

test('fields stand under the site’s names, in every dialect; what the generator itself asks for stays', () => {
  const fieldNames = { title: 'headline', date: 'first_published', section: 'ressort' };
  const front = frontOf(String(exportArticle(example, 'markdown', { fieldNames }).content));
  expect([front['headline'], front['title'], front['first_published'], front['ressort']]).toEqual(['What the tide took from Veldhaven', undefined, '2024-03-04T16:40:00+05:30', example.metadata.section]);
  const hugo = frontOf(String(exportArticle(example, 'markdown', { dialect: 'hugo', fieldNames }).content));
  expect([hugo['headline'], hugo['categories'], typeof hugo['lastmod']]).toEqual(['What the tide took from Veldhaven', [example.metadata.section], 'string']);
});

test('any article comes back under any sound names', () => {
  const names = fc.subarray([...renamableFields]).map((fields) => Object.fromEntries(fields.map((field) => [field, `site_${field}`])));
  fc.assert(
    fc.property(articleArbitrary, names, (any, fieldNames) => {
      const article = plain(any);
      const { content, fileName } = exportArticle(article, 'markdown', { fieldNames });
      const read = importFile({ name: fileName, bytes: new TextEncoder().encode(String(content)) }, { zone: '', newsroomZone: '', machineZone: 'Etc/UTC', language: '' });
      expect(read.ok && read.value.report.removed).toEqual([]);
      expect(read.ok && publicPart(read.value.article)).toEqual(publicPart({ ...article, images: {} }));
    }),
    { numRuns: 60 },
  );
});

test('a name that would lose something is refused in words', () => {
  expect(fieldNameFault({}, 'title', 'head line')).toMatch(/“head line”/);
  expect(fieldNameFault({}, 'title', 'galley')).toMatch(/“galley”/);
  expect(fieldNameFault({}, 'title', 'date')).toMatch(/“date”/);
  expect(fieldNameFault({ date: 'when' }, 'updated', 'when')).toMatch(/date/);
  expect(fieldNameFault({ date: 'when' }, 'date', 'when')).toBe('');
  expect(fieldNameFault({ date: 'when' }, 'updated', 'When')).toMatch(/date/);
  for (const reserved of ['Date', 'LASTMOD', 'type', 'cascade', 'pagination', '__proto__']) expect([reserved, fieldNameFault({}, 'section', reserved)]).toEqual([reserved, expect.stringContaining(`“${reserved}”`)]);
  expect(soundFieldNames({ title: 'h', date: 'h', tags: 7, slug: '' })).toEqual({ title: 'h' });
});

test('names that a settings file was given by hand and that cannot be used are kept and told, and lose nothing', () => {
  const given = givenFieldNames({ title: 'when', date: 'when', section: 'kind', tags: '', unknown: 'x' });
  expect(given).toEqual({ title: 'when', date: 'when', section: 'kind' });
  const front = frontOf(String(exportArticle(example, 'markdown', { fieldNames: given }).content));
  expect([front['when'], front['date'], front['section'], front['kind']]).toEqual(['What the tide took from Veldhaven', '2024-03-04T16:40:00+05:30', example.metadata.section, undefined]);
});

test('a file that was written under names nobody may give today comes back whole', () => {
  const { content, fileName } = exportArticle(example, 'markdown', { fieldNames: { section: 'site_section', tags: 'site_tags' } });
  const older = String(content).replaceAll('site_section', 'kind').replaceAll('site_tags', 'Type');
  const read = importFile({ name: fileName, bytes: new TextEncoder().encode(older) }, { zone: '', newsroomZone: '', machineZone: 'Etc/UTC', language: '' });
  expect(read.ok && read.value.report.removed).toEqual([]);
  expect(read.ok && publicPart(read.value.article)).toEqual(publicPart({ ...example, images: {} }));
});
