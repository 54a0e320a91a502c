// `npm start`: from a bare clone to the window. Words after `--` go to the app, except --xvfb.
import { constants } from 'node:os';
import { ensureBuilt } from './build.mjs';
import { ensureInstalled } from './install.mjs';
import { root } from './place.mjs';
import { finish, run, say, Stop } from './process.mjs';
import { launchWords, runtimeEnvironment } from './runtime/index.mjs';
import { ensureSystem } from './runtime/system.mjs';

await finish(async () => {
  const words = process.argv.slice(2);
  const virtual = words.includes('--xvfb') || process.env.GALLEY_XVFB === '1';
  const linux = process.platform === 'linux';
  if (virtual && !linux) throw new Stop('--xvfb is for Linux only: start without it.');
  if (linux && !virtual && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) {
    throw new Stop(
      'There is no display to open a window on (neither DISPLAY nor WAYLAND_DISPLAY is set).\n' +
        'Start it from a desktop session, or in a virtual display: npm start -- --xvfb',
    );
  }
  await ensureInstalled();
  await ensureSystem({ display: virtual });
  const { electronPath, env } = await runtimeEnvironment();
  await ensureBuilt();
  const app = [electronPath, ...launchWords(), root, ...words.filter((word) => word !== '--xvfb')];
  const [program = '', ...rest] = virtual ? ['xvfb-run', '-a', '-s', '-screen 0 1600x1000x24', ...app] : app;
  const { code, output } = await run(program, rest, { env });
  if (code === 127) throw new Stop(`Electron could not be started. ${output}`);
  if (code === 128 + constants.signals.SIGTRAP) say('Electron ended at once: most often its sandbox is forbidden on this system.');
  return code;
});
