import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { writeAtomically } from './files/write-atomically.ts';

const form = v.object({ articleId: v.string() });

/** Which article the window had open last, so that it opens there again: known by its id and by no time, which a wrong clock upsets. */
export class LastArticle {
  readonly #path: string;
  #id: string;
  #writing: Promise<void> = Promise.resolve();

  constructor(dataFolder: string) {
    this.#path = join(dataFolder, 'last-article.json');
    this.#id = read(this.#path);
  }

  /** '' where none was open yet. */
  get id(): string {
    return this.#id;
  }

  note(articleId: string): void {
    if (articleId === this.#id) return;
    this.#id = articleId;
    const json = `${JSON.stringify({ articleId })}\n`;
    // Where it cannot be written the window opens on the article that was changed last.
    this.#writing = this.#writing.then(() => writeAtomically(this.#path, json)).catch(() => undefined);
  }
}

function read(path: string): string {
  try {
    return v.parse(form, JSON.parse(readFileSync(path, 'utf8'))).articleId;
  } catch {
    return '';
  }
}
