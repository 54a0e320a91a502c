import { describe, expect, it } from 'vitest';
import type { BodyJson } from '../body.ts';
import { importMarkdown, type ImportedMarkdown } from './markdown.ts';

const context = { zone: 'Asia/Kolkata', newsroomZone: '', machineZone: '', language: '' };

function imported(source: string): ImportedMarkdown {
  const result = importMarkdown(source, context);
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

const textOf = (node: BodyJson): string => (node.type === 'hardBreak' ? '⏎' : (node.text ?? (node.content ?? []).map(textOf).join('')));
const lines = (source: string): string[] => (imported(source).article.body.content ?? []).filter(({ type }) => type !== 'byline').map((block) => `${block.type}: ${textOf(block)}`);
const people = ({ article }: ImportedMarkdown): unknown => article.body.content?.find(({ type }) => type === 'byline')?.attrs?.['contributors'];
const told = (source: string): string[] => imported(source).report.removed.map(({ text }) => text);

describe('front matter', () => {
  const fields = { section: 'City', tags: ['transport', 'harbour'], urlSlug: 'bridge-opens', seoDescription: 'Load tests.', publishedAt: { instant: '2024-03-03T12:35:00Z', zone: 'Asia/Kolkata' } };
  it.each([
    ['TOML', '+++\ntitle = "Bridge"\ndate = 2024-03-03T18:05:00+05:30\nslug = "bridge-opens"\ntags = ["transport", "harbour"]\ncategories = ["City"]\nauthors = ["Ada Lane", "Bo Kerr"]\ndescription = "Load tests."\n+++\nText.'],
    ['YAML', '---\ntitle: Bridge\ndate: 2024-03-03 18:05\nslug: bridge-opens\ntags: transport, harbour\ncategory: City\nauthor: Ada Lane and Bo Kerr\ndescription: Load tests.\n---\nText.'],
    ['JSON', '{\n  "title": "Bridge", "date": "2024-03-03T18:05:00+05:30", "slug": "bridge-opens", "tags": ["transport", "harbour"],\n  "section": "City", "authors": ["Ada Lane", "Bo Kerr"], "description": "Load tests."\n}\n\nText.'],
  ])('in %s gives the fields', (_, source) => {
    const read = imported(source);
    expect(lines(source)).toEqual(['headline: Bridge', 'standfirst: ', 'paragraph: Text.']);
    expect(read.article.metadata).toMatchObject(fields);
    expect(people(read)).toMatchObject([{ name: 'Ada Lane', role: 'written-by' }, { name: 'Bo Kerr', role: 'written-by' }]);
    expect(read.report.removed).toEqual([]);
  });

  it('of a publishing system gives cover, search titles and the person behind an object', () => {
    const read = imported('---\ntitle: K\nfeature_image: https://g.example/l.jpg\nfeature_image_alt: A light\nprimary_author: {name: Ada Lane, email: a@x.example, twitter: "@ada"}\nmeta_title: S\ncustom_excerpt: Steps\n---\nText.');
    expect(read.article.body.content?.[3]).toMatchObject({ type: 'image', attrs: { origin: 'https://g.example/l.jpg', alt: 'A light', role: 'lead' } });
    expect([...read.pictures.values()]).toEqual(['https://g.example/l.jpg']);
    expect(read.article.metadata.seoTitle).toBe('S');
    expect(people(read)).toMatchObject([{ name: 'Ada Lane', email: 'a@x.example' }]);
    expect(read.report.removed).toMatchObject([{ text: 'author.twitter: @ada' }]);
  });

  it('keeps the words of a list beside those left blank, and reads a language as sites write it', () => {
    expect(imported('---\ntags:\n  - harbour\n  -\n  - ferry\nlang: en_US\n---\nText.').article.metadata).toMatchObject({ tags: ['harbour', 'ferry'], language: 'en-US' });
  });

  it('tells every value that its field could not hold', () => {
    expect(told('---\ntitle: [a, b]\ndate: Last Modified\ntags: {a: 1}\ncanonical: javascript:x\ndescription: A\nsummary: B\nlayout: post\ncorrections: x\n---\nText.')).toEqual([
      'corrections: x', 'title: ["a","b"]', 'date: Last Modified', 'tags: {"a":1}', 'canonical: javascript:x', 'summary: B', 'layout: post',
    ]);
  });

  it('holds what it asks to hold, also where the moment cannot be read', () => {
    expect(imported('---\nembargo: 2024-03-04 06:00 IST\n---\nx').article.metadata.embargo).toMatchObject({ until: { instant: '2024-03-04T00:30:00Z' } });
    expect(imported('---\nembargo: tomorrow\n---\nx').article.metadata.embargo).toEqual({ until: 'indefinite', note: 'tomorrow' });
  });

  it('that is damaged names its line; two rules around text are rules', () => {
    expect(importMarkdown('+++\ntitle = "a"\ndate = = 2\n+++\nx', context)).toMatchObject({ ok: false, error: { path: 'front matter, line 3' } });
    expect(importMarkdown('---\na: [1\n---\nx', context)).toMatchObject({ ok: false, error: { path: 'front matter, line 2' } });
    expect(lines('---\n\nText\n\n---\n\nMore')).toEqual(['headline: ', 'standfirst: ', 'divider: ', 'paragraph: Text', 'divider: ', 'paragraph: More']);
  });
});

describe('the text', () => {
  it.each([
    ['setext headings', 'Title\n=====\n\nSub\n---\n\nText', ['headline: Title', 'standfirst: ', 'subhead: Sub', 'paragraph: Text']],
    ['footnotes of several paragraphs', 'A[^1]\n\n[^1]: One.\n\n    Two.', ['headline: ', 'standfirst: ', 'paragraph: A[1]', 'paragraph: [1] One.', 'paragraph: Two.']],
    ['reference links and pictures', '[a][1] ![b][2]\n\n[1]: https://x.example\n[2]: b.png', ['headline: ', 'standfirst: ', 'paragraph: a', 'image: ']],
    ['hard breaks of both kinds', 'A  \nB\\\nC', ['headline: ', 'standfirst: ', 'paragraph: A⏎B⏎C']],
    ['HTML in Markdown', 'A <b>b</b>\n\n<details><summary>S</summary>\n\n*i*\n\n</details>', ['headline: ', 'standfirst: ', 'paragraph: A b', 'paragraph: S', 'paragraph: i']],
  ])('%s', (_, source, expected) => expect(lines(source)).toEqual(expected));

  it('a quotation whose last line begins with a dash has its speaker', () => {
    for (const source of ['> Late.\n> — Ada Lane', '> Late.\n>\n> -- Ada Lane']) expect(imported(source).article.body.content?.[3]).toMatchObject({ type: 'quote', attrs: { attribution: 'Ada Lane' } });
    expect(imported('> — Ada Lane').article.body.content?.[3]).toMatchObject({ type: 'quote', attrs: { attribution: '' } });
  });

  const nested = (levels: number): string => Array.from({ length: levels }, (_, level) => `${'  '.repeat(level)}- x`).join('\n');
  it.each([
    ['lists by indentation', nested(250)],
    ['lists in a line', `${'- '.repeat(250)}x`],
    ['quotes', `${'> '.repeat(250)}x`],
    ['raw HTML', '<div>'.repeat(5000)],
    ['raw HTML in a line', `x ${'<b>'.repeat(2500)}`],
    ['unclosed links', '[a]('.repeat(50_000)],
    ['emphasis', '**a'.repeat(20_000)],
    ['columns', `${'|a'.repeat(5000)}|\n${'|-'.repeat(5000)}|\n`],
  ])('%s beyond any text are refused early, with a sentence', (_, source) => {
    expect(importMarkdown(source, context)).toMatchObject({ ok: false, error: { code: 'too-deep' } });
  });

  it('a table of 1,500 rows in one line of raw HTML is read, as Galley writes what GFM cannot say', () => {
    const rows = '<tr><td>*a* | [b]</td><td>c</td></tr>'.repeat(1500);
    expect(imported(`Text.\n\n<table><tbody>${rows}</tbody></table>`).article.body.content?.[4]?.content).toHaveLength(1500);
  });

  it('twenty levels, and a thousand links in a list, are text', () => {
    expect(importMarkdown(nested(20), context).ok).toBe(true);
    expect(importMarkdown('- [a](https://x.example/a) **b** `c`\n'.repeat(1000), context).ok).toBe(true);
  });
});
