import { rmSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { v7 } from 'uuid';
import type { Article } from '../article/article.ts';
import { plain } from '../article/plain.ts';
import type { ExportedFile } from '../ipc/contract.ts';
import { ok, type Result } from '../ipc/result.ts';
import { packExport, stagingFolder, zipStem } from './files/export-zip.ts';

/** An article that leaves, and why it does where the gate was shut. */
export interface Leaving {
  readonly article: Article;
  readonly reason: string;
}

interface Filling {
  /** Where the exports are collected. */
  readonly staging: string;
  /** Where the zip goes. */
  readonly folder: string;
  readonly articles: Map<string, Leaving>;
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
  collected(id: string, leaving: Leaving): void {
    this.#filling.get(id)?.articles.set(leaving.article.id, leaving);
  }

  /** @returns the zip and what is in it; null where nothing was collected */
  async end(id: string): Promise<Result<{ readonly file: ExportedFile; readonly left: readonly Leaving[] } | null>> {
    const filling = this.#filling.get(id);
    this.#filling.delete(id);
    if (!filling) return ok(null);
    const { staging, folder, articles } = filling;
    try {
      const [first] = articles.values();
      if (!first) return ok(null);
      const packed = await packExport({ staging, folder, stem: zipStem(plain(first.article), articles.size), articleIds: [...articles.keys()] });
      if (!packed.ok) return packed;
      this.#onPacked(join(folder, packed.value.path));
      return ok({ file: packed.value, left: [...articles.values()] });
    } finally {
      await rm(staging, { recursive: true, force: true }).catch(() => undefined);
    }
  }

  /** Nothing collected stays behind when the app ends in the middle of a run. */
  discard(): void {
    for (const { staging } of this.#filling.values()) rmSync(staging, { recursive: true, force: true });
  }
}
