// One question, one answer: which Electron runs Galley here, and which SQLite goes with it.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, stateFolder } from '../place.mjs';
import { Stop } from '../process.mjs';
import { installElectron, serverAnswers } from './ordinary.mjs';
import { electronFolder, ensureRegistryRuntime, linkElectron, sqliteFolder, version as registryVersion } from './registry.mjs';

/**
 * @typedef {object} Runtime
 * @property {'ordinary' | 'registry'} road
 * @property {string} electron the version that runs
 * @property {string} wanted the version package.json asks for
 * @property {string} executable
 * @property {string | null} sqlite the better-sqlite3 folder to load instead of the one in node_modules
 */

const record = join(stateFolder, 'runtime.json');
const home = join(root, 'node_modules', 'electron');

/** Makes Electron ready and says what to start it with. @returns {Promise<Runtime & {electronPath: string, env: NodeJS.ProcessEnv}>} */
export async function runtimeEnvironment() {
  const runtime = remembered() ?? (await prepare());
  /** @type {NodeJS.ProcessEnv} */
  const env = { ...process.env, GALLEY_ELECTRON: runtime.executable, GALLEY_LAUNCH_ARGS: launchWords().join(' ') };
  for (const name of ['ELECTRON_RUN_AS_NODE', 'ELECTRON_OVERRIDE_DIST_PATH', 'GALLEY_SQLITE']) delete env[name];
  if (runtime.sqlite) env.GALLEY_SQLITE = runtime.sqlite;
  return { ...runtime, electronPath: runtime.executable, env };
}

/** Chromium refuses its sandbox to root, and CI machines forbid user namespaces. For launchers only, never for the app. */
export function launchWords() {
  const bare = process.platform === 'linux' && (process.getuid?.() === 0 || Boolean(process.env.CI));
  return bare ? ['--no-sandbox'] : [];
}

/** @returns {Runtime | null} */
function remembered() {
  if (!existsSync(record)) return null;
  const runtime = JSON.parse(readFileSync(record, 'utf8'));
  const road = process.env.GALLEY_RUNTIME;
  if (road && road !== runtime.road) return null;
  if (runtime.wanted !== wantedVersion() || !existsSync(runtime.executable)) return null;
  if (runtime.road === 'registry' && (runtime.sqlite !== sqliteFolder() || !existsSync(runtime.sqlite))) return null;
  return installedVersion() === runtime.electron ? runtime : null;
}

/** @returns {Promise<Runtime>} */
async function prepare() {
  const wanted = wantedVersion();
  const ordinary = await isOrdinaryRoad(wanted);
  if (!ordinary) {
    await ensureRegistryRuntime();
    linkElectron();
  } else if (installedVersion() !== wanted) await installElectron();
  const executable = join(home, 'dist', readFileSync(join(home, 'path.txt'), 'utf8'));
  const runtime = /** @type {Runtime} */ ({
    road: ordinary ? 'ordinary' : 'registry',
    electron: ordinary ? wanted : registryVersion,
    wanted,
    executable: ordinary ? executable : join(electronFolder(), 'electron'),
    sqlite: ordinary ? null : sqliteFolder(),
  });
  mkdirSync(stateFolder, { recursive: true });
  writeFileSync(record, `${JSON.stringify(runtime, null, 2)}\n`);
  return runtime;
}

/** @param {string} wanted */
async function isOrdinaryRoad(wanted) {
  const other = process.platform === 'linux' && process.arch === 'x64';
  const forced = process.env.GALLEY_RUNTIME;
  if (forced && forced !== 'ordinary' && forced !== 'registry') throw new Stop('GALLEY_RUNTIME is either "ordinary" or "registry".');
  if (forced === 'registry' && !other) throw new Stop('The registry runtime exists for Linux on x64 only.');
  if (forced) return forced === 'ordinary';
  return !other || installedVersion() === wanted || serverAnswers(wanted);
}

/** @returns {string} */
function wantedVersion() {
  return JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')).version;
}

/** What lies in node_modules/electron now. @returns {string | null} */
function installedVersion() {
  const file = join(home, 'dist', 'version');
  if (!existsSync(file) || !existsSync(join(home, 'path.txt'))) return null;
  return readFileSync(file, 'utf8').trim().replace(/^v/, '');
}
