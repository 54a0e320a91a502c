import type { Node } from 'prosemirror-model';
import { v7 } from 'uuid';
import * as v from 'valibot';
import { imageId } from './blocks/image.ts';
import { emptyMetadata, metadata, type Metadata } from './metadata.ts';
import { canonical, parseBody, type BodyJson } from './body.ts';
import { failed, firstIssue, ok, type Parsed } from './parsed.ts';
import { schema } from './schema.ts';

/** A picture's file as the image store knows it. */
export const storedImage = v.strictObject({
  fileName: v.string(),
  mediaType: v.string(),
  width: v.pipe(v.number(), v.integer(), v.minValue(0)),
  height: v.pipe(v.number(), v.integer(), v.minValue(0)),
  bytes: v.pipe(v.number(), v.integer(), v.minValue(0)),
  fromFile: v.optional(v.record(v.string(), v.string()), {}),
});
export type StoredImage = v.InferOutput<typeof storedImage>;

/** An article as other programs read it (DESIGN section 3). `body` is ProseMirror JSON in canonical form. */
export interface Article {
  readonly format: 'galley-article';
  readonly version: 1;
  readonly id: string;
  readonly metadata: Metadata;
  readonly body: BodyJson;
  readonly comments: readonly unknown[];
  readonly conflicts: readonly unknown[];
  readonly images: Readonly<Record<string, StoredImage>>;
}

const envelope = v.strictObject({
  format: v.literal('galley-article'),
  version: v.literal(1),
  id: v.pipe(v.string(), v.regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i, 'an article id is a UUID')),
  metadata,
  body: v.unknown(),
  comments: v.optional(v.array(v.unknown()), []),
  conflicts: v.optional(v.array(v.unknown()), []),
  images: v.optional(v.record(imageId, storedImage), {}),
});

/**
 * Parses untrusted article JSON into its canonical form; never throws on bad input.
 * An unknown node, mark, attribute or field, a missing or repeated blockId, a newer version: each is a named error.
 */
export function parseArticle(json: unknown): Parsed<Article> {
  const version = isRecord(json) && json['format'] === 'galley-article' ? json['version'] : 1;
  if (typeof version === 'number' && version > 1) {
    return failed('newer-version', 'version', `version ${version} was written by a newer Galley; this one reads up to version 1`);
  }
  const outer = v.safeParse(envelope, json);
  if (!outer.success) return failed('bad-article', ...firstIssue(outer.issues));
  const body = parseBody(outer.output.body);
  if (!body.ok) return body;
  return ok({ ...outer.output, body: body.value });
}

/** A new article: three empty fields and one empty paragraph. */
export function emptyArticle(id: string = v7()): Article {
  const body = schema.node('doc', null, [
    schema.node('headline', { blockId: v7() }),
    schema.node('standfirst', { blockId: v7() }),
    schema.node('byline', { blockId: v7(), contributors: [] }),
    schema.node('paragraph', { blockId: v7() }),
  ]);
  return { format: 'galley-article', version: 1, id, metadata: emptyMetadata(), body: nodeToJson(body), comments: [], conflicts: [], images: {} };
}

/** The body as ProseMirror nodes. The article must have come through `parseArticle`. */
export function bodyOf(article: Article): Node {
  return schema.nodeFromJSON(article.body);
}

/** Canonical JSON of a node: as ProseMirror writes it, equal neighbours joined. */
export function nodeToJson(node: Node): BodyJson {
  return canonical(node.toJSON() as BodyJson);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
