import { readdirSync, readFileSync } from 'node:fs';
import type { Nodes } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { describe, expect, it } from 'vitest';
import { parseArticle } from '../../src/article/article.ts';
import type { Contributor } from '../../src/article/blocks/byline.ts';
import type { BodyJson } from '../../src/article/body.ts';
import { importHtml, type ImportedHtml } from '../../src/article/import/html.ts';
import { offsetTime } from '../../src/article/time.ts';

// Pages in the markup of news sites and publishing systems, each with the article a careful reader takes from it.
const root = new URL('../fixtures/html/pages/', import.meta.url);
const pages = readdirSync(root).filter((name) => name.endsWith('.html'));
const read = (name: string): string => readFileSync(new URL(name, root), 'utf8');

interface Expected {
  readonly headline: string;
  readonly standfirst: string;
  readonly byline: readonly string[];
  readonly metadata: Readonly<Record<string, unknown>>;
  readonly blocks: readonly string[];
  readonly removed: readonly string[];
}

const plainOf = (node: BodyJson | undefined): string => (node?.type === 'hardBreak' ? '\n' : (node?.text ?? (node?.content ?? []).map(plainOf).join('')));
const personOutline = ({ name, role, affiliation, location, url }: Contributor): string => [name, role, affiliation, location, url].join('|').replace(/\|+$/, '');

function outline(block: BodyJson): string {
  const attrs = block.attrs ?? {};
  const said = (...names: readonly string[]): string => names.map((name) => (typeof attrs[name] === 'string' ? attrs[name] : '')).join('|');
  if (block.type === 'image') return `image:${said('role', 'alt', 'credit')}|${said('origin').split('/').at(-1)}|${plainOf(block)}`;
  if (block.type === 'adSlot') return `adSlot:${said('slotId')}`;
  if (block.type === 'embed') return `embed:${said('url', 'fallback')}`;
  if (block.type === 'gallery') return `gallery:${(block.content ?? []).map(outline).join(' ')}`;
  const extra = ['level', 'attribution', 'lang', 'dir'].map((name) => attrs[name]).filter(Boolean).join('|');
  return `${block.type}${extra === '' ? '' : `[${extra}]`}:${plainOf(block)}`;
}

function imported(name: string): ImportedHtml {
  const result = importHtml(read(name), { zone: 'Europe/London', newsroomZone: '', machineZone: '', language: '' });
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

/** Words below <body> that neither the article nor the report holds. */
function lostWords(source: string, { article, report }: ImportedHtml): string[] {
  const words = new Set<string>();
  const visit = (node: Nodes): void => {
    if (node.type === 'text') for (const word of node.value.match(/[\p{L}\p{M}\p{N}']+/gu) ?? []) words.add(word);
    if (node.type === 'element' && /^(?:head|script|style|template|noscript)$/.test(node.tagName)) return;
    if ('children' in node) for (const child of node.children) visit(child);
  };
  visit(fromHtml(source));
  const held = JSON.stringify([article.metadata, article.body, report.removed, report.placed]);
  return [...words].filter((word) => !held.includes(word));
}

describe.each(pages)('%s', (name) => {
  const expected = JSON.parse(read(name.replace('.html', '.expected.json'))) as Expected;
  const page = imported(name);
  const { article, report } = page;

  it('gives its fields, its text and what was left out', () => {
    const [headline, standfirst, byline, ...blocks] = article.body.content ?? [];
    const metadata = Object.fromEntries(Object.entries(article.metadata).filter(([field]) => field in expected.metadata));
    const times = Object.fromEntries((['publishedAt', 'updatedAt'] as const).flatMap((field) => (article.metadata[field] ? [[field, offsetTime(article.metadata[field])]] : [])));
    expect({
      headline: plainOf(headline), standfirst: plainOf(standfirst), byline: ((byline?.attrs?.['contributors'] ?? []) as Contributor[]).map(personOutline),
      metadata: { ...metadata, ...times }, blocks: blocks.map(outline), removed: report.removed.map(({ text }) => text),
    }).toEqual(expected);
    expect(parseArticle(JSON.parse(JSON.stringify(article)))).toMatchObject({ ok: true });
  });

  it('loses no word', () => expect(lostWords(read(name), page)).toEqual([]));
});
