import { mkdir, readFile, rm, rmdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Article, StoredImage } from '../../article/article.ts';
import type { Crop } from '../../article/crops.ts';
import { exportArticle, type ExportPlan, fileStem, type FormatChoice, formats, formatTitle, imageIdsIn, numberedStem, type PackagedRevision, type Placement, placementOf } from '../../article/export/index.ts';
import type { FieldNames } from '../../article/export/markdown/field-names.ts';
import { isTemplateKind, templateFault, type Templates } from '../../article/export/template.ts';
import { articleIdIn } from '../../article/import/index.ts';
import type { ExportedFile } from '../../ipc/contract.ts';
import { fail, ok, type Result } from '../../ipc/result.ts';
import { say } from '../../language/index.ts';
import { type CopiedPictures, type Copying, copyCrop, copyPictures, copySizes, makeCopyHere } from './picture-copies.ts';
import { plainRules } from './picture-rules.ts';
import { removeLitter } from './temporary-name.ts';
import { writeAtomically } from './write-atomically.ts';

export interface ExportRequest {
  readonly article: Article;
  readonly formats: readonly FormatChoice[];
  /** Pictures of a page as files beside it, or inside it where the format can; beside by default. */
  readonly pictures?: 'beside' | 'inline';
  /** What the newsroom's site calls the fields of a front matter. */
  readonly fieldNames?: FieldNames;
  /** Ids of the ad slots that the site takes away where no ad comes. */
  readonly collapsingSlots?: ReadonlySet<string>;
  /** The newsroom's own form of some formats. */
  readonly templates?: Templates;
  /** An existing folder the person chose. */
  readonly folder: string;
  /** A picture's original bytes; null where there is no file. */
  readonly readPicture: (imageId: string) => Promise<Uint8Array | null>;
  /** How copies of pictures leave; a package has the originals whatever is said here. */
  readonly copying?: Copying;
  /** History for a `.galley` package, oldest first. */
  readonly revisions: readonly PackagedRevision[];
}

interface Writing {
  readonly path: string;
  readonly data: Uint8Array;
  readonly mediaType: string;
  readonly role: ExportedFile['role'];
}

/**
 * Writes one article in some formats: pictures first, pages last, each file whole or not at all. A file that does not
 * carry this article's id is never replaced: the whole export takes the next free name instead. When a write fails,
 * what this run added is taken away again.
 */
export async function writeExport(request: ExportRequest): Promise<Result<readonly ExportedFile[]>> {
  const { article, folder } = request;
  const isFolder = await stat(folder).then((entry) => entry.isDirectory(), () => false);
  if (!isFolder) return fail('not-writable', say('exporting.noSuchFolder', { folder }));
  const originals = await readPictures(article, request.readPicture);
  const { copying = { rules: plainRules, make: makeCopyHere } } = request;
  const copied = await copyPictures(article, originals, copying);
  if (!copied.ok) return copied;
  const sizes = await sizesFor(request, copied.value, originals);
  if (!sizes.ok) return sizes;
  const widths = new Map([...sizes.value].map(([imageId, made]) => [imageId, [...made.keys()]]));
  const inlined = request.pictures === 'inline' ? dataAddresses(copied.value.article, copied.value.pictures) : undefined;
  const stem = await freeStem(request);
  const fault = templateFaultOf(request);
  if (fault) return fault;
  const own = { ...(request.templates ? { templates: request.templates } : {}), ...(request.fieldNames ? { fieldNames: request.fieldNames } : {}), ...(request.collapsingSlots ? { collapsingSlots: request.collapsingSlots } : {}) };
  const whole = { article, pictures: originals };
  const plans = request.formats.filter(carriesId).map(({ format, dialect }) => {
    const leaving = formats[format].isHandOver ? whole : copied.value;
    return exportArticle(leaving.article, format, { stem, dialect, pictures: leaving.pictures, widths, ...(inlined ? { inlined } : {}), ...own, revisions: request.revisions });
  });
  if (request.formats.some(({ format }) => format === 'text')) plans.push(await textPlan(request));
  const copies = await pictureWritings({ ...copied.value, sizes: sizes.value }, plans, (imageId, crop, stored) => copyCrop(originals.get(imageId) ?? new Uint8Array(), { stored, crop }, copying));
  if (!copies.ok) return copies;
  const writings = [...(await missingTemplates(plans, folder)), ...copies.value, ...plans.map(pageWriting)];
  return writeAll(writings, folder);
}

/** Narrower copies, where a format names them and pictures stand beside. */
async function sizesFor({ formats: choices, pictures, copying }: ExportRequest, copied: CopiedPictures, originals: ReadonlyMap<string, Uint8Array>): Promise<Result<ReadonlyMap<string, ReadonlyMap<number, Uint8Array>>>> {
  const isNamed = choices.some(({ format }) => formats[format].hasSizes && !(formats[format].canInline && pictures === 'inline'));
  return isNamed && copying ? copySizes(copied, originals, copying) : ok(new Map());
}

/** Writes each file whole; where one fails, those that were not there before are taken away again. */
async function writeAll(writings: readonly Writing[], folder: string): Promise<Result<readonly ExportedFile[]>> {
  for (const used of new Set(['', ...writings.map(({ path }) => dirname(path))])) await removeLitter(join(folder, used));
  const added: string[] = [];
  try {
    for (const { path, data } of writings) {
      const target = join(folder, path);
      const existed = await stat(target).then(() => true, () => false);
      await mkdir(dirname(target), { recursive: true });
      await writeAtomically(target, data);
      if (!existed) added.push(target);
    }
  } catch (error) {
    await takeAway(added, writings.map(({ path }) => dirname(join(folder, path))).filter((used) => used !== folder));
    const full = error instanceof Error && 'code' in error && error.code === 'ENOSPC';
    return full ? fail('disk-full', say('exporting.diskFull', { folder })) : fail('not-writable', say('exporting.notWritable', { folder, reason: error instanceof Error ? error.message : '' }));
  }
  return ok(writings.map(({ path, data, mediaType, role }) => ({ path, bytes: data.length, mediaType, role })));
}

/** A template that is at fault, a file changed by hand perhaps, stops the export before anything is written. */
function templateFaultOf({ formats: choices, templates }: ExportRequest): Result<never> | null {
  for (const { format } of choices) {
    const source = isTemplateKind(format) ? templates?.[format] : undefined;
    const fault = source !== undefined && isTemplateKind(format) ? templateFault(source, format) : null;
    if (fault) return fail('bad-file', say('exporting.templateBroken', { format: formatTitle({ format, dialect: '' }), what: fault.message }));
  }
  return null;
}

/** Removes what a failed run added, folders only where nothing is in them: an empty one left behind would block the name. */
async function takeAway(files: readonly string[], folders: readonly string[]): Promise<void> {
  for (const path of files) await rm(path, { force: true }).catch(() => undefined);
  for (const path of new Set(folders)) await rmdir(path).catch(() => undefined);
}

async function readPictures(article: Article, read: ExportRequest['readPicture']): Promise<ReadonlyMap<string, Uint8Array>> {
  const pictures = new Map<string, Uint8Array>();
  for (const imageId of imageIdsIn(article.body)) {
    const bytes = await read(imageId);
    if (bytes) pictures.set(imageId, bytes);
  }
  return pictures;
}

function dataAddresses(article: Article, copies: ReadonlyMap<string, Uint8Array>): ReadonlyMap<string, string> {
  return new Map([...copies].map(([imageId, bytes]) => [imageId, `data:${article.images[imageId]?.mediaType ?? ''};base64,${Buffer.from(bytes).toString('base64')}`]));
}

/** Plain text has no place for an id: whose file it is can only be told by its content. */
const carriesId = ({ format }: FormatChoice): boolean => format !== 'text';

/** A site's templates are the site's: written where there is none, never replaced. */
async function missingTemplates(plans: readonly ExportPlan[], folder: string): Promise<Writing[]> {
  const byPath = new Map(plans.flatMap(({ templates }) => templates).map((template) => [template.path, template]));
  const missing: Writing[] = [];
  for (const { path, content, mediaType } of byPath.values()) {
    const isThere = await stat(join(folder, path)).then(() => true, () => false);
    if (!isThere) missing.push({ path, data: new TextEncoder().encode(content), mediaType, role: 'template' });
  }
  return missing;
}

/** Takes the first name that is free, or whose file says the same already: exporting twice makes no second file. */
async function textPlan({ article, folder, templates }: ExportRequest): Promise<ExportPlan> {
  for (let number = 1; ; number += 1) {
    const plan = exportArticle(article, 'text', { stem: numberedStem(fileStem(article), number), ...(templates ? { templates } : {}) });
    const there = await readFile(join(folder, plan.fileName), 'utf8').catch((error: NodeJS.ErrnoException) => (error.code === 'ENOENT' ? null : ''));
    if (there === null || there === plan.content) return plan;
  }
}

/** The first name under which every file with an id is either absent or this article's own. */
async function freeStem({ article, folder, formats: choices }: ExportRequest): Promise<string> {
  const base = fileStem(article);
  const withId = choices.filter(carriesId);
  for (let number = 1; ; number += 1) {
    const stem = numberedStem(base, number);
    const placements = withId.map((choice) => placementOf(article, choice, stem));
    const owners = await Promise.all(placements.map(({ page }) => ownerOf(join(folder, page))));
    const isOwn = owners.every((owner) => owner === null || owner === article.id);
    if (isOwn && (owners.includes(article.id) || !(await hasPictures(folder, placements)) || (await hasOwnPage(folder, stem, article)))) return stem;
  }
}

async function hasPictures(folder: string, placements: readonly Placement[]): Promise<boolean> {
  const found = await Promise.all(placements.map(({ pictureFolder }) => stat(join(folder, pictureFolder)).then(() => true, () => false)));
  return found.includes(true);
}

/** Whether a page of this article in another format stands beside: then the pictures are its own. */
async function hasOwnPage(folder: string, stem: string, article: Article): Promise<boolean> {
  const owners = await Promise.all(Object.values(formats).map(({ extension }) => ownerOf(join(folder, `${stem}${extension}`))));
  return owners.includes(article.id);
}

/** Id of the article in a file, '' for a file that carries none (or is none), null where there is nothing. */
async function ownerOf(path: string): Promise<string | null> {
  const entry = await stat(path).catch(() => null);
  if (!entry) return null;
  if (!entry.isFile()) return '';
  return articleIdIn(new Uint8Array(await readFile(path))) ?? '';
}

/** The copies the plans name, each once. */
async function pictureWritings({ article, pictures, sizes }: CopiedPictures & { readonly sizes: ReadonlyMap<string, ReadonlyMap<number, Uint8Array>> }, plans: readonly ExportPlan[], cut: (imageId: string, crop: Crop, stored: StoredImage) => Promise<Result<Uint8Array>>): Promise<Result<readonly Writing[]>> {
  const byPath = new Map<string, Writing>();
  for (const { imageId, path, crop, width } of plans.flatMap((plan) => plan.images)) {
    const [bytes, stored] = [width === null ? pictures.get(imageId) : sizes.get(imageId)?.get(width), article.images[imageId]];
    if (!bytes || !stored || byPath.has(path)) continue;
    const data = crop ? await cut(imageId, crop, stored) : ok(bytes);
    if (!data.ok) return data;
    byPath.set(path, { path, data: data.value, mediaType: stored.mediaType, role: 'image' });
  }
  return ok([...byPath.values()]);
}

function pageWriting({ fileName, content, mediaType }: ExportPlan): Writing {
  return { path: fileName, data: typeof content === 'string' ? new TextEncoder().encode(content) : content, mediaType, role: 'main' };
}
