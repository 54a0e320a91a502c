import type { Article } from '../article.ts';
import { emptyMetadata, privateFields } from '../metadata.ts';

/** For tests of round trips: an article as a public format must bring it back, without ids, notes and the fields the public never sees. */
export function publicPart(article: Article): unknown {
  const empty = emptyMetadata();
  const hidden = Object.fromEntries(privateFields.map((field) => [field, empty[field]]));
  const body: unknown = JSON.parse(
    JSON.stringify(article.body, (key, value: unknown) => {
      if (key === 'blockId' || key === 'imageId') return undefined;
      if (key !== 'marks' || !Array.isArray(value)) return value;
      const kept = value.filter((mark: { type: string }) => mark.type !== 'note');
      return kept.length > 0 ? kept : undefined;
    }),
  );
  return joined({ id: article.id, metadata: { ...article.metadata, ...hidden }, body });
}

/** Texts a note stood between are one again. */
export function joined(value: unknown): unknown {
  if (Array.isArray(value)) {
    const result: unknown[] = [];
    for (const item of value.map(joined)) {
      const previous = result.at(-1);
      if (isText(previous) && isText(item) && JSON.stringify(previous.marks) === JSON.stringify(item.marks)) result[result.length - 1] = { ...previous, text: previous.text + item.text };
      else result.push(item);
    }
    return result;
  }
  return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, joined(inner)])) : value;
}

const isText = (value: unknown): value is { text: string; marks?: unknown } => typeof value === 'object' && value !== null && 'text' in value && 'type' in value && value.type === 'text';
