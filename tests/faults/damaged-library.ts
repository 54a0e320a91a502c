/** A library that can be injured, what a start makes of it, and whether that is what was promised. Everything is done by the built processes. */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { executable, root, sqliteOfRuntime } from '../e2e/pages/galley.ts';
import { type Inspected, runStorage, type Shown } from './storage-run.ts';

const nowMs = Date.UTC(2026, 10, 25, 1);
const context = { author: { id: 'a-1', name: 'Asha Rao' }, deviceId: 'device-1', zone: 'Asia/Kolkata', nowMs };
const picture = readFileSync(join(root, 'resources/sample/west-pier.jpg'));
export const imageId = `sha256-${createHash('sha256').update(picture).digest('hex')}`;

export interface LibraryTemplate {
  readonly folder: string;
  /** Every text that any article ever had, by article. */
  readonly texts: ReadonlyMap<string, ReadonlySet<string>>;
  /** What the last backup holds. */
  readonly backedUp: readonly Inspected[];
}

export interface Answer {
  readonly ok: boolean;
  readonly value?: { readonly id?: string; readonly trouble?: string; readonly keptIn?: string | null; readonly backup?: { readonly id: string } | null };
  readonly error?: { readonly code: string; readonly message: string };
}

/** One job of the built backup process. */
export function job(folder: string, [name, request]: readonly [string, unknown], appFolder = root): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const words = [join(appFolder, 'out/main/backups.js'), name, JSON.stringify({ dataFolder: folder, second: '', deviceId: 'device-1' }), JSON.stringify(request)];
    execFile(executable(), words, { env: { ...process.env, ...sqliteOfRuntime(), ELECTRON_RUN_AS_NODE: '1' }, maxBuffer: 1 << 26 }, (error, output) => (error ? reject(error) : resolve(JSON.parse(output) as Answer)));
  });
}
export const take = (folder: string, appFolder?: string): Promise<Answer> => job(folder, ['take', { reason: 'start', nowMs }], appFolder);
export const assess = (folder: string, appFolder?: string): Promise<Answer> => job(folder, ['assess', null], appFolder);
export const recover = (folder: string, appFolder?: string): Promise<Answer> => job(folder, ['recover', { how: 'everything', context }], appFolder);

/** Two backups, changes since, a log with the last saves, a picture and settings: what a killed app leaves. */
export async function makeLibrary(): Promise<LibraryTemplate> {
  const folder = mkdtempSync(join(tmpdir(), 'galley-damage-'));
  const place = join(folder, 'images', imageId.slice(7, 9));
  mkdirSync(place, { recursive: true });
  writeFileSync(join(place, `${imageId}.jpg`), picture);
  writeFileSync(join(folder, 'settings.json'), `${JSON.stringify({ person: { id: 'a-1', name: 'Asha Rao' }, zone: 'Asia/Kolkata', language: 'en-IN', theme: 'system', exportFolder: '', backupFolder: '', deviceId: 'device-1' }, null, 2)}\n`);
  const texts = new Map<string, Set<string>>();
  for (const part of ['1', '2', '3']) {
    const { lines, errors } = await runStorage(folder, ['library', part, imageId]);
    if (!lines.at(-1)?.finished) throw new Error(`the library was not made: ${JSON.stringify(lines.at(-1))} ${errors}`);
    for (const { id, text } of lines) if (id !== undefined && text !== undefined) texts.set(id, (texts.get(id) ?? new Set()).add(text));
    if (part !== '3') await take(folder);
  }
  const copy = mkdtempSync(join(tmpdir(), 'galley-damage-'));
  cpSync(newestBackup(folder), copy, { recursive: true });
  return { folder, texts, backedUp: (await inspect(copy)).articles };
}

export const backupsOf = (folder: string): readonly string[] => readdirSync(join(folder, 'backups')).toSorted().map((name) => join(folder, 'backups', name));
export const newestBackup = (folder: string): string => backupsOf(folder).at(-1) ?? '';
export const pictureOf = (folder: string): string => join(folder, 'images', imageId.slice(7, 9), `${imageId}.jpg`);
export const hashOf = (file: string): string => createHash('sha256').update(readFileSync(file)).digest('hex');

export interface Opened {
  /** What the store says instead of opening; '' where it opens. */
  readonly said: string;
  /** Whether it opened the store before it said so. */
  readonly isOpened: boolean;
  readonly articles: readonly Inspected[];
}

/** The built storage process opens the folder and reads everything. @throws where it neither opens nor says why */
export async function inspect(folder: string, appFolder = root): Promise<Opened> {
  const { lines, errors, code } = await runStorage(folder, ['inspect'], { appFolder });
  const refused = lines.find((line) => line.refused !== undefined);
  const articles = lines.find(({ inspected }) => inspected)?.inspected;
  if (!refused && !articles) throw new Error(`the storage process ended with ${code} and without a word: ${errors}`);
  return { said: refused?.message ?? '', isOpened: code === 0, articles: articles ?? [] };
}

/** Texts that were never written: changed on the disk and shown all the same. */
export function silentlyChanged(articles: readonly Inspected[], { texts }: Pick<LibraryTemplate, 'texts'>): number {
  const isWrong = (id: string) => ({ text }: Shown): boolean => text !== undefined && texts.get(id)?.has(text) !== true;
  return articles.reduce((sum, article) => sum + [article, ...article.revisions].filter(isWrong(article.id)).length, 0);
}

/** What could be read and cannot be read any more: articles, and revisions with their text. */
export function missingOf(before: readonly Inspected[], after: readonly Inspected[]): number {
  const revisions = new Set(after.flatMap((article) => article.revisions.map(({ id, text }) => `${article.id} ${id} ${text}`)));
  const ids = new Set(after.flatMap(({ id, text }) => (text === undefined ? [] : [id])));
  return before.reduce((sum, { id, text, revisions: known }) => {
    const gone = known.filter((revision) => revision.text !== undefined && !revisions.has(`${id} ${revision.id} ${revision.text}`)).length;
    return sum + gone + (text !== undefined && !ids.has(id) ? 1 : 0);
  }, 0);
}
