/**
 * The lossless package: a zip of
 *   manifest.json          format, version, articleId, and the SHA-256 and length of every other entry
 *   article.json           the article, canonical
 *   history/0001.json ...  {summary, article} of each revision, oldest first
 *   images/<imageId>.<ext> the original picture files, stored as they are
 * The same input gives the same bytes: entries are sorted and carry no clock.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { type Zippable, zipSync } from 'fflate';
import * as v from 'valibot';
import type { Article } from '../article.ts';
import { time } from '../metadata.ts';
import { imageExtension } from './names.ts';

/** Where a revision came from; the same shape as the history's own (ipc's RevisionSummary). */
export const packagedSummary = v.strictObject({
  id: v.string(),
  sequence: v.pipe(v.number(), v.integer()),
  parents: v.array(v.string()),
  author: v.strictObject({ id: v.string(), name: v.string() }),
  deviceId: v.string(),
  cause: v.picklist(['typing-pause', 'explicit-save', 'import', 'restore', 'replace-all', 'before-close', 'approve', 'export', 'publish', 'merge']),
  time,
  name: v.string(),
  note: v.string(),
  words: v.pipe(v.number(), v.integer(), v.minValue(0)),
});
export type PackagedSummary = v.InferOutput<typeof packagedSummary>;

export interface PackagedRevision {
  readonly summary: PackagedSummary;
  readonly article: Article;
}

/** Everything of an article that travels. */
export interface GalleyPackage {
  readonly article: Article;
  /** Oldest first. */
  readonly revisions: readonly PackagedRevision[];
  /** Original bytes by imageId. */
  readonly images: ReadonlyMap<string, Uint8Array>;
}

export const manifest = v.strictObject({
  format: v.literal('galley-package'),
  version: v.literal(1),
  articleId: v.string(),
  entries: v.record(v.string(), v.strictObject({ sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)), bytes: v.pipe(v.number(), v.integer(), v.minValue(0)) })),
});
export type Manifest = v.InferOutput<typeof manifest>;

/** First of January 1980, the zero of zip's clock, local time because fflate reads it so. */
const noTime = new Date(1980, 0, 1);

/** Packs an article with its history and pictures; a picture without bytes is simply not in the package. */
export function writePackage({ article, revisions, images }: GalleyPackage): Uint8Array {
  const files = new Map<string, Uint8Array>();
  files.set('article.json', jsonBytes(article));
  for (const [index, { summary, article: then }] of revisions.entries()) {
    files.set(`history/${String(index + 1).padStart(4, '0')}.json`, jsonBytes({ summary, article: then }));
  }
  for (const imageId of [...images.keys()].toSorted()) {
    const bytes = images.get(imageId);
    if (bytes) files.set(`images/${imageId}.${imageExtension(article.images[imageId]?.mediaType ?? '')}`, bytes);
  }
  const contents: Manifest = {
    format: 'galley-package',
    version: 1,
    articleId: article.id,
    entries: Object.fromEntries([...files].map(([name, bytes]) => [name, { sha256: bytesToHex(sha256(bytes)), bytes: bytes.length }])),
  };
  const entries: Zippable = { 'manifest.json': [jsonBytes(contents), { mtime: noTime }] };
  // Pictures are compressed already: storing them is faster and keeps the ratio of a package honest.
  for (const [name, bytes] of files) entries[name] = [bytes, { mtime: noTime, level: name.startsWith('images/') ? 0 : 6 }];
  return zipSync(entries);
}

const jsonBytes = (value: unknown): Uint8Array => utf8ToBytes(`${JSON.stringify(value, null, 1)}\n`);
