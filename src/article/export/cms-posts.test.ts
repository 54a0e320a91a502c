import fc from 'fast-check';
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
