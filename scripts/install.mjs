// npm packages: installed when what is in node_modules is not what package-lock.json says.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './place.mjs';
import { nodeIsAtLeast, npm, say, Stop } from './process.mjs';

export async function ensureInstalled() {
  if (!nodeIsAtLeast(20, 19)) throw new Stop(`Galley needs Node 20.19 or newer; this is ${process.versions.node}.`);
  if (isInstalled()) return;
  say('Installing npm packages ...');
  // No package's own install script is needed or wanted: what is native comes built, and
  // Electron's binary is fetched by scripts/runtime, which knows what to do when its server is out of reach.
  const env = { ...process.env, ELECTRON_SKIP_BINARY_DOWNLOAD: '1' };
  const { code, output } = await npm(['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], { show: 'none', env });
  if (code !== 0) throw new Stop(`npm ci failed:\n${output.trim()}\nThe packages could not be installed. Is the npm registry reachable?`);
}

/** npm's own record in node_modules names every package it put there: no stamp of ours to go stale. */
function isInstalled() {
  const record = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(record)) return false;
  const have = JSON.parse(readFileSync(record, 'utf8')).packages;
  const want = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  return Object.entries(want).every(([path, { version, optional, devOptional, peer }]) => {
    if (path === '') return true;
    if (have[path]) return have[path].version === version;
    return optional || devOptional || peer;
  });
}
