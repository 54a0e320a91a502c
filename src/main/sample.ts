import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArticle } from '../article/article.ts';
import type { OpenedArticle } from '../ipc/contract.ts';
import { fail, type Result } from '../ipc/result.ts';
import type { ImageStore } from './files/image-store.ts';
import type { StorageClient } from './storage-client.ts';

/** Opens a fresh copy of the sample article that Galley brings, its pictures put into the store like anyone's. */
export async function openSample(folder: string, storage: StorageClient, images: ImageStore): Promise<Result<OpenedArticle>> {
  const parsed = parseArticle(JSON.parse(await readFile(join(folder, 'article.json'), 'utf8')));
  if (!parsed.ok) return fail('bad-file', parsed.error.message);
  for (const { fileName } of Object.values(parsed.value.images)) {
    const added = await images.put(new Uint8Array(await readFile(join(folder, fileName))), fileName);
    if (!added.ok) return added;
  }
  return storage.call('articles.create', { article: parsed.value, cause: 'import' });
}
