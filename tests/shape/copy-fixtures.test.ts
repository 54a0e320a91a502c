import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Contributor } from '../../src/article/blocks/byline.ts';
import type { BodyJson } from '../../src/article/body.ts';
import { parseArticle } from '../../src/article/article.ts';
import { offsetTime } from '../../src/article/time.ts';
import { detectCopyLayout, importCopy, looksLikeFinishedCopy } from '../../src/article/import/copy-layout.ts';
import type { ImportContext, Imported } from '../../src/article/import/report.ts';

const root = new URL('../fixtures/copy/', import.meta.url);
const text = (path: string): string => readFileSync(new URL(path, root), 'utf8');
const names = (folder: string): string[] => readdirSync(new URL(`${folder}/`, root)).filter((name) => name.endsWith('.txt'));
const context = (zone: string): ImportContext => ({ zone, newsroomZone: '', machineZone: '', language: 'en' });

interface Expected {
  readonly layout: string;
  readonly zone: string;
  readonly headline: string;
  readonly standfirst?: string;
  readonly byline: readonly string[];
  readonly metadata?: Readonly<Record<string, unknown>>;
  readonly blocks: readonly string[];
  readonly removed?: readonly string[];
  readonly kept?: number;
}

function plainOf(node: BodyJson | undefined): string {
  if (!node) return '';
  return node.type === 'hardBreak' ? '\n' : (node.text ?? (node.content ?? []).map(plainOf).join(''));
}

function outline(block: BodyJson): string {
  const attrs = block.attrs ?? {};
  if (block.type === 'image') return `image:${String(attrs['role'])}|${String(attrs['credit'])}|${String(attrs['source'])}`;
  if (block.type === 'adSlot') return `adSlot:${String(attrs['slotId'])}`;
  return `${block.type}:${plainOf(block)}`;
}

function personOutline({ name, role, affiliation, location }: Contributor): string {
  return [name, role, affiliation, location].join('|').replace(/\|+$/, '');
}

/** Every word the copy shows is in the article or listed by the report. */
function lostWords(copy: string, { article, report }: Imported): string[] {
  const held = JSON.stringify([article.metadata, article.body, report.removed, report.placed]);
  const words = copy.match(/[\p{L}\p{M}\p{N}']+/gu) ?? [];
  return words.filter((word) => !held.includes(word) && !/^\d+$/.test(word));
}

/** Ids are new in each import: the expected article numbers them in order. */
function withoutIds(json: unknown): unknown {
  let count = 0;
  return JSON.parse(JSON.stringify(json, (key: string, value: unknown) => {
    if (key === 'blockId') return `b${(count += 1)}`;
    return key === 'id' ? 'new' : value;
  }));
}

describe.each(['captured-page', 'wire-copy', 'labelled-copy'])('%s', (layout) => {
  it.each(names(layout))('%s', (name) => {
    const copy = text(`${layout}/${name}`);
    const expected = JSON.parse(text(`${layout}/${name.replace('.txt', '.expected.json')}`)) as Expected;
    expect(detectCopyLayout(copy)).toBe(layout);
    const imported = importCopy(copy, context(expected.zone));
    const { article, report } = imported;
    const [headline, standfirst, byline, ...blocks] = article.body.content ?? [];
    expect(plainOf(headline)).toBe(expected.headline);
    expect(plainOf(standfirst)).toBe(expected.standfirst ?? '');
    const people = (byline?.attrs?.['contributors'] ?? []) as Contributor[];
    expect(people.map(personOutline)).toEqual(expected.byline);
    expect(blocks.map(outline).map((line, index) => line.slice(0, Math.max(expected.blocks[index]?.length ?? 0, line.indexOf(':') + 1)))).toEqual(expected.blocks);
    for (const [field, value] of Object.entries(expected.metadata ?? {})) {
      const actual: unknown = article.metadata[field as keyof typeof article.metadata];
      const isTime = typeof value === 'string' && /^\d{4}-\d\d-\d\dT/.test(value);
      const time = field === 'embargo' ? article.metadata.embargo?.until : actual;
      expect(isTime ? offsetTime(time as Parameters<typeof offsetTime>[0]) : actual, field).toEqual(value);
    }
    expect(report.removed.map((entry) => entry.text)).toEqual(expected.removed ?? []);
    expect(report.kept).toHaveLength(expected.kept ?? 0);
    expect(lostWords(copy, imported)).toEqual([]);
  });
});

describe('the samples', () => {
  it.each(names('samples'))('%s gives the article reviewed by hand', (name) => {
    const copy = text(`samples/${name}`);
    const imported = importCopy(copy, context('Asia/Kolkata'));
    const expected: unknown = JSON.parse(text(`samples/${name.replace('.txt', '.article.json')}`));
    expect(withoutIds(imported.article)).toEqual(withoutIds(expected));
    expect(parseArticle(expected)).toMatchObject({ ok: true });
    expect(lostWords(copy, imported)).toEqual([]);
  });
});

/** Other spellings of the same copy; each must give the same article. */
const spellings: readonly (readonly [name: string, change: (copy: string) => string])[] = [
  ['no blank lines', (copy) => copy.replace(/\n{2,}/g, '\n')],
  ['twice as many blank lines', (copy) => copy.replace(/\n\n/g, '\n \n\n\n')],
  ['CRLF and a byte order mark', (copy) => `\ufeff${copy.replaceAll('\n', '\r\n')}`],
  ['blanks and no-break blanks at the ends of lines', (copy) => copy.replaceAll('\n', '\u00a0 \n')],
];
const relabelled: Readonly<Record<string, readonly (readonly [from: RegExp, to: string])[]>> = {
  'harbour-bridge': [
    [/^Updated /m, 'LAST UPDATED: '], [/^Updated /m, 'Last updated on '], [/^Published /m, 'Posted: '], [/^Published /m, 'First published: '], [/^Reported by: /m, 'REPORTED BY | '],
    [/^Reported by: /m, 'Reported by '], [/^Advertisement$/gm, 'ADVERTISEMENT'], [/^Advertisement$/gm, 'Ad'], [/March 3rd, 2024 at 18:05/, '3 Mar 2024, 6.05 p.m.'], [/March 3rd, 2024 at 18:05/, '2024-03-03 18:05'], [/ IST$/gm, ''],
  ],
  'agency-flash': [[/^ENDS$/m, '-30-'], [/^ENDS$/m, '###'], [/^By /m, 'BY '], [/ and Daniel Okafor$/m, ' & Daniel Okafor'], [/^\* /gm, '- '], [/^\* /gm, '\u2022 ']],
  'labelled-copy': [[/^Slug:/m, 'SLUGLINE:'], [/^Headline:/m, 'title:'], [/^Standfirst:/m, 'Deck :'], [/^Byline:/m, 'Author:'], [/^Tags: .*$/m, 'Keywords: transport; harbour; explainer'], [/^Alt:/m, 'ALT TEXT:'], [/^Image:/m, 'Picture:'], [/\[ad: /g, '[AD:']],
};
/** What a change of label or spelling leaves as it was written. */
const unwritten = (json: unknown): unknown => JSON.parse(JSON.stringify(withoutIds(json), (key: string, value: unknown) => (key === 'asWritten' && typeof value === 'string' && /\d/.test(value) ? '' : value)));

describe('other spellings of the samples', () => {
  it.each(names('samples').flatMap((name) => spellings.map(([change]) => [name, change] as const)))('%s with %s', (name, change) => {
    const copy = text(`samples/${name}`);
    const spelling = spellings.find(([other]) => other === change)?.[1] ?? String;
    expect(withoutIds(importCopy(spelling(copy), context('Asia/Kolkata')).article)).toEqual(withoutIds(importCopy(copy, context('Asia/Kolkata')).article));
  });

  it.each(Object.entries(relabelled).flatMap(([name, changes]) => changes.map(([from, to]) => [name, from, to] as const)))('%s with %s as %s', (name, from, to) => {
    const copy = text(`samples/${name}.txt`);
    const changed = copy.replace(from, to);
    expect(changed).not.toBe(copy);
    expect(unwritten(importCopy(changed, context('Asia/Kolkata')).article)).toEqual(unwritten(importCopy(copy, context('Asia/Kolkata')).article));
  });
});

describe('ordinary texts', () => {
  it.each(names('ordinary'))('%s is not mistaken for finished copy', (name) => {
    const copy = text(`ordinary/${name}`);
    expect(detectCopyLayout(copy)).toBe('plain-text');
    expect(looksLikeFinishedCopy(copy)).toBe(false);
    const imported = importCopy(copy, context('Asia/Kolkata'));
    expect(lostWords(copy, imported)).toEqual([]);
    expect(imported.report.removed).toEqual([]);
  });
});
