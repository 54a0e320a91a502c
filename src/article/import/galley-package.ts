import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { unzipSync } from 'fflate';
import * as v from 'valibot';
import { type Article, parseArticle } from '../article.ts';
import { type GalleyPackage, manifest, type Manifest, type PackagedRevision, packagedSummary } from '../export/galley.ts';
import { failed, firstIssue, ok, type Parsed } from '../parsed.ts';
import { upgradeArticle } from '../upgrade/index.ts';

/** What a package from outside may cost before it is refused, in bytes but for `entries` and `ratio`. */
export interface PackageLimits {
  readonly entries: number;
  readonly entryBytes: number;
  readonly totalBytes: number;
  /** Unpacked to packed size of one entry; only asked of entries over a megabyte. */
  readonly ratio: number;
}

export const packageLimits: PackageLimits = { entries: 20_000, entryBytes: 128 * 1024 * 1024, totalBytes: 1024 * 1024 * 1024, ratio: 200 };

const megabyte = 1024 * 1024;
/** The only names a package holds: nothing absolute, no `..`, no other folder. */
const allowedName = /^(manifest\.json|article\.json|history\/\d{4,8}\.json|images\/sha256-[0-9a-f]{64}\.(jpg|png|webp|gif|avif|tif|bin))$/;
const imageName = /^images\/(sha256-([0-9a-f]{64}))\./;

/** True for bytes that begin as a zip does. */
export const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5);

/** Reads a package from anywhere: sizes and names are checked before anything is unpacked, every hash after. */
export function readPackage(bytes: Uint8Array, limits: PackageLimits = packageLimits): Parsed<GalleyPackage> {
  const unpacked = unpack(bytes, limits);
  if (!unpacked.ok) return unpacked;
  const files = unpacked.value;
  const contents = readManifest(files);
  if (!contents.ok) return contents;
  const untrue = firstUntrue(files, contents.value);
  if (untrue) return bad(untrue[0], untrue[1]);
  const article = readArticle(files.get('article.json'), 'article.json');
  if (!article.ok) return article;
  if (article.value.id !== contents.value.articleId) return bad('manifest.json', 'names another article than article.json');
  const revisions = readHistory(files);
  if (!revisions.ok) return revisions;
  return ok({ article: article.value, revisions: revisions.value, images: picturesOf(files) });
}

/** The article a package holds, from its manifest alone; null for anything else. */
export function articleIdInPackage(bytes: Uint8Array): string | null {
  try {
    const entry = unzipSync(bytes, { filter: ({ name, originalSize }) => name === 'manifest.json' && originalSize < 16 * megabyte })['manifest.json'];
    const parsed = v.safeParse(manifest, entry ? JSON.parse(textOf(entry)) : null);
    return parsed.success ? parsed.output.articleId : null;
  } catch {
    // A zip of another kind or a damaged one: it carries no article of ours.
    return null;
  }
}

/** True for a zip that is a Word document. */
export function isWordDocument(bytes: Uint8Array): boolean {
  let found = false;
  try {
    unzipSync(bytes, { filter: ({ name }) => ((found ||= name === 'word/document.xml'), false) });
  } catch {
    return false;
  }
  return found;
}

function unpack(bytes: Uint8Array, limits: PackageLimits): Parsed<ReadonlyMap<string, Uint8Array>> {
  let refusal: ReturnType<typeof bad> | null = null;
  const names = new Set<string>();
  let total = 0;
  const refuse = (name: string, message: string): false => {
    refusal ??= bad(name, message);
    return false;
  };
  try {
    const files = unzipSync(bytes, {
      filter: ({ name, size, originalSize }) => {
        if (refusal) return false;
        if (!allowedName.test(name)) return refuse(name, 'is no part of a Galley package');
        if (names.has(name)) return refuse(name, 'occurs twice');
        names.add(name);
        total += originalSize;
        if (names.size > limits.entries) return refuse(name, `is one entry more than the ${limits.entries} a package may have`);
        if (originalSize > limits.entryBytes || total > limits.totalBytes) return refuse(name, 'makes the package larger than it may be');
        if (originalSize > megabyte && originalSize > size * limits.ratio) return refuse(name, 'is packed tighter than any article');
        return true;
      },
    });
    return refusal ?? ok(new Map(Object.entries(files)));
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return bad('package', `the zip is damaged (${error.message})`);
  }
}

function readManifest(files: ReadonlyMap<string, Uint8Array>): Parsed<Manifest> {
  const json = readJson(files.get('manifest.json'), 'manifest.json');
  if (!json.ok) return json;
  const version = v.safeParse(v.object({ format: v.literal('galley-package'), version: v.number() }), json.value);
  if (version.success && version.output.version > 1) return failed('newer-version', 'manifest.json', `version ${version.output.version} was written by a newer Galley; this one reads up to version 1`);
  const parsed = v.safeParse(manifest, json.value);
  return parsed.success ? ok(parsed.output) : bad(`manifest.json: ${firstIssue(parsed.issues)[0]}`, firstIssue(parsed.issues)[1]);
}

/** The first entry that is missing, not listed, or not what its hash says. */
function firstUntrue(files: ReadonlyMap<string, Uint8Array>, { entries }: Manifest): [name: string, message: string] | null {
  for (const [name, expected] of Object.entries(entries)) {
    const bytes = files.get(name);
    if (!bytes) return [name, 'is missing from the package'];
    const hash = bytesToHex(sha256(bytes));
    if (bytes.length !== expected.bytes || hash !== expected.sha256) return [name, 'is damaged: its hash is not the one in the manifest'];
    const image = imageName.exec(name);
    if (image && image[2] !== hash) return [name, 'is damaged: its hash is not the one in its name'];
  }
  for (const name of files.keys()) if (name !== 'manifest.json' && !Object.hasOwn(entries, name)) return [name, 'is not listed in the manifest'];
  return null;
}

function readHistory(files: ReadonlyMap<string, Uint8Array>): Parsed<readonly PackagedRevision[]> {
  const revisions: PackagedRevision[] = [];
  for (const name of [...files.keys()].filter((key) => key.startsWith('history/')).toSorted()) {
    const json = readJson(files.get(name), name);
    if (!json.ok) return json;
    const parsed = v.safeParse(v.strictObject({ summary: packagedSummary, article: v.unknown() }), json.value);
    if (!parsed.success) return bad(`${name}: ${firstIssue(parsed.issues)[0]}`, firstIssue(parsed.issues)[1]);
    const article = checkedArticle(parsed.output.article, name);
    if (!article.ok) return article;
    revisions.push({ summary: parsed.output.summary, article: article.value });
  }
  return ok(revisions);
}

function picturesOf(files: ReadonlyMap<string, Uint8Array>): ReadonlyMap<string, Uint8Array> {
  const pictures = new Map<string, Uint8Array>();
  for (const [name, bytes] of files) {
    const imageId = imageName.exec(name)?.[1];
    if (imageId) pictures.set(imageId, bytes);
  }
  return pictures;
}

function readArticle(bytes: Uint8Array | undefined, name: string): Parsed<Article> {
  const json = readJson(bytes, name);
  return json.ok ? checkedArticle(json.value, name) : json;
}

function checkedArticle(json: unknown, name: string): Parsed<Article> {
  const upgraded = upgradeArticle(json);
  const parsed = upgraded.ok ? parseArticle(upgraded.value) : upgraded;
  return parsed.ok ? parsed : { ok: false, error: { ...parsed.error, path: `${name}: ${parsed.error.path}` } };
}

function readJson(bytes: Uint8Array | undefined, name: string): Parsed<unknown> {
  if (!bytes) return bad(name, 'is missing from the package');
  try {
    const value: unknown = JSON.parse(textOf(bytes));
    return ok(value);
  } catch (error) {
    if (!(error instanceof SyntaxError || error instanceof TypeError)) throw error;
    return bad(name, `is no JSON (${error.message})`);
  }
}

const textOf = (bytes: Uint8Array): string => new TextDecoder('utf-8', { fatal: true }).decode(bytes);
const bad = (path: string, message: string): ReturnType<typeof failed> => failed('bad-article', path, message);
