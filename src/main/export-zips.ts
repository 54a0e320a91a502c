import { rmSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { v7 } from 'uuid';
import type { Article } from '../article/article.ts';
import { plain } from '../article/plain.ts';
import type { ExportedFile } from '../ipc/contract.ts';
import { ok, type Result } from '../ipc/result.ts';
import { packExport, stagingFolder, zipStem } from './files/export-zip.ts';

interface Filling {
  /** Where the exports are collected. */
  readonly staging: string;
  /** Where the zip goes. */
  readonly folder: string;
  readonly articles: Map<string, Article>;
}

/** Zips being filled, one a run of exports: each article is written into a folder of the zip's own, which is packed at the end. */
export class ExportZips {
  readonly #filling = new Map<string, Filling>();
  readonly #onPacked: (path: string) => void;

  constructor(onPacked: (path: string) => void) {
    this.#onPacked = onPacked;
  }

  async begin(folder: string): Promise<string> {
    const id = v7();
    this.#filling.set(id, { staging: await stagingFolder(), folder, articles: new Map() });
    return id;
  }

  /** Where exports of a zip go; null for one that was not begun. */
  stagingOf(id: string): string | null {
    return this.#filling.get(id)?.staging ?? null;
  }

  /** An article stands in the zip's folder. */
  collected(id: string, article: Article): void {
    this.#filling.get(id)?.articles.set(article.id, article);
  }

  async end(id: string): Promise<Result<ExportedFile | null>> {
    const filling = this.#filling.get(id);
    this.#filling.delete(id);
    if (!filling) return ok(null);
    const { staging, folder, articles } = filling;
    try {
      const [first] = articles.values();
      if (!first) return ok(null);
      const packed = await packExport({ staging, folder, stem: zipStem(plain(first), articles.size), articleIds: [...articles.keys()] });
      if (packed.ok) this.#onPacked(join(folder, packed.value.path));
      return packed;
    } finally {
      await rm(staging, { recursive: true, force: true }).catch(() => undefined);
    }
  }

  /** Nothing collected stays behind when the app ends in the middle of a run. */
  discard(): void {
    for (const { staging } of this.#filling.values()) rmSync(staging, { recursive: true, force: true });
  }
}
