// `npm run --silent galley -- ...`: the command line from a checkout. stdout carries the command's JSON and nothing else.
import { join } from 'node:path';
import { ensureBuilt } from './build.mjs';
import { ensureInstalled } from './install.mjs';
import { root } from './place.mjs';
import { finish, run } from './process.mjs';
import { runtimeEnvironment } from './runtime/index.mjs';

/** These read a data folder and need SQLite, so Electron's Node; the others run in plain Node. */
const onStore = new Set(['list', 'show', 'revisions', 'verify', 'backup', 'restore']);

await finish(async () => {
  const words = process.argv.slice(2);
  await ensureInstalled();
  await ensureBuilt();
  const entry = join(root, 'out', 'main', 'cli.js');
  // npm changes into the project: paths are meant from where the person stands.
  const cwd = process.env.INIT_CWD || process.cwd();
  if (!onStore.has(words[0] ?? '')) return (await run(process.execPath, [entry, ...words], { cwd })).code;
  const { electronPath, env } = await runtimeEnvironment();
  return (await run(electronPath, [entry, ...words], { cwd, env: { ...env, ELECTRON_RUN_AS_NODE: '1' } })).code;
});
