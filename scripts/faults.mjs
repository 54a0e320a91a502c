// `npm run faults`: breaks Galley in every way of docs/reliability.md, all cycles, and prints what was kept. Hours on a slow machine.
//   npm run faults -- closing power     only the files or tests whose names contain one of these words
//   npm run faults -- --few             the few cycles that `npm test` runs
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, release } from 'node:os';
import { join } from 'node:path';
import { ensureBuilt } from './build.mjs';
import { faultTable, readTally } from './faults-table.mjs';
import { ensureInstalled } from './install.mjs';
import { root, stateFolder } from './place.mjs';
import { command, finish, run, say } from './process.mjs';
import { runtimeEnvironment } from './runtime/index.mjs';
import { ensureSystem } from './runtime/system.mjs';

await finish(async () => {
  const words = process.argv.slice(2);
  const few = words.includes('--few');
  await ensureInstalled();
  await ensureSystem({ display: true });
  const { env, electron } = await runtimeEnvironment();
  await ensureBuilt();
  const tally = join(stateFolder, `faults-${process.pid}.jsonl`);
  const tool = [process.execPath, command('@playwright/test', 'playwright'), 'test', '--config', join('tests', 'faults', 'playwright.config.ts'), '--reporter=list', ...words.filter((word) => word !== '--few')];
  if (process.platform === 'linux') tool.unshift('xvfb-run', '-a', '-s', '-screen 0 1600x1000x24');
  const [program = '', ...rest] = tool;
  const { code } = await run(program, rest, { env: { ...env, GALLEY_FAULTS: few ? 'few' : 'all', GALLEY_FAULTS_TALLY: tally } });
  const rows = readTally(tally);
  rmSync(tally, { force: true });
  const results = join(root, 'bench-results', 'faults.json');
  mkdirSync(join(root, 'bench-results'), { recursive: true });
  writeFileSync(results, `${JSON.stringify({ system: `${process.platform} ${release()}`, cpus: cpus().length, electron, rows }, null, 2)}\n`);
  console.log(`\n${faultTable(rows)}\n`);
  say(`Written to ${results}`);
  return code;
});
