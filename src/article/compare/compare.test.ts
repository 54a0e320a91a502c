import { describe, expect, it } from 'vitest';
import { type Article, emptyArticle, parseArticle } from '../article.ts';
import type { BodyJson } from '../body.ts';
import example from '../example.json' with { type: 'json' };
import { compareArticles, type Comparison, summariseComparison } from './index.ts';
import { compareText } from './words.ts';

const sample = read(example);

function read(json: unknown): Article {
  const parsed = parseArticle(json);
  if (!parsed.ok) throw new Error(`${parsed.error.path}: ${parsed.error.message}`);
  return parsed.value;
}

let lastId = 0;
const id = (): string => `t-${(lastId += 1)}`;
const para = (text: string, blockId = id()): BodyJson => ({ type: 'paragraph', attrs: { blockId }, ...(text ? { content: [{ type: 'text', text }] } : {}) });
const article = (...blocks: BodyJson[]): Article => {
  const empty = emptyArticle('018e0000-0000-7000-8000-000000000000');
  return read({ ...empty, body: { type: 'doc', content: [{ type: 'headline', attrs: { blockId: 'h' } }, { type: 'standfirst', attrs: { blockId: 's' } }, { type: 'byline', attrs: { blockId: 'b' } }, ...blocks] } });
};
/** All ids new, nothing else changed. */
const renewed = (given: Article): Article => ({ ...given, body: JSON.parse(JSON.stringify(given.body, (key, value: unknown) => (key === 'blockId' ? id() : value))) as BodyJson });
const edited = (given: Article, blockId: string, change: (node: BodyJson) => BodyJson): Article => {
  const visit = (node: BodyJson): BodyJson => (node.attrs?.['blockId'] === blockId ? change(node) : node.content ? { ...node, content: node.content.map(visit) } : node);
  return { ...given, body: visit(given.body) };
};
const withAttrs = (attrs: Record<string, unknown>) => (node: BodyJson): BodyJson => ({ ...node, attrs: { ...node.attrs, ...attrs } });
const brief = ({ blocks }: Comparison): string[] => blocks.map(({ change, blockId, from, to, moved }) => `${change} ${blockId} ${from ?? '-'}>${to ?? '-'}${moved ? ' moved' : ''}`);
const ops = (a: string, b: string): string => compareText(a, b).map(({ op, text }) => `${{ same: '=', insert: '+', delete: '-' }[op]}[${text}]`).join('');

const long = ['The council met on Monday to settle the ferry fares.', 'Nobody from the harbour office came to speak.', 'A vote is expected before the end of spring.', 'The old timetable stays until then.'];

describe('what is the same', () => {
  it('is identical to itself, and with all ids renewed', () => {
    expect(compareArticles(sample, sample)).toEqual({ identical: true, blocks: [], metadata: [] });
    expect(compareArticles(sample, renewed(sample))).toEqual({ identical: true, blocks: [], metadata: [] });
  });

  it('does not count the article id and fromFile', () => {
    const images = Object.fromEntries(Object.entries(sample.images).map(([key, image]) => [key, { ...image, fromFile: { make: 'Other' } }]));
    expect(compareArticles(sample, { ...sample, id: '018e0000-0000-7000-8000-000000000099', images }).identical).toBe(true);
  });
});

describe('blocks', () => {
  const blocks = long.map((text, index) => para(text, `p${index}`));
  const [p0, p1, p2, p3] = blocks as [BodyJson, BodyJson, BodyJson, BodyJson];

  it('lists one added, one removed, one moved block once', () => {
    expect(brief(compareArticles(article(p0, p1, p2), article(p0, para('New.', 'n'), p1, p2)))).toEqual(['added n ->4']);
    expect(brief(compareArticles(article(p0, p1, p2), article(p0, p2)))).toEqual(['removed p1 4>-']);
    expect(brief(compareArticles(article(p0, p1, p2, p3), article(p1, p2, p3, p0)))).toEqual(['moved p0 3>6 moved']);
    expect(brief(compareArticles(article(p0, p1, p2, p3), article(p3, p0, p1, p2)))).toEqual(['moved p3 6>3 moved']);
  });

  it('finds moved, added and edited blocks without ids', () => {
    expect(brief(compareArticles(article(p0, p1, p2, p3), renewed(article(p1, p2, p3, p0))))).toEqual(['moved p0 3>6 moved']);
    const changed = renewed(article(p0, para(long[1]?.replace('harbour', 'port') ?? ''), p2, p3));
    expect(brief(compareArticles(article(p0, p1, p2, p3), changed))).toEqual(['changed p1 4>4']);
    const movedToo = renewed(article(p0, p2, p3, para(long[1]?.replace('harbour', 'port') ?? '')));
    expect(brief(compareArticles(article(p0, p1, p2, p3), movedToo))).toEqual(['changed p1 4>6 moved']);
  });

  it('lists a change at the innermost block, what comes or goes whole', () => {
    const list = (...texts: string[]): BodyJson => ({ type: 'bulletList', attrs: { blockId: 'list' }, content: texts.map((text, index) => ({ type: 'listItem', attrs: { blockId: `i${index}` }, content: [para(text, `ip${index}`)] })) });
    const found = compareArticles(article(list('one', 'two')), article(list('one', 'three')));
    expect(found.blocks).toMatchObject([{ change: 'changed', blockId: 'ip1', type: 'paragraph', parent: 'i1', from: 0, to: 0, text: [{ op: 'delete', text: 'two' }, { op: 'insert', text: 'three' }] }]);
    const added = compareArticles(article(p0), article(p0, list('one', 'two')));
    expect(added.blocks).toMatchObject([{ change: 'added', blockId: 'list', parent: null, to: 4, before: null, text: [{ op: 'insert', text: 'one\ntwo' }] }]);
    expect(JSON.stringify(added.blocks[0]?.after)).toContain('"ip1"');
  });

  it('wrapping a paragraph is one added block and one moved into it', () => {
    const quote: BodyJson = { type: 'quote', attrs: { blockId: 'q' }, content: [p1] };
    const found = compareArticles(article(p0, p1, p2), article(p0, quote, p2));
    expect(brief(found)).toEqual(['added q ->4', 'moved p1 4>0 moved']);
    expect(found.blocks[0]?.after).not.toHaveProperty('content');
    expect(found.blocks[1]?.parent).toBe('q');
  });

  it('turning a paragraph into a subhead keeps the block', () => {
    const found = compareArticles(article(p0, p1), article(p0, { ...p1, type: 'subhead' }));
    expect(found.blocks).toMatchObject([{ change: 'changed', blockId: 'p1', type: 'subhead', attrs: [{ name: 'type', before: 'paragraph', after: 'subhead' }, { name: 'level', before: null, after: 2 }] }]);
  });
});

describe('inside a block', () => {
  const imageIds = sample.body.content?.filter(({ type }) => type === 'image').map(({ attrs }) => String(attrs?.['blockId'])) ?? [];
  const imageBlock = imageIds[0] ?? '';
  const slot = String(sample.body.content?.find(({ type }) => type === 'adSlot')?.attrs?.['blockId']);

  it('sees attributes alone: credit, alt, ad-slot sizes', () => {
    expect(compareArticles(sample, edited(sample, imageBlock, withAttrs({ credit: 'ANP', alt: 'A' }))).blocks.map(({ attrs }) => attrs.map(({ name }) => name))).toEqual([['alt', 'credit']]);
    const found = compareArticles(sample, edited(sample, slot, withAttrs({ sizes: [[970, 250]] })));
    expect(found.blocks).toMatchObject([{ change: 'changed', type: 'adSlot', attrs: [{ name: 'sizes', before: [[300, 250], [320, 50]], after: [[970, 250]] }] }]);
  });

  it('sees a changed caption by its words', () => {
    const found = compareArticles(sample, edited(sample, imageBlock, (node) => ({ ...node, content: [{ type: 'text', text: 'The beach on Tuesday' }] })));
    expect(found.blocks).toMatchObject([{ type: 'image', text: [{ op: 'same', text: 'The beach on ' }, { op: 'delete', text: 'Monday' }, { op: 'insert', text: 'Tuesday' }], marks: [{ op: 'delete', mark: { type: 'bold' }, text: 'Monday' }] }]);
  });

  it('sees a changed link target and nothing else', () => {
    const linked = (href: string, word = 'link'): Article => article({ type: 'paragraph', attrs: { blockId: 'p' }, content: [{ type: 'text', text: 'a ' }, { type: 'text', text: `good ${word}`, marks: [{ type: 'link', attrs: { href } }] }, { type: 'text', text: ' here' }] });
    const found = compareArticles(linked('https://example.org/a'), linked('https://example.org/b'));
    expect(found.blocks[0]?.marks).toEqual([
      { op: 'delete', mark: { type: 'link', attrs: { href: 'https://example.org/a' } }, text: 'good link' },
      { op: 'insert', mark: { type: 'link', attrs: { href: 'https://example.org/b' } }, text: 'good link' },
    ]);
    expect(found.blocks[0]?.text).toEqual([{ op: 'same', text: 'a good link here' }]);
    expect(compareArticles(linked('https://example.org/a'), linked('https://example.org/a', 'place')).blocks[0]?.marks).toEqual([]);
  });

  it('compares a table as one block, its shape as rows', () => {
    const cell = (text: string, attrs = {}): BodyJson => ({ type: 'tableCell', attrs, content: [para(text)] });
    const table = (...rows: BodyJson[][]): Article => article({ type: 'table', attrs: { blockId: 'tb' }, content: rows.map((content) => ({ type: 'tableRow', content })) });
    const before = table([cell('a'), cell('b')], [cell('c'), cell('d')]);
    expect(compareArticles(before, table([cell('a'), cell('b')], [cell('c'), cell('d')])).identical).toBe(true);
    const text = compareArticles(before, table([cell('a'), cell('x')], [cell('c'), cell('d')]));
    expect(text.blocks).toMatchObject([{ blockId: 'tb', text: [{ op: 'same', text: 'a\t' }, { op: 'delete', text: 'b' }, { op: 'insert', text: 'x' }, { op: 'same', text: '\nc\td' }], attrs: [] }]);
    expect(compareArticles(before, table([cell('a'), cell('b', { align: 'right' })], [cell('c'), cell('d')])).blocks).toMatchObject([{ attrs: [{ name: 'rows' }] }]);
    expect(compareArticles(before, table([cell('a'), cell('b')])).blocks).toMatchObject([{ attrs: [{ name: 'rows' }] }]);
  });

  it('sees a picture file renamed', () => {
    const [key, image] = Object.entries(sample.images)[0] ?? ['', undefined];
    if (!image) throw new Error('the example has a stored picture');
    const found = compareArticles(sample, { ...sample, images: { ...sample.images, [key]: { ...image, fileName: 'other.jpg' } } });
    expect(found.blocks[0]?.attrs).toEqual([{ name: 'fileName', before: image.fileName, after: 'other.jpg' }]);
  });
});

describe('metadata', () => {
  it('gives whole values, one entry a field', () => {
    const found = compareArticles(sample, { ...sample, metadata: { ...sample.metadata, tags: ['harbour'], urgency: null } });
    expect(found).toMatchObject({ identical: false, blocks: [], metadata: [{ field: 'tags', before: ['harbour', 'tide'], after: ['harbour'] }, { field: 'urgency', before: 3, after: null }] });
  });
});

describe('words', () => {
  it('takes whole words', () => {
    expect(ops('the reporters met', 'the reporter met')).toBe('=[the ]-[reporters]+[reporter]=[ met]');
    expect(ops('one two three', 'one three')).toBe('=[one ]-[two ]=[three]');
    expect(ops('', 'new')).toBe('+[new]');
    expect(ops('“late,” he said', '"late," he said')).toContain('=[late,]');
  });

  it('one replaced word is one deletion and one insertion, in scripts without blanks as well', () => {
    expect(ops('我们今天去北京开会', '我们今天去上海开会')).toBe('=[我们今天去]-[北京]+[上海]=[开会]');
    expect(ops('ฉันกินข้าวทุกวัน', 'ฉันกินปลาทุกวัน')).toMatch(/^=\[ฉันกิน\]-\[ข้าว\]\+\[ปลา\]=\[ทุกวัน\]$/);
    expect(ops('المجلس وافق على القرار', 'المجلس رفض على القرار')).toBe('=[المجلس ]-[وافق]+[رفض]=[ على القرار]');
  });

  it('makes no confetti of a rewritten sentence', () => {
    const found = compareText('The minister said on Monday that the bridge will open in spring after two audits.', 'Officials told us that a second review must end before the crossing opens to cars.');
    expect(found.filter(({ op }) => op !== 'same').length).toBeLessThanOrEqual(3);
  });
});

it('summarises', () => {
  const after = article(para('The council met on Sunday to settle the ferry fares.', 'p0'), { type: 'adSlot', attrs: { blockId: 'ad' } });
  expect(summariseComparison(compareArticles(article(para(long[0] ?? '', 'p0')), after))).toEqual({ text: 1, pictures: 0, ads: 1, fields: 0, added: 1, removed: 0, moved: 0, wordsAdded: 1, wordsRemoved: 1 });
});
