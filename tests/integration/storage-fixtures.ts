import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Article, emptyArticle } from '../../src/article/article.ts';
import type { BodyJson } from '../../src/article/body.ts';
import type { Result } from '../../src/ipc/result.ts';
import type { StorageContext } from '../../src/main/storage/calls.ts';
import { openStore, type Store, type StoreOptions } from '../../src/main/storage/store.ts';

export const context: StorageContext = { author: { id: 'a-1', name: 'Asha Rao' }, deviceId: 'device-1', zone: 'Asia/Kolkata' };

export const newFolder = (): string => mkdtempSync(join(tmpdir(), 'galley-storage-'));

export const openFolder = (folder: string, options?: StoreOptions): Store => value(openStore(folder, options));

export function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

export const paragraph = (blockId: string, text: string): BodyJson => ({ type: 'paragraph', attrs: { blockId, lang: null, dir: null }, content: [{ type: 'text', text }] });

export const idsOf = (body: BodyJson): string[] => (body.content ?? []).map((block) => String(block.attrs?.['blockId']));

/** An article with a headline, a slugline and paragraphs of its own. */
export function articleWith(headline: string, paragraphs: readonly string[], slugline = ''): Article {
  const article = emptyArticle();
  const [first, ...fields] = (article.body.content ?? []).slice(0, 3);
  const body = paragraphs.map((text, index) => paragraph(`${article.id}-p${index}`, text));
  const titled = first && headline !== '' ? { ...first, content: [{ type: 'text', text: headline }] } : first;
  return { ...article, metadata: { ...article.metadata, slugline }, body: { type: 'doc', content: [...(titled ? [titled] : []), ...fields, ...body] } };
}
