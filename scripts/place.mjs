// Where things are. Everything the scripts make lies in node_modules/.galley, out/, dist/ or the cache folder.
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

export const root = resolve(import.meta.dirname, '..');
export const stateFolder = join(root, 'node_modules', '.galley');

/** The folder that outlives node_modules: a runtime is fetched once for a machine, not once for a checkout. */
export function cacheFolder() {
  if (process.env.GALLEY_CACHE) return resolve(process.env.GALLEY_CACHE);
  return join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'galley');
}
