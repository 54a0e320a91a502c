/** What the window was left with, at hand before the store is open (ADR 12). */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RestoredSession } from '../ipc/session.ts';
import { databaseFile } from './storage/open-database.ts';

/** Longer ones are read from the store: the window would wait for both. Characters of JSON. */
const longest = 4_000_000;

/**
 * Kept when Galley ends in order, and believed once, where nothing has changed since: same library, same Galley, not a bit of it another.
 * A library that was worked on outside, was restored, or was left by a Galley that was killed, is asked itself.
 */
export class SealedSession {
  readonly #file: string;
  readonly #library: string;
  readonly #version: string;
  #left: RestoredSession | null;

  constructor(dataFolder: string, version: string) {
    this.#file = join(dataFolder, 'left-open.json');
    this.#library = databaseFile(dataFolder);
    this.#version = version;
    this.#left = this.#read();
  }

  /** Whether the store need not be asked for what was left. */
  get isAtHand(): boolean {
    return this.#left !== null;
  }

  /** @returns what was left; null where the store has to be asked. Whichever it is, the next answer is null. */
  take(): RestoredSession | null {
    const left = this.#left;
    this.#left = null;
    return left;
  }

  /** The library is closed: this is what its next start begins with. What cannot be kept is read from the store then. */
  seal(session: RestoredSession): void {
    const json = JSON.stringify(session);
    if (json.length > longest) return;
    try {
      writeFileSync(this.#file, `${this.#sealOf(json)}\n${json}`);
    } catch {
      this.#remove();
    }
  }

  #read(): RestoredSession | null {
    try {
      const kept = readFileSync(this.#file, 'utf8');
      const end = kept.indexOf('\n');
      const json = kept.slice(end + 1);
      return kept.slice(0, end) === this.#sealOf(json) ? (JSON.parse(json) as RestoredSession) : null;
    } catch {
      return null;
    } finally {
      this.#remove();
    }
  }

  /** @throws where there is no library */
  #sealOf(json: string): string {
    const { size, mtimeNs, ino } = statSync(this.#library, { bigint: true });
    // Beside a library that was closed in order there is no log.
    const hasLog = existsSync(`${this.#library}-wal`);
    return createHash('sha256').update([this.#version, size, mtimeNs, ino, hasLog, json].join('\n')).digest('hex');
  }

  #remove(): void {
    try {
      rmSync(this.#file, { force: true });
    } catch {
      // It is believed no longer than the library stays as it is.
    }
  }
}
