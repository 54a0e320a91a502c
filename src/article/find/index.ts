/** Find and replace in one article: everywhere words stand, each hit with its place, replaced all at once. Pure: the window, the command line and many articles share it. */
import * as v from 'valibot';
import type { Article } from '../article.ts';
import type { BodyJson } from '../body.ts';
import { blocksIn, idOf } from '../checks/text.ts';
import { withText } from '../edit-block.ts';
import { metadata as metadataShape } from '../metadata.ts';
import { type FindQuery, type Match, matcherOf, replacementFor } from './query.ts';
import { type FoundText, type TextPlace, textsOf, withTextAt, wordsOf } from './texts.ts';

export { type FindQuery, type Match, replacementFor } from './query.ts';
export { type TextPlace, textsOf } from './texts.ts';

/** One hit: where, in which text, from where to where. */
export interface Hit extends FoundText, Match {}

export type Found = { readonly ok: true; readonly hits: readonly Hit[] } | { readonly ok: false; readonly error: 'not-a-regex' };

/** What is wrong with a query; null for nothing. */
export function faultOf(query: FindQuery): 'not-a-regex' | null {
  const matcher = matcherOf(query);
  return matcher.ok ? null : matcher.error;
}

/** The matches of each text. */
export function matchesIn(texts: readonly string[], query: FindQuery): { readonly ok: true; readonly matches: readonly (readonly Match[])[] } | { readonly ok: false; readonly error: 'not-a-regex' } {
  const matcher = matcherOf(query);
  return matcher.ok ? { ok: true, matches: texts.map((text) => matcher.find(text)) } : matcher;
}

/** The matches of an article's texts, text by text, as hits. */
export const hitsOf = (places: readonly FoundText[], matches: readonly (readonly Match[])[]): readonly Hit[] => places.flatMap((place, index) => (matches[index] ?? []).map((match) => ({ ...place, ...match })));

/** Every hit in reading order, the metadata's last. */
export function findInArticle(article: Pick<Article, 'body' | 'metadata'>, query: FindQuery): Found {
  const places = textsOf(article);
  const found = matchesIn(places.map(({ text }) => text), query);
  return found.ok ? { ok: true, hits: hitsOf(places, found.matches) } : found;
}

/** Those of the hits whose text still stands where they were found. */
export function standingHits(article: Article, hits: readonly Hit[]): readonly Hit[] {
  const keyOf = ({ blockId, path }: TextPlace): string => JSON.stringify([blockId, ...path]);
  const texts = new Map(textsOf(article).map((place) => [keyOf(place), place.text]));
  return hits.filter((hit) => texts.get(keyOf(hit)) === hit.text);
}

/** Known among all hits, the same as long as its text is. */
export const hitKey = ({ blockId, path, from, to }: Hit): string => [blockId ?? 'metadata', ...path, from, to].join('|');

/**
 * The article with these hits replaced; blocks without a hit stay the same objects. A hit whose text has changed since is left alone.
 * Replaced words take the marks of the first letter they replace.
 */
export function replaceHits(article: Article, hits: readonly Hit[], replacement: string, isRegex: boolean): Article {
  const put = ({ groups }: Hit): string => replacementFor(groups, replacement, isRegex);
  const inText = (found: readonly Hit[]) => (text: string): string => found.reduce((now, hit) => (hit.text === text ? now.slice(0, hit.from) + put(hit) + now.slice(hit.to) : now), text);
  const inPaths = (value: unknown, found: readonly Hit[]): unknown => byPath(found).reduce((now, [path, some]) => withTextAt(now, path, inText(some)), value);
  const byBlock = grouped(hits, ({ blockId }) => blockId);
  const inBlock = (block: BodyJson): BodyJson => {
    const found = byBlock.get(idOf(block));
    if (!found) return block;
    const words = wordsOf(block);
    const written = found.filter(({ path, text }) => path.length === 0 && text === words).reduce((now, hit) => withText(now, { from: hit.from, to: hit.to, text: put(hit) }), block);
    const attrs = inPaths(written.attrs, found.filter(({ path }) => path.length > 0));
    return isAttributes(attrs) ? { ...written, attrs } : written;
  };
  const metadata = v.safeParse(metadataShape, inPaths(article.metadata, byBlock.get(null) ?? []));
  const content = (article.body.content ?? []).map((top) => (blocksIn(top).some((block) => byBlock.has(idOf(block))) ? inAllBlocks(top, inBlock) : top));
  return { ...article, metadata: byBlock.has(null) && metadata.success ? metadata.output : article.metadata, body: { ...article.body, content } };
}

/** Hits by a key, the last of a text first, so that the offsets of those before it hold. */
function grouped<Key>(hits: readonly Hit[], keyOf: (hit: Hit) => Key): Map<Key, Hit[]> {
  const groups = new Map<Key, Hit[]>();
  for (const hit of hits.toSorted((a, b) => b.from - a.from)) {
    const group = groups.get(keyOf(hit));
    if (group) group.push(hit);
    else groups.set(keyOf(hit), [hit]);
  }
  return groups;
}

const byPath = (hits: readonly Hit[]): (readonly [TextPlace['path'], readonly Hit[]])[] => [...grouped(hits, ({ path }) => JSON.stringify(path)).values()].map((group) => [group[0]?.path ?? [], group]);

const isAttributes = (value: unknown): value is NonNullable<BodyJson['attrs']> => typeof value === 'object' && value !== null;

function inAllBlocks(node: BodyJson, change: (block: BodyJson) => BodyJson): BodyJson {
  const inside = node.content?.map((child) => (child.type === 'text' ? child : inAllBlocks(child, change)));
  return change(inside ? { ...node, content: inside } : node);
}
