import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';

let own: Promise<string> | null = null;

/**
 * Workers that run side by side each have a display: the focus and the clipboard belong to a display, and windows of two tests
 * would take them from one another. The first worker has the display of the run; on other systems there is one worker.
 */
export async function displayOfWorker(): Promise<Readonly<Record<string, string>>> {
  if (process.platform !== 'linux' || (process.env['TEST_PARALLEL_INDEX'] ?? '0') === '0') return {};
  own ??= startDisplay();
  return { DISPLAY: await own };
}

async function startDisplay(): Promise<string> {
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1600x1000x24', '-nolisten', 'tcp'], { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  process.once('exit', () => server.kill());
  const [number] = (await Promise.race([once(server.stdio[3] as Readable, 'data'), once(server, 'exit').then(() => ['']), once(server, 'error').then(() => [''])])) as [Buffer | string];
  const display = String(number).trim();
  if (!/^\d+$/u.test(display)) throw new Error('Xvfb did not start');
  return `:${display}`;
}
