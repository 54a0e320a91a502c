import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import type { Article } from '../article/article.ts';
import { type ImportedArticle, importFile } from '../article/import/index.ts';
import { timeAt } from '../article/time.ts';
import type { AddedImage, FileVersion, ImportedFile } from '../ipc/contract.ts';
import { fail, ok, type Result } from '../ipc/result.ts';
import { say } from '../language/index.ts';
import { addPictureFile } from './files/picture-file.ts';
import type { ImageStore } from './files/image-store.ts';
import { embeddedPictures, namedPictures, picturesById, withPictures } from './files/pictures-beside.ts';
import type { StorageClient } from './storage-client.ts';

interface ReadOptions {
  readonly images: ImageStore;
  /** The newsroom's zone and language. */
  readonly zone: string;
  readonly language: string;
}
interface ImportOptions extends ReadOptions {
  readonly storage: StorageClient;
}

/** A package may bring pictures; anything larger than this is no article. Bytes. */
const largestFile = 1024 * 1024 * 1024;

/** Files that hold copy, by extension: what the picker offers and what is taken from a folder. */
export const copyExtensions = ['galley', 'docx', 'json', 'xml', 'txt', 'md', 'markdown', 'html', 'htm'];

/** Each file becomes a new article, of a folder each file of copy in it; one that cannot be read says why and keeps none of the others back. */
export async function importFiles(paths: readonly string[], options: ImportOptions): Promise<readonly ImportedFile[]> {
  const results: ImportedFile[] = [];
  for (const path of paths) {
    const inside = await copyInFolder(path);
    if (inside?.length === 0) results.push(refused(basename(path), say('files.import-folder', { name: basename(path) })));
    for (const file of inside ?? [path]) results.push(await importOne(file, options));
  }
  return results;
}

/** The files of copy right in a folder, by name; null where the path is no folder. */
async function copyInFolder(path: string): Promise<readonly string[] | null> {
  try {
    if (!(await stat(path)).isDirectory()) return null;
    const entries = await readdir(path, { withFileTypes: true });
    const names = entries.filter((entry) => entry.isFile() && copyExtensions.includes(extname(entry.name).slice(1).toLowerCase())).map(({ name }) => name);
    return names.toSorted().map((name) => join(path, name));
  } catch {
    // Gone or locked: reading it as a file says so.
    return null;
  }
}

const refused = (fileName: string, message: string): ImportedFile => ({ fileName, articleId: null, report: null, error: { code: 'bad-file', message } });

async function importOne(path: string, options: ImportOptions): Promise<ImportedFile> {
  const fileName = basename(path);
  const read = await readCopy(path, options);
  if (!read.ok) return refused(fileName, read.error.message);
  const created = await options.storage.call('articles.create', { article: read.value.article, cause: 'import' });
  if (!created.ok) return { fileName, articleId: null, report: null, error: created.error };
  const { removed, zone } = read.value.report;
  return { fileName, articleId: created.value.article.id, report: { removed, zone: zone.why }, error: null };
}

/** A file that an article is compared with. */
export async function readToCompare(path: string, options: ReadOptions): Promise<Result<FileVersion>> {
  const read = await readCopy(path, options);
  return read.ok ? ok({ fileName: basename(path), article: read.value.article, modifiedAt: timeAt(read.value.modifiedAtMs, options.zone) }) : read;
}

/** A file of copy as an article, its pictures in the store; nothing is added to the library. */
async function readCopy(path: string, options: ReadOptions): Promise<Result<{ readonly article: Article; readonly report: ImportedArticle['report']; readonly modifiedAtMs: number }>> {
  const fileName = basename(path);
  let bytes: Uint8Array;
  let modifiedAtMs: number;
  try {
    const { size, mtimeMs } = await stat(path);
    if (size > largestFile) return fail('bad-file', say('files.import-too-large', { name: fileName, limit: largestFile / 1024 / 1024 }));
    bytes = new Uint8Array(await readFile(path));
    modifiedAtMs = Math.floor(mtimeMs);
  } catch {
    return fail('bad-file', say('files.import-missing', { name: fileName }));
  }
  const machineZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const imported = importFile({ name: fileName, bytes }, { zone: '', newsroomZone: options.zone, machineZone, language: '' });
  if (!imported.ok) return fail('bad-file', imported.message);
  const article = await withItsPictures(withLanguage(imported.value.article, options.language), imported.value, { folder: dirname(path), images: options.images });
  return ok({ article, report: imported.value.report, modifiedAtMs });
}

/** What the file says of its language stands; a file that says nothing is in the newsroom's. */
function withLanguage(article: Article, language: string): Article {
  return article.metadata.language === '' ? { ...article, metadata: { ...article.metadata, language } } : article;
}

interface PictureSource {
  readonly folder: string;
  readonly images: ImageStore;
}

/** Pictures the file carries, its text included, and those beside it that it names; nothing else is read, nothing fetched. */
async function withItsPictures(article: Article, imported: ImportedArticle, { folder, images }: PictureSource): Promise<Article> {
  for (const [imageId, bytes] of imported.images) await images.put(bytes, article.images[imageId]?.fileName ?? imageId);
  for (const path of (await picturesById(imported, [folder])).values()) await addPictureFile(path, images);
  const added = new Map<string, AddedImage>();
  for (const { blockId, path } of await namedPictures(imported, [folder])) {
    const picture = await addPictureFile(path, images);
    if (picture.ok) added.set(blockId, picture.value);
  }
  for (const { blockId, name, bytes } of embeddedPictures(imported)) {
    const picture = await images.put(bytes, name);
    if (picture.ok) added.set(blockId, picture.value);
  }
  return withPictures(article, added);
}
