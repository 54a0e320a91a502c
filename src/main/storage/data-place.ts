import { accessSync, constants, mkdirSync, statSync } from 'node:fs';
import { networkShareOf } from './network-share.ts';
import { Refusal } from './refusal.ts';

/**
 * Makes the data folder where it is missing.
 * @throws Refusal with a sentence where it cannot hold a library: a file of that name, not writable, another machine's
 */
export function prepareDataFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
    // mkdir is silent about a folder that is there; whether it can be written to is asked for itself.
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    throw new Refusal('not-writable', hasFileInTheWay(folder) ? 'errors.folderIsFile' : 'errors.folderNotWritable', { folder, why: codeOf(error) });
  }
  const share = networkShareOf(folder);
  if (share !== null) throw new Refusal('not-writable', 'errors.networkShare', { folder, share });
}

function hasFileInTheWay(folder: string): boolean {
  try {
    return !statSync(folder).isDirectory();
  } catch (error) {
    return codeOf(error) === 'ENOTDIR';
  }
}

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '');
