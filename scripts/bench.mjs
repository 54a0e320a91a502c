// npm run bench [-- typing opening start revisions saves search compare export pictures session]: the budgets of the design as ratios measured in one run.
// It prints and records; it never fails for a time.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, platform, release, totalmem } from 'node:os';
import { join } from 'node:path';
import { ensureBuilt } from './build.mjs';
import { ensureInstalled } from './install.mjs';
import { root } from './place.mjs';
import { finish, run, say, Stop } from './process.mjs';
import { runtimeEnvironment } from './runtime/index.mjs';
import { ensureSystem, tryPackages } from './runtime/system.mjs';

/** Parts that need windows. */
const windowed = ['typing', 'opening', 'start', 'pictures', 'session'];
const all = [...windowed, 'revisions', 'saves', 'search', 'compare', 'export'];

/** Set in the copy of this script that runs on the virtual display. */
const displayReady = 'GALLEY_BENCH_DISPLAY';

await finish(async () => {
  const asked = process.argv.slice(2);
  const unknown = asked.find((name) => !all.includes(name));
  if (unknown) throw new Stop(`There is no part “${unknown}”. Parts: ${all.join(', ')}.`);
  const chosen = all.filter((name) => asked.length === 0 || asked.includes(name));
  const virtual = chosen.some((part) => windowed.includes(part)) && process.platform === 'linux';
  if (virtual && !process.env[displayReady]) {
    await ensureInstalled();
    await ensureSystem({ display: true });
    const words = ['-a', '-s', '-screen 0 1600x1000x24', process.execPath, join(root, 'scripts', 'bench.mjs'), ...chosen];
    return (await run('xvfb-run', words, { env: { ...process.env, [displayReady]: '1' } })).code;
  }
  await ensureInstalled();
  return measure(chosen);
});

/** @param {string[]} chosen */
async function measure(chosen) {
  const { electron, electronPath, env } = await runtimeEnvironment();
  // These need what ensureInstalled may just have installed.
  const { benchFolder, buildCompare, buildExport, buildStore, storeBundle } = await import('./bench/build.mjs');
  const { compareRows, exportRows, revisionRows, saveRows, searchRows, tableOf } = await import('./bench/table.mjs');
  await buildStore();
  const storeProcess = async (/** @type {string[]} */ ...words) => {
    const script = join(import.meta.dirname, 'bench', 'store-process.mjs');
    const { code, output } = await run(electronPath, [script, storeBundle, ...words], { env: { ...env, ELECTRON_RUN_AS_NODE: '1' }, show: 'none' });
    if (code !== 0) throw new Stop(output.trim());
    return JSON.parse(output.trim().split('\n').at(-1) ?? '');
  };
  const inStore = async (/** @type {string} */ part) => {
    say(`${part}…`);
    const folder = mkdtempSync(join(benchFolder, 'data-'));
    try {
      return await storeProcess(part, folder);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  };
  /** @type {Record<string, unknown>} */
  const found = {};
  const rows = [];
  for (const part of chosen) {
    if (windowed.includes(part)) {
      await ensureBuilt();
      const { rows: own, figures } = await inWindows(part, { electronPath, env, storeProcess, say });
      found[part] = figures;
      rows.push(...own);
    } else if (part === 'compare') {
      await buildCompare();
      const { compare } = await import('./bench/compare.mjs');
      const figures = await compare({ say });
      found[part] = figures;
      rows.push(...compareRows(figures));
    } else if (part === 'export') {
      await tryPackages(['pandoc']);
      await buildExport();
      const { exporting } = await import('./bench/export.mjs');
      const figures = await exporting({ say });
      found[part] = figures;
      rows.push(...exportRows(figures));
    } else {
      const figures = await inStore(part);
      found[part] = figures;
      rows.push(...{ revisions: revisionRows, saves: saveRows, search: searchRows }[/** @type {'revisions'} */ (part)](figures));
    }
  }
  process.stdout.write(`${tableOf(rows)}\n\nGalley’s text has ten pictures in 1,000 words; beside typing the bare pages have none where nothing else is said. Compare ratios, not times.\n`);
  record({ electron, found, rows });
}

/** A part that starts windows. @param {string} part @param {Parameters<typeof import('./bench/typing.mjs').typing>[0]} given */
async function inWindows(part, given) {
  const { openingRows, pictureRows, sessionRows, startRows, typingRows } = await import('./bench/table.mjs');
  if (part === 'typing') {
    const figures = await (await import('./bench/typing.mjs')).typing(given);
    return { figures, rows: typingRows(figures) };
  }
  if (part === 'opening') {
    const figures = await (await import('./bench/opening.mjs')).opening(given);
    return { figures, rows: openingRows(figures) };
  }
  if (part === 'pictures') {
    const figures = await (await import('./bench/pictures.mjs')).pictures(given);
    return { figures, rows: pictureRows(figures) };
  }
  if (part === 'session') {
    const figures = await (await import('./bench/session.mjs')).session(given);
    return { figures, rows: sessionRows(figures) };
  }
  const figures = await (await import('./bench/starting.mjs')).starting(given);
  return { figures, rows: startRows(figures) };
}

/** @param {{electron: string, found: object, rows: object[]}} result */
function record({ electron, found, rows }) {
  const date = new Date().toISOString();
  const folder = join(root, 'bench-results');
  mkdirSync(folder, { recursive: true });
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const machine = { system: `${platform()} ${release()}`, processor: cpus()[0]?.model ?? '', cores: cpus().length, memoryBytes: totalmem() };
  const file = join(folder, `${date.replaceAll(':', '-')}.json`);
  writeFileSync(file, `${JSON.stringify({ date, galley: version, electron, machine, rows, found }, null, 2)}\n`);
  say(`Written to ${file}`);
}
