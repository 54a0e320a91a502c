import { type Article, parseArticle } from './article.ts';
import type { BodyJson } from './body.ts';
import exampleJson from './example.json' with { type: 'json' };
import { plain } from './plain.ts';

/** For tests: what comes with copy out of terminals, old word processors, source code and other people's programs. */
export const strangeText = 'a\u0001b\u{fffe}\ud800\t\r\n \u000b ]]> <&>"';
const strangeAddress = 'https://example.org/a|b c/[d]?q={x}&r[]=1%#^#';
const never = { instant: '9999-12-31T23:59:59Z', zone: 'Asia/Kolkata', asWritten: strangeText };

const changed = (node: BodyJson): BodyJson => ({
  ...node,
  ...(node.text === undefined ? {} : { text: `${strangeText}${node.text}` }),
  ...(node.attrs ? { attrs: Object.fromEntries(Object.entries(node.attrs).map(([name, value]) => [name, attribute(name, value)])) } : {}),
  ...(node.content ? { content: node.content.map(changed) } : {}),
  ...(node.marks ? { marks: node.marks.map((mark) => ({ ...mark, ...(mark.attrs ? { attrs: Object.fromEntries(Object.entries(mark.attrs).map(([name, value]) => [name, attribute(name, value)])) } : {}) })) } : {}),
});

function attribute(name: string, value: unknown): unknown {
  if (name === 'href' || name === 'url') return strangeAddress;
  if (name === 'lang') return value === null ? 'no tag' : 'en_US';
  return ['blockId', 'imageId', 'dir', 'role', 'align', 'id', 'at'].includes(name) || typeof value !== 'string' ? value : strangeText;
}

/** The example with such a text in every place there is, and dates at the end of time. */
export function strangeArticle(): Article {
  const example = parseArticle(exampleJson);
  if (!example.ok) throw new Error(example.error.message);
  const { metadata, body } = example.value;
  const texts = Object.fromEntries(Object.entries(metadata).map(([field, value]) => [field, typeof value === 'string' && field !== 'adPolicy' ? strangeText : value]));
  const read = parseArticle({
    ...example.value,
    metadata: {
      ...metadata, ...texts, language: 'no tag at all', canonicalUrl: strangeAddress, tags: [strangeText], subjects: [{ code: '03000000', name: strangeText }], publishedAt: never, updatedAt: never,
      dateline: { place: strangeText, country: strangeText, date: '2024-03-04', source: strangeText, asWritten: '' }, embargo: { until: never, note: strangeText }, corrections: [{ at: never, kind: 'correction', text: strangeText }],
    },
    body: changed(body),
  });
  if (!read.ok) throw new Error(`${read.error.path}: ${read.error.message}`);
  return plain(read.value);
}
