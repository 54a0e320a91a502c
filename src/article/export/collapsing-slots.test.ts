import { expect, test } from 'vitest';
import { parseArticle } from '../article.ts';
import exampleJson from '../example.json' with { type: 'json' };
import { importFile } from '../import/index.ts';
import { plain } from '../plain.ts';
import { exportArticle, type FormatName } from './index.ts';
import { publicPart } from './public-part.ts';

const parsed = parseArticle(exampleJson);
if (!parsed.ok) throw new Error(parsed.error.message);
const example = plain(parsed.value);
const slotIds = (example.body.content ?? []).flatMap(({ type, attrs }) => (type === 'adSlot' ? [String(attrs?.['slotId'])] : []));

const choices: readonly (readonly [format: FormatName, dialect: string, mark: string])[] = [
  ['html', '', 'data-galley-collapse'], ['html-fragment', '', 'data-galley-collapse'], ['wordpress', '', 'data-galley-collapse'], ['ghost', '', 'data-galley-collapse'],
  ['markdown', '', 'data-galley-collapse'], ['markdown', 'hugo', ' collapse="true" '], ['markdown', 'jekyll', 'data-galley-collapse'], ['markdown', 'eleventy', 'data-galley-collapse'], ['markdown', 'astro', 'data-galley-collapse'],
];

test.each(choices)('%s %s says which ad slots the site takes away where no ad comes, and comes back all the same', (format, dialect, mark) => {
  const given = { dialect, hasPicture: () => true };
  const { content, fileName } = exportArticle(example, format, { ...given, collapsingSlots: new Set([...slotIds, 'another']) });
  const marked = String(content).split(mark).length - 1;
  expect([slotIds.length > 0, marked]).toEqual([true, slotIds.length]);
  const read = importFile({ name: fileName, bytes: new TextEncoder().encode(String(content)) }, { zone: '', newsroomZone: '', machineZone: 'Etc/UTC', language: '' });
  if (!read.ok) throw new Error(read.message);
  expect(publicPart(read.value.article)).toEqual(publicPart(example));
  for (const collapsingSlots of [undefined, new Set(['another'])]) expect(String(exportArticle(example, format, { ...given, ...(collapsingSlots ? { collapsingSlots } : {}) }).content)).not.toContain(mark);
});
