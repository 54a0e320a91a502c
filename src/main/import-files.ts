import { readFile, realpath, stat } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join, sep } from 'node:path';
import type { Article } from '../article/article.ts';
import type { BodyJson } from '../article/body.ts';
import { type ImportedArticle, importFile } from '../article/import/index.ts';
import type { ImportedFile } from '../ipc/contract.ts';
import { fail } from '../ipc/result.ts';
import { say } from '../language/index.ts';
import { addPictureFile } from './files/picture-file.ts';
import type { ImageStore } from './files/image-store.ts';
import type { StorageClient } from './storage-client.ts';

interface ImportOptions {
  readonly images: ImageStore;
  readonly storage: StorageClient;
  /** The newsroom's zone and language. */
  readonly zone: string;
  readonly language: string;
}

/** A package may bring pictures; anything larger than this is no article. Bytes. */
const largestFile = 1024 * 1024 * 1024;

/** Each file becomes a new article; one that cannot be read says why and keeps none of the others back. */
export async function importFiles(paths: readonly string[], options: ImportOptions): Promise<readonly ImportedFile[]> {
  const results: ImportedFile[] = [];
  for (const path of paths) results.push(await importOne(path, options));
  return results;
}

async function importOne(path: string, options: ImportOptions): Promise<ImportedFile> {
  const fileName = basename(path);
  const refused = (message: string): ImportedFile => ({ fileName, articleId: null, report: null, error: { code: 'bad-file', message } });
  let bytes: Uint8Array;
  try {
    const { size } = await stat(path);
    if (size > largestFile) return refused(say('files.import-too-large', { name: fileName, limit: largestFile / 1024 / 1024 }));
    bytes = new Uint8Array(await readFile(path));
  } catch {
    return refused(say('files.import-missing', { name: fileName }));
  }
  const machineZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const imported = importFile({ name: fileName, bytes }, { zone: '', newsroomZone: options.zone, machineZone, language: '' });
  if (!imported.ok) return refused(imported.message);
  const article = await withPictures(withLanguage(imported.value.article, options.language), imported.value, { folder: dirname(path), images: options.images });
  const created = await options.storage.call('articles.create', { article, cause: 'import' });
  if (!created.ok) return { fileName, articleId: null, report: null, error: created.error };
  const { removed, zone } = imported.value.report;
  return { fileName, articleId: created.value.article.id, report: { removed, zone: zone.why }, error: null };
}

/** What the file says of its language stands; a file that says nothing is in the newsroom's. */
function withLanguage(article: Article, language: string): Article {
  return article.metadata.language === '' ? { ...article, metadata: { ...article.metadata, language } } : article;
}

interface PictureSource {
  readonly folder: string;
  readonly images: ImageStore;
}

/** Pictures the file carries, and those beside it that it names by a relative path; nothing else is read, nothing fetched. */
async function withPictures(article: Article, { images: carried, pictures }: ImportedArticle, { folder, images }: PictureSource): Promise<Article> {
  for (const [imageId, bytes] of carried) await images.put(bytes, article.images[imageId]?.fileName ?? imageId);
  const found = new Map<string, { imageId: string; stored: Article['images'][string] }>();
  for (const [blockId, address] of pictures) {
    const path = await insideOf(folder, address);
    const added = path ? await addPictureFile(path, images) : fail('file-not-found', address);
    if (added.ok) found.set(blockId, added.value);
  }
  if (found.size === 0) return article;
  const place = (node: BodyJson): BodyJson => {
    const blockId = node.attrs?.['blockId'];
    const picture = typeof blockId === 'string' ? found.get(blockId) : undefined;
    return { ...node, ...(picture ? { attrs: { ...node.attrs, imageId: picture.imageId } } : {}), ...(node.content ? { content: node.content.map(place) } : {}) };
  };
  return { ...article, body: place(article.body), images: { ...article.images, ...Object.fromEntries([...found.values()].map(({ imageId, stored }) => [imageId, stored])) } };
}

/** The file an address names, if it is in the folder or below it, links followed; null otherwise. */
async function insideOf(folder: string, address: string): Promise<string | null> {
  if (isAbsolute(address) || /^[a-z][a-z0-9+.-]*:/i.test(address)) return null;
  try {
    const root = await realpath(folder);
    const path = await realpath(join(root, decodeURIComponent(address)));
    return path.startsWith(root + sep) ? path : null;
  } catch {
    return null;
  }
}
