/** Examples made into articles, for the tests and the guide. */
import { type Article, emptyArticle, parseArticle } from '../../article.ts';
import type { BodyJson } from '../../body.ts';
import { block, type Example, exampleImageId, long } from './declaration.ts';

/** Instant at which the examples are checked. */
export const exampleNow = '2024-03-03T12:00:00Z';

/** @throws where the example is no article */
export function articleOf(example: Example): Article {
  const empty = emptyArticle();
  const { file = { width: 1600, height: 900 } } = example;
  const stored = { fileName: 'pier.jpg', mediaType: 'image/jpeg', bytes: 9000, fromFile: {} };
  let last = 0;
  const named = (node: BodyJson): BodyJson => {
    last += 1;
    const own = node.type === 'adSlot' ? { slotId: `ad-${last}` } : {};
    const isPart = node.type === 'text' || node.type === 'hardBreak' || node.type === 'tableRow' || node.type === 'tableCell';
    return isPart ? node : { ...node, attrs: { blockId: `e-${last}`, ...own, ...node.attrs }, ...(node.content ? { content: node.content.map(named) } : {}) };
  };
  const parsed = parseArticle({
    ...empty,
    images: file ? { [exampleImageId]: { ...stored, ...file } } : {},
    conflicts: example.conflicts ?? [],
    metadata: { ...empty.metadata, slugline: 'FERRY/VOTE', section: 'City', language: 'en-GB', ...example.metadata },
    body: { type: 'doc', content: [
      block('headline', example.headline ?? 'Council keeps the ferries'),
      block('standfirst', example.standfirst ?? 'Two boats stay in service'),
      block('byline', '', { contributors: example.contributors ?? [{ name: 'Ines Moreau', role: 'written-by' }] }),
      ...(example.blocks ?? [long()]),
    ].map(named) },
  });
  if (!parsed.ok) throw new Error(`${parsed.error.path} ${parsed.error.message}`);
  return parsed.value;
}
