import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, openSync, readdirSync, readFileSync, writeSync, closeSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import type { Random } from './random.ts';

const libraries = new Map<string, string>();

/** A preload library of one of the C files here, made by the machine's own compiler; '' where there is none. */
export function preloadLibrary(source: 'shim.c' | 'clock.c'): string {
  const known = libraries.get(source);
  if (known !== undefined) return known;
  let library = join(mkdtempSync(join(tmpdir(), 'galley-shim-')), `${source}.so`);
  try {
    execFileSync('cc', ['-shared', '-fPIC', '-O2', '-o', library, join(import.meta.dirname, source), '-ldl', '-lpthread'], { stdio: ['ignore', 'ignore', 'pipe'] });
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error) || error.code !== 'ENOENT') throw error;
    library = '';
  }
  libraries.set(source, library);
  return library;
}

export const shimLibrary = (): string => preloadLibrary('shim.c');

export interface Shimmed {
  /** What a power cut would leave of the folder. */
  readonly shadow?: string;
  /** `KIND:N:HOW`, see shim.c. */
  readonly fault?: string;
  readonly count?: string;
  readonly log?: string;
}

/** The environment that puts the shim between a process and this folder. */
export function shimEnvironment(folder: string, { shadow, fault, count, log }: Shimmed): Record<string, string> {
  return {
    LD_PRELOAD: shimLibrary(),
    SHIM_FOLDER: folder,
    ...(shadow === undefined ? {} : { SHIM_SHADOW: shadow }),
    ...(fault === undefined ? {} : { SHIM_FAULT: fault }),
    ...(count === undefined ? {} : { SHIM_COUNT: count }),
    ...(log === undefined ? {} : { SHIM_LOG: log }),
  };
}

/** How many operations a shimmed run had, and whether its fault came; null where it had none. */
export function countOf(file: string): { readonly operations: number; readonly happened: boolean } | null {
  if (!existsSync(file)) return null;
  const [operations = '0', happened = '0'] = readFileSync(file, 'utf8').trim().split(' ');
  return { operations: Number(operations), happened: happened === '1' };
}

const pageBytes = 4096;

/**
 * The folder after the power came back: what was synced and, with `random`, any pages of what was written and not yet synced:
 * a disk writes in whatever order it likes.
 */
export function afterPowerCut(folder: string, shadow: string, random?: Random): string {
  const target = mkdtempSync(join(tmpdir(), 'galley-power-'));
  if (!existsSync(shadow)) mkdirSync(shadow);
  cpSync(shadow, target, { recursive: true, filter: (path) => !path.includes('.shim-') });
  if (!random) return target;
  for (const entry of readdirSync(target, { withFileTypes: true, recursive: true })) {
    if (entry.isFile()) tear(join(entry.parentPath, entry.name), join(folder, relative(target, entry.parentPath), entry.name), random);
  }
  return target;
}

function tear(kept: string, written: string, random: Random): void {
  if (!existsSync(written)) return;
  const old = readFileSync(kept);
  const now = readFileSync(written);
  const file = openSync(kept, 'r+');
  for (let at = 0; at < now.length; at += pageBytes) {
    const page = now.subarray(at, at + pageBytes);
    if (!page.equals(old.subarray(at, at + pageBytes)) && random.fraction() < 0.5) writeSync(file, page, 0, page.length, at);
  }
  closeSync(file);
}
