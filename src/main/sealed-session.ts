/** What the window was left with, at hand before the store is open and anything heavy is loaded (ADR 12). */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Settings } from '../ipc/contract.ts';
import type { RestoredSession } from '../ipc/session.ts';
import { databaseFile } from './storage/open-database.ts';

/** Longer ones are read from the store: the window would wait for both. Characters of JSON. */
const longest = 4_000_000;

/** What a window begins with. */
export interface Left {
  readonly session: RestoredSession;
  readonly settings: Settings;
}

/**
 * Kept when Galley ends in order, and believed once, where nothing has changed since: same library and settings, same Galley, not a bit of it another.
 * A library that was worked on outside, was restored, or was left by a Galley that was killed, is asked itself.
 */
export class SealedSession {
  readonly #file: string;
  readonly #library: string;
  readonly #settings: string;
  readonly #version: string;

  constructor(dataFolder: string, version: string) {
    this.#file = join(dataFolder, 'left-open.json');
    this.#library = databaseFile(dataFolder);
    this.#version = version;
    this.#settings = join(dataFolder, 'settings.json');
  }

  /** @returns what was left; null where store and settings have to be asked. Whichever it is, the next answer is null. */
  take(): Left | null {
    try {
      const kept = readFileSync(this.#file, 'utf8');
      const end = kept.indexOf('\n');
      const json = kept.slice(end + 1);
      return kept.slice(0, end) === this.#sealOf(json) ? (JSON.parse(json) as Left) : null;
    } catch {
      return null;
    } finally {
      this.#remove();
    }
  }

  /** The library is closed: this is what its next start begins with. What cannot be kept is read from the store then. */
  seal(left: Left): void {
    const json = JSON.stringify(left);
    if (json.length > longest) return;
    try {
      writeFileSync(this.#file, `${this.#sealOf(json)}\n${json}`);
    } catch {
      this.#remove();
    }
  }

  /** @throws where there is no library, or there are no settings */
  #sealOf(json: string): string {
    const { size, mtimeNs, ino } = statSync(this.#library, { bigint: true });
    // Beside a library that was closed in order there is no log.
    const hasLog = existsSync(`${this.#library}-wal`);
    return createHash('sha256').update([this.#version, size, mtimeNs, ino, hasLog, json].join('\n')).update(readFileSync(this.#settings)).digest('hex');
  }

  #remove(): void {
    try {
      rmSync(this.#file, { force: true });
    } catch {
      // It is believed no longer than the library stays as it is.
    }
  }
}
