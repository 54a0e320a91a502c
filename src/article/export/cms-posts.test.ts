import fc from 'fast-check';
import type { Nodes } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { expect, test } from 'vitest';
import { articleArbitrary } from '../arbitrary.ts';
import { type Article, parseArticle } from '../article.ts';
import exampleJson from '../example.json' with { type: 'json' };
import { importFile } from '../import/index.ts';
import { plain } from '../plain.ts';
import { exportArticle } from './index.ts';
import { publicPart } from './public-part.ts';

const parsed = parseArticle(exampleJson);
if (!parsed.ok) throw new Error(parsed.error.message);
const example = plain(parsed.value);
const posts = ['wordpress', 'ghost', 'ninjs', 'newsml-g2', 'nitf'] as const;

function back(article: Article, format: (typeof posts)[number]): Article {
  const { content, fileName } = exportArticle(article, format, { hasPicture: () => true });
  const read = importFile({ name: fileName, bytes: new TextEncoder().encode(String(content)) }, { zone: '', newsroomZone: '', machineZone: 'Etc/UTC', language: '' });
  if (!read.ok) throw new Error(read.message);
  expect(read.value.format).toBe(format);
  return read.value.article;
}

test.each(posts)('the example comes back from %s', (format) => {
  expect(publicPart(back(example, format))).toEqual(publicPart(example));
});

const image = { fileName: 'boats.jpg', mediaType: 'image/jpeg', width: 48, height: 32, bytes: 1, fromFile: {} };

test.each(posts)('any article comes back from %s', (format) => {
  fc.assert(
    fc.property(articleArbitrary, fc.boolean(), (article, hasFiles) => {
      const once = plain({ ...article, images: hasFiles ? { [`sha256-${'0123456789abcdef'.repeat(4)}`]: image } : {} });
      expect(publicPart(back(once, format))).toEqual(publicPart(once));
    }),
    { numRuns: 150 },
  );
});

/** Every text in an attribute, and the name of every element. */
function* attributesIn(node: Nodes): Generator<string> {
  if (node.type === 'element') {
    yield node.tagName;
    for (const value of Object.values(node.properties)) if (typeof value === 'string') yield value;
  }
  if ('children' in node) for (const child of node.children) yield* attributesIn(child);
}

test('a post for WordPress holds no element and no attribute that its filter for authors takes away or cuts', () => {
  const [, , , ...body] = example.body.content ?? [];
  const withAlt = (alt: string): Article => ({ ...example, images: {}, body: { ...example.body, content: [...(example.body.content ?? []).slice(0, 3), ...body.map((node) => (node.type === 'image' ? { ...node, attrs: { ...node.attrs, alt } } : node))] } });
  const awkward = ['Boats \\', '<b>Boats</b>', 'a < b'].map(withAlt);
  const random = fc.sample(articleArbitrary, { numRuns: 60, seed: 5 }).map(plain);
  for (const article of [example, ...awkward, ...random]) {
    const { content } = exportArticle(article, 'wordpress', { hasPicture: () => true });
    const found = [...attributesIn(fromHtml(String(content), { fragment: true }))];
    expect(found).not.toContain('time');
    expect(found.filter((value) => /<|\\$/.test(value))).toEqual([]);
    expect(publicPart(back(article, 'wordpress'))).toEqual(publicPart(article));
  }
});

test('a caption or credit of two lines is no picture card of Ghost’s, which would make one line of it', () => {
  const sent = (credit: string, broken: boolean): string => {
    const content = (example.body.content ?? []).filter(({ type }) => ['headline', 'standfirst', 'byline', 'image'].includes(type)).map((node) => (node.type === 'image' ? { ...node, attrs: { ...node.attrs, credit }, content: [{ type: 'text', text: 'One' }, ...(broken ? [{ type: 'hardBreak' }, { type: 'text', text: 'two' }] : [])] } : node));
    return String(exportArticle({ ...example, body: { ...example.body, content } }, 'ghost', { hasPicture: () => true }).content);
  };
  expect([sent('Lin', false), sent('Lin', true), sent('Lin\nOde', false)].map((post) => post.includes('kg-image-card'))).toEqual([true, false, false]);
});
