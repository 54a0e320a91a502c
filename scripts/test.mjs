// `npm test`: everything, from a bare clone. Every stage runs, whatever the ones before it did; the last line counts.
// npm test -- unit e2e   runs only these stages. Words after a second `--` go to the tools of those stages.
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuilt } from './build.mjs';
import { faultTable, readTally } from './faults-table.mjs';
import { ensureInstalled } from './install.mjs';
import { root, stateFolder } from './place.mjs';
import { command, finish, run, say, Stop } from './process.mjs';
import { runtimeEnvironment } from './runtime/index.mjs';
import { ensureSystem, tryPackages } from './runtime/system.mjs';
import { reportCounts } from './test-counts.mjs';

/** @typedef {{passed: number, failed: number, skipped: number, flaky?: number}} Counts */

const reports = join(stateFolder, 'reports', String(process.pid));
const [chosen, toTools] = split(process.argv.slice(2));

await finish(async () => {
  await ensureInstalled();
  await ensureSystem({ display: true });
  // A third reader of Markdown, the writer of pictures' metadata, and the compiler of the library that breaks the disk.
  await tryPackages(['cmark-gfm', 'libimage-exiftool-perl', 'gcc', 'libc6-dev']);
  const { electronPath, env } = await runtimeEnvironment();
  mkdirSync(reports, { recursive: true });

  /** @type {Record<string, () => Promise<Counts>>} in the order they run */
  const stages = {
    types: () => check(command('typescript', 'tsc'), ['-b', '--pretty']),
    lint: () => check(command('oxlint'), ['--type-aware', '--deny-warnings']),
    budgets: () => check(join(root, 'scripts', 'check-budgets.mjs'), []),
    build: built,
    unit: () => vitest('unit', process.execPath, env),
    integration: () => vitest('integration', electronPath, { ...env, ELECTRON_RUN_AS_NODE: '1' }),
    cms: () => vitest('cms', process.execPath, env),
    e2e: () => playwright('e2e', [], env),
    faults: () => faults(env),
    dist: () => packaged(env),
  };
  const unknown = chosen.filter((name) => !(name in stages));
  if (unknown.length) throw new Stop(`No such stage: ${unknown.join(', ')}. There are: ${Object.keys(stages).join(', ')}.`);

  const total = { passed: 0, failed: 0, skipped: 0, flaky: 0 };
  const table = [];
  for (const [name, stage] of Object.entries(stages)) {
    if (chosen.length && !chosen.includes(name)) continue;
    say(`\n== ${name} ==`);
    const start = Date.now();
    /** @type {Counts} */
    let counts = { passed: 0, failed: 1, skipped: 0 };
    try {
      counts = await stage();
    } catch (error) {
      say(error instanceof Stop ? error.message : String((error instanceof Error && error.stack) || error));
    }
    for (const key of /** @type {const} */ (['passed', 'failed', 'skipped', 'flaky'])) total[key] += counts[key] ?? 0;
    table.push(`${name.padEnd(12)} ${line(counts)}  (${((Date.now() - start) / 1000).toFixed(1)} s)`);
  }
  rmSync(reports, { recursive: true, force: true });
  console.log(`\n${table.join('\n')}\n\n${line(total)}`);
  return total.failed > 0 || total.passed === 0 ? 1 : 0;
});

/** A stage without tests of its own counts as one. @param {string} script @param {string[]} words @returns {Promise<Counts>} */
async function check(script, words) {
  return one((await run(process.execPath, [script, ...words])).code === 0);
}

async function built() {
  await ensureBuilt();
  return one(true);
}

/** @param {string} project @param {string} node the Node to run in @param {NodeJS.ProcessEnv} env */
async function vitest(project, node, env) {
  const report = join(reports, `${project}.json`);
  const words = ['run', '--project', project, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...toTools];
  const { code } = await run(node, [command('vitest'), ...words], { env });
  return reportCounts(report, code);
}

/** @param {string} name @param {string[]} words @param {NodeJS.ProcessEnv} env */
async function playwright(name, words, env) {
  // A stage that is run alone builds what it opens.
  await ensureBuilt();
  const report = join(reports, `${name}.json`);
  const tool = [process.execPath, command('@playwright/test', 'playwright'), 'test', '--reporter=list,json', ...words, ...toTools];
  // One virtual display for the whole stage, whether or not there is a real one: windows of tests are nobody's to see.
  if (process.platform === 'linux') tool.unshift('xvfb-run', '-a', '-s', '-screen 0 1600x1000x24');
  const [program = '', ...rest] = tool;
  const { code } = await run(program, rest, { env: { ...env, PLAYWRIGHT_JSON_OUTPUT_NAME: report, GALLEY_TEST_STAGE: name } });
  return reportCounts(report, code);
}

/** A few cycles of each fault; `npm run faults` has them all. @param {NodeJS.ProcessEnv} env */
async function faults(env) {
  const tally = join(reports, 'faults.jsonl');
  const counts = await playwright('faults', ['--config', join('tests', 'faults', 'playwright.config.ts')], { ...env, GALLEY_FAULTS: 'few', GALLEY_FAULTS_TALLY: tally });
  console.log(`\n${faultTable(readTally(tally))}`);
  return counts;
}

/** The app as users get it, but for two things: the inspect fuse, which the driver needs, and the version's suffix. @param {NodeJS.ProcessEnv} env */
async function packaged(env) {
  if (process.platform !== 'linux') {
    say('The packaged app is built and driven on Linux only.');
    return { passed: 0, failed: 0, skipped: 1 };
  }
  const folder = join(stateFolder, 'dist-test');
  const words = [join(root, 'scripts', 'dist.mjs'), '--dir'];
  for (const inspect of ['1', '']) {
    const output = join(folder, inspect ? 'inspect' : 'users');
    const made = await run(process.execPath, words, { show: 'none', env: { ...process.env, GALLEY_DIST_INSPECT: inspect, GALLEY_DIST_OUT: output } });
    if (made.code !== 0) throw new Stop(`The app could not be packaged:\n${made.output.trim()}`);
  }
  return playwright('dist', ['--config', join('tests', 'packaged', 'playwright.config.ts')], { ...env, GALLEY_DIST_TEST: folder });
}

/** @param {boolean} passed @returns {Counts} */
function one(passed) {
  return { passed: passed ? 1 : 0, failed: passed ? 0 : 1, skipped: 0 };
}

/** @param {Counts} counts */
function line({ passed, failed, skipped, flaky }) {
  return `${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}${flaky ? `, ${flaky} only at the second try` : ''}`;
}

/** @param {string[]} words */
function split(words) {
  const at = words.indexOf('--');
  return at < 0 ? [words, []] : [words.slice(0, at), words.slice(at + 1)];
}
