import { readdirSync, readFileSync } from 'node:fs';
import type { Nodes } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { describe, expect, it } from 'vitest';
import { type BodyJson, parseBlocks } from '../../src/article/body.ts';
import { paste } from '../../src/article/import/paste.ts';

// Clipboards as office programs, mail, chat, notes, sheets, editors and browsers write them, each with what must come of it.
const root = new URL('../fixtures/paste-programs/', import.meta.url);
const programs = readdirSync(root).filter((name) => name.endsWith('.html')).map((name) => name.replace('.html', ''));
const read = (name: string): string => readFileSync(new URL(name, root), 'utf8');
const expected = JSON.parse(read('expected.json')) as Readonly<Record<string, { readonly blocks: readonly string[]; readonly removed: readonly string[] }>>;

const isInline = ({ type }: BodyJson): boolean => type === 'text' || type === 'hardBreak';
const marked = (node: BodyJson): string =>
  (node.marks ?? []).reduce((text, mark) => ({ bold: `*${text}*`, italic: `_${text}_`, code: `\`${text}\``, link: `[${text}](${String(mark.attrs?.['href'])})` })[mark.type] ?? `${mark.type}(${text})`, node.text ?? '');

const said = (word: string, value: unknown): string => (typeof value === 'string' && value !== '' ? `${word} ${value}` : '');

/** A block as short text: `subhead[2]: Council backs _green_ budget`. */
function short(block: BodyJson): string {
  const content = (block.content ?? []).map((child) => (child.type === 'hardBreak' ? '⏎' : isInline(child) ? marked(child) : short(child)));
  const { level, start, dir, lang, align, origin, alt, credit, attribution, colspan, rowspan } = block.attrs ?? {};
  const isWide = Number(colspan) > 1 || Number(rowspan) > 1;
  const extra = [block.type === 'subhead' ? level : '', Number(start) > 1 ? `from ${String(start)}` : '', dir, lang, align, origin, alt, said('by', credit), said('from', attribution), isWide ? `${String(colspan)}x${String(rowspan)}` : ''].filter(Boolean).join('|');
  const name = `${block.type}${extra === '' ? '' : `[${extra}]`}`;
  if (name === 'paragraph') return content.join('');
  return (block.content ?? []).every(isInline) ? `${name}: ${content.join('')}` : `${name}(${content.join(' / ')})`;
}

/** Words of the clipboard's text that neither a block nor the report holds. */
function lostWords(html: string, held: string): string[] {
  const words: string[] = [];
  const visit = (node: Nodes): void => {
    if (node.type === 'text') words.push(...(node.value.match(/[\p{L}\p{M}\p{N}']+/gu) ?? []));
    if (node.type === 'element' && node.tagName === 'style') return;
    if ('children' in node) for (const child of node.children) visit(child);
  };
  visit(fromHtml(html.replace(/^Version:[^<]*/, ''), { fragment: true }));
  return words.filter((word) => !held.includes(word));
}

describe.each(programs)('%s', (name) => {
  const html = read(`${name}.html`);
  const { blocks, removed } = paste({ html, text: null });

  it('gives its blocks and says what it left out', () => {
    expect(parseBlocks(JSON.parse(JSON.stringify(blocks)))).toEqual({ ok: true, value: blocks });
    const told = removed.map(({ text }) => text);
    expect({ blocks: blocks.map(short), removed: told }).toEqual(expected[name]);
  });

  it('loses no word', () => expect(lostWords(html, JSON.stringify([blocks, removed]))).toEqual([]));
});
