// Builds the app and the command line into out/, only when something they are made of has changed.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { ensureInstalled } from './install.mjs';
import { root, stateFolder } from './place.mjs';
import { command, finish, run, say, Stop } from './process.mjs';

const out = join(root, 'out');
const stamp = join(stateFolder, 'built');
const lock = join(stateFolder, 'build.lock');

/** Code is compiled for the oldest engine it meets: Electron 33's Chromium and Node 20, the command line in plain Node. */
const oldestElectron = '33';

/** @param {{force?: boolean}} [options] */
export async function ensureBuilt({ force = false } = {}) {
  if (!force && isFresh()) return;
  mkdirSync(stateFolder, { recursive: true });
  await takeLock();
  try {
    if (force || !isFresh()) await build();
  } finally {
    rmSync(lock, { recursive: true, force: true });
  }
}

async function build() {
  const print = sources();
  // Built aside and moved into place: who runs the app or the command line meanwhile never sees half a build.
  const aside = join(stateFolder, `out-${process.pid}`);
  const env = { ...process.env, ELECTRON_MAJOR_VER: oldestElectron, NODE_ENV: 'production' };
  try {
    const { code, output } = await run(process.execPath, [command('electron-vite'), 'build', '--outDir', aside], { env, show: 'none' });
    if (code !== 0) throw new Stop(`The build failed:\n${output.trim()}`);
    await buildStorage(join(aside, 'main'));
    const old = `${aside}-old`;
    if (existsSync(out)) renameSync(out, old);
    renameSync(aside, out);
    rmSync(old, { recursive: true, force: true });
    writeFileSync(stamp, print);
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
}

/**
 * The storage process, for which every start waits: as one file it is there a third sooner than as the pieces it would share with others.
 * @param {string} folder
 */
async function buildStorage(folder) {
  const { rolldown } = await import('rolldown');
  const bundle = await rolldown({ input: { storage: join(root, 'src', 'main', 'storage', 'process.ts') }, platform: 'node', external: ['better-sqlite3'], logLevel: 'silent' });
  await bundle.write({ dir: folder, format: 'es', codeSplitting: false, entryFileNames: '[name].js' });
  await bundle.close();
}

function isFresh() {
  if (!existsSync(stamp) || !existsSync(join(out, 'main', 'index.js'))) return false;
  return readFileSync(stamp, 'utf8') === sources();
}

/** A hash over everything that goes in. Contents, not times: a checkout of the same commit is not a change. */
function sources() {
  const hash = createHash('sha256').update(oldestElectron);
  for (const file of [...files(join(root, 'src')), ...['package-lock.json', 'package.json', 'electron.vite.config.ts'].map((name) => join(root, name))]) {
    hash.update(`\0${relative(root, file)}\0`).update(readFileSync(file));
  }
  return hash.digest('hex');
}

/** @param {string} folder @returns {string[]} */
function files(folder) {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$|^tsconfig|\.tsbuildinfo$/.test(entry.name))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort();
}

async function takeLock() {
  for (;;) {
    try {
      mkdirSync(lock);
      writeFileSync(join(lock, 'pid'), String(process.pid));
      return;
    } catch (error) {
      if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error;
    }
    if (!ownerLives()) rmSync(lock, { recursive: true, force: true });
    else await sleep(200);
  }
}

function ownerLives() {
  try {
    process.kill(Number(readFileSync(join(lock, 'pid'), 'utf8')), 0);
    return true;
  } catch {
    // No such process, or its number is not written yet: then the folder itself is seconds old at most.
    return existsSync(lock) && !existsSync(join(lock, 'pid')) && Date.now() - statSync(lock).mtimeMs < 5_000;
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await finish(async () => {
    await ensureInstalled();
    await ensureBuilt({ force: true });
    say('Built into out/.');
  });
}
