import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { type Article, emptyArticle } from '../article.ts';
import { importFile } from '../import/index.ts';
import type { Metadata } from '../metadata.ts';
import { exportArticle } from './index.ts';

const at = { instant: '2024-03-05T04:00:00Z', zone: 'Asia/Kolkata', asWritten: '' };
const corrections: Metadata['corrections'] = [{ at, kind: 'retraction', text: '' }, { at, kind: 'update', text: 'The port is open.' }, { at: { ...at, instant: '2024-03-06T04:00:00Z' }, kind: 'clarification', text: ' ' }];

function article(rows: Metadata['corrections']): Article {
  const empty = emptyArticle('0190a5d0-0000-7000-8000-000000000001');
  return { ...empty, metadata: { ...empty.metadata, language: 'en-GB', slugline: 'PORT', corrections: rows } };
}

/** What a receiver gets, Word documents unpacked. */
function written(rows: Metadata['corrections'], format: 'text' | 'docx' | 'ninjs' | 'nitf' | 'newsml-g2' | 'html'): string {
  const { content } = exportArticle(article(rows), format);
  return typeof content === 'string' ? content : new TextDecoder().decode(unzipSync(content)['word/document.xml']);
}

test.each([
  ['text', /(?:Correction|Update|Clarification|Retraction), \d/gu], ['docx', /(?:Correction|Update|Clarification|Retraction), \d/gu], ['ninjs', /"rel": "correction"|"canceled"/gu],
  ['nitf', /<correction |management-status="canceled"/gu], ['newsml-g2', /role="grole:|sig:correction/gu],
] as const)('%s has the notes that say something, and no begun one', (format, notes) => {
  const all = written(corrections, format);
  expect(all).toContain('The port is open.');
  expect(all.match(notes)?.length).toBe(written(corrections.slice(1, 2), format).match(notes)?.length);
  expect(written(corrections.slice(0, 1), format).match(notes)).toBeNull();
});

test('html shows a reader what says something, and keeps the rest for the way back', () => {
  const page = written(corrections, 'html');
  expect(page.match(/<p data-galley-part="correction"/gu)).toHaveLength(1);
  expect(page.match(/CorrectionComment/gu)).toHaveLength(1);
  expect(written([{ at, kind: 'update', text: '' }], 'html')).toMatch(/<div data-galley-part="corrections"[^>]*><\/div>/u);
  const back = importFile({ bytes: new TextEncoder().encode(page), name: 'port.html' }, { zone: '', newsroomZone: '', machineZone: 'UTC', language: '' });
  expect(back.ok && back.value.article.metadata.corrections.map(({ kind, text }) => [kind, text.trim()])).toEqual([['retraction', ''], ['update', 'The port is open.'], ['clarification', '']]);
});
