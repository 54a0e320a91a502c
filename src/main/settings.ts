/** settings.json of the data folder: written atomically, put aside when damaged. */
import { readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { v7 } from 'uuid';
import * as v from 'valibot';
import { type ClockGap, type ClockLook, gapAfter } from '../article/checks/clock-gap.ts';
import { newsroom } from '../article/newsroom/index.ts';
import { isZone } from '../article/time/zone.ts';
import { keysPattern } from '../ipc/commands.ts';
import type { Settings } from '../ipc/contract.ts';
import { keptExportSettings, keptFieldNames } from './files/export-settings.ts';
import { pictureRules, plainRules } from './files/picture-rules.ts';
import { writeAtomically } from './files/write-atomically.ts';
import type { Log } from './log.ts';

const text = v.optional(v.string(), '');
/** A zone this machine knows, or none yet. */
const zone = v.pipe(text, v.check((name) => name === '' || isZone(name)));

export const sparedNote = v.object({ articleId: v.string(), since: v.string(), changes: v.number() });

// What a newer Galley wrote beside these is kept.
const stored = v.looseObject({
  person: v.optional(v.object({ id: text, name: text }), {}),
  zone,
  language: text,
  theme: v.optional(v.picklist(['system', 'light', 'dark']), 'system'),
  showTouched: v.optional(v.boolean(), false),
  sparedNotes: v.fallback(v.optional(v.array(sparedNote), []), []),
  keys: v.optional(v.fallback(v.record(v.string(), v.pipe(v.string(), v.regex(keysPattern))), {}), {}),
  typewriter: v.optional(v.boolean(), false),
  focus: v.optional(v.boolean(), false),
  exportFolder: text,
  exporting: keptExportSettings,
  fieldNames: keptFieldNames,
  backupFolder: text,
  newsroom: v.optional(newsroom, {}),
  pictures: v.optional(pictureRules, plainRules),
  /** Random name of this machine's copy of the store; revisions carry it. */
  deviceId: text,
  /** Newest time seen, for how long the computer had then been up, and what is in doubt. */
  newestSeen: text,
  upSeconds: v.optional(v.nullable(v.number()), null),
  clockGap: v.optional(v.nullable(v.object({ from: v.string(), to: v.string() })), null),
});
export interface StoredSettings extends Settings {
  readonly deviceId: string;
  readonly newestSeen: string;
  readonly upSeconds: number | null;
  readonly clockGap: ClockGap | null;
}

const keepTimeEveryMs = 10 * 60 * 1000;

export class SettingsFile {
  /** Where a damaged file was put; '' where it was whole. */
  readonly putAside: string;
  readonly #path: string;
  #settings: StoredSettings;
  #writing: Promise<void> = Promise.resolve();
  /** The newest time that was written in this run; null before the first look. */
  #keptTimeMs: number | null = null;

  constructor(dataFolder: string, log: Log) {
    this.#path = join(dataFolder, 'settings.json');
    const { putAside: aside = '', ...read } = readSettings(this.#path, log);
    this.putAside = aside;
    this.#settings = { ...read, deviceId: read.deviceId || v7(), person: { ...read.person, id: read.person.id || v7() } };
  }

  get current(): StoredSettings {
    return this.#settings;
  }

  /** Looks at the clock: far ahead of the newest time seen it is doubted until somebody settles it. Holds at once; written when there is doubt, else now and then. */
  async seeTime(look: ClockLook): Promise<void> {
    const { newestSeen, upSeconds, clockGap } = this.#settings;
    const gap = gapAfter(newestSeen === '' ? null : { at: newestSeen, upSeconds }, look, clockGap, this.#keptTimeMs !== null);
    const seen = { clockGap: gap, newestSeen: look.at, upSeconds: look.upSeconds };
    if (gap === clockGap && this.#keptTimeMs !== null && Math.abs(Date.parse(look.at) - this.#keptTimeMs) < keepTimeEveryMs) {
      this.#settings = { ...this.#settings, ...seen };
      return;
    }
    this.#keptTimeMs = Date.parse(look.at);
    await this.#keep(seen);
  }

  /** Somebody has seen that the clock is right. */
  async settleClock(): Promise<void> {
    await this.#keep({ clockGap: null });
  }

  /** Changes hold at once; the file is written one change after the other. */
  async change(changes: Partial<Settings>): Promise<Settings> {
    await this.#keep(changes);
    return publicSettings(this.#settings);
  }

  async #keep(changes: Partial<StoredSettings>): Promise<void> {
    this.#settings = { ...this.#settings, ...changes };
    const json = `${JSON.stringify(this.#settings, null, 2)}\n`;
    const writing = this.#writing.catch(() => undefined).then(() => writeAtomically(this.#path, Buffer.from(json)));
    this.#writing = writing;
    await writing;
  }
}

/** Without what is the machine's alone. */
export const publicSettings = ({ deviceId: _deviceId, newestSeen: _newestSeen, upSeconds: _upSeconds, clockGap: _clockGap, ...settings }: StoredSettings): Settings => settings;

/** @returns where it is now, or where it still is in a folder that cannot be written */
function putAside(path: string): string {
  const aside = `${path}.damaged-${Date.now()}`;
  try {
    renameSync(path, aside);
    return aside;
  } catch {
    return path;
  }
}

function readSettings(path: string, log: Log): v.InferOutput<typeof stored> & { readonly putAside?: string } {
  try {
    // A byte that is no letter would become a question mark in somebody's name.
    const json: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path)));
    if (Array.isArray(json)) throw new TypeError('a list');
    return v.parse(stored, json);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return v.parse(stored, {});
    log('settings put aside', error instanceof Error ? error.name : '');
    return { ...v.parse(stored, {}), putAside: putAside(path) };
  }
}
