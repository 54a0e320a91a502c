// node scripts/with-runtime.mjs [--node] [--xvfb] WORDS...: runs one tool as `npm test` would, for a single file while working.
//   --node vitest run --project integration tests/integration/save.test.ts   in Electron's Node
//   --xvfb playwright test walls                                             on a virtual display
import { ensureInstalled } from './install.mjs';
import { command, finish, run } from './process.mjs';
import { runtimeEnvironment } from './runtime/index.mjs';
import { ensureSystem } from './runtime/system.mjs';

await finish(async () => {
  const words = process.argv.slice(2);
  const take = (/** @type {string} */ word) => words[0] === word && Boolean(words.shift());
  const asNode = take('--node');
  const virtual = take('--xvfb') && process.platform === 'linux';
  await ensureInstalled();
  await ensureSystem({ display: virtual });
  const { electronPath, env } = await runtimeEnvironment();
  const [tool = '', ...rest] = words;
  const script = tool === 'playwright' ? command('@playwright/test', 'playwright') : tool.endsWith('js') ? tool : command(tool);
  const line = [asNode ? electronPath : process.execPath, script, ...rest];
  if (virtual) line.unshift('xvfb-run', '-a', '-s', '-screen 0 1600x1000x24');
  const [program = '', ...others] = line;
  return (await run(program, others, { env: asNode ? { ...env, ELECTRON_RUN_AS_NODE: '1' } : env })).code;
});
