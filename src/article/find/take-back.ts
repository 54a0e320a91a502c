/** A replacement taken back later, when the article may have been worked on since. */
import type { Article } from '../article.ts';
import type { BodyJson } from '../body.ts';
import { idOf } from '../checks/text.ts';
import type { Metadata } from '../metadata.ts';

/** The article before and after a replacement. */
export interface Replacement {
  readonly before: Article;
  readonly after: Article;
}

export interface TakenBack {
  /** Blocks that are as they were are the same objects. */
  readonly article: Article;
  /** Blocks and fields that were changed since the replacement, and stay. */
  readonly kept: number;
}

/** Puts back what a replacement changed, wherever it still stands as the replacement left it. */
export function takeBack(now: Article, { before, after }: Replacement): TakenBack {
  let kept = 0;
  const back = <T>(current: T, was: T | undefined, became: T | undefined): T => {
    if (was === undefined || became === undefined || isSame(was, became) || isSame(current, was)) return current;
    if (isSame(current, became)) return was;
    kept += 1;
    return current;
  };
  const [was, became] = [blocksById(before), blocksById(after)];
  const content = (now.body.content ?? []).map((block) => back(block, was.get(idOf(block)), became.get(idOf(block))));
  const metadata = Object.fromEntries(Object.entries(now.metadata).map(([name, value]) => [name, back(value, Reflect.get(before.metadata, name), Reflect.get(after.metadata, name))]));
  const isChanged = Object.entries(metadata).some(([name, value]) => value !== Reflect.get(now.metadata, name));
  // Each field is one that an article has had.
  return { article: { ...now, metadata: isChanged ? (metadata as unknown as Metadata) : now.metadata, body: { ...now.body, content } }, kept };
}

const blocksById = ({ body }: Article): ReadonlyMap<string, BodyJson> => new Map((body.content ?? []).map((block) => [idOf(block), block]));

/** Both are written in canonical form: the same content, the same letters. */
const isSame = (a: unknown, b: unknown): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);
