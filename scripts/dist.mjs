// `npm run dist`: the app as users get it. With the ordinary runtime: installers for this system, in dist/.
// With the registry runtime, which is never shipped: linux-unpacked and a .deb for tests, both "-dev".
// --dir: only the unpacked app. GALLEY_DIST_INSPECT=1 leaves the inspect fuse on, for the driver of tests.
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';
import { ensureBuilt } from './build.mjs';
import { makeDeb } from './dist-deb.mjs';
import { ensureInstalled } from './install.mjs';
import { root } from './place.mjs';
import { finish, say, Stop } from './process.mjs';
import { runtimeEnvironment } from './runtime/index.mjs';

await finish(async () => {
  await ensureInstalled();
  const runtime = await runtimeEnvironment();
  await ensureBuilt();
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const inspect = process.env.GALLEY_DIST_INSPECT === '1';
  const registry = runtime.road === 'registry';
  const onlyFolder = registry || process.argv.includes('--dir');
  const output = resolve(root, process.env.GALLEY_DIST_OUT || 'dist');
  const version = registry || inspect ? `${manifest.version}-dev` : manifest.version;
  if (!output.startsWith(root + sep)) throw new Stop('GALLEY_DIST_OUT must be inside the project: the folder is emptied first.');
  rmSync(output, { recursive: true, force: true });
  mkdirSync(output, { recursive: true });

  const { build } = await import('electron-builder');
  await build({
    projectDir: root,
    dir: onlyFolder,
    publish: 'never',
    config: {
      extends: join(root, 'electron-builder.yml'),
      directories: { output },
      extraMetadata: { version },
      ...(inspect && { electronFuses: { enableNodeCliInspectArguments: true } }),
      ...(registry && { electronVersion: runtime.electron, electronDist: dirname(runtime.executable), ...sqliteOfRuntime(runtime.sqlite) }),
    },
  });
  // The packager leaves it there when it is given a folder; a packaged app has no use for it.
  rmSync(join(output, 'linux-unpacked', 'resources', 'default_app.asar'), { force: true });
  if (registry && !process.argv.includes('--dir')) await makeDeb(join(output, 'linux-unpacked'), output, version);
  say(`Packaged Galley ${version} into ${output}.`);
});

/** That runtime's SQLite goes beside the archive, where the app looks first; the other one stays out. @param {string | null} folder */
function sqliteOfRuntime(folder) {
  if (!folder) return {};
  return {
    files: ['!node_modules/better-sqlite3/**'],
    extraResources: [{ from: dirname(folder), to: 'sqlite/node_modules', filter: ['**/*'] }],
  };
}
