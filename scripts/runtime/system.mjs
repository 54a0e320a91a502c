// What Linux itself must have for a window: libraries, a display server for tests, fonts that can be read.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { run, say, Stop } from '../process.mjs';

/** Each entry: what it is called, newest name last (Debian 13 and Ubuntu 24.04 renamed some of them). */
const window = [['libgtk-3-0', 'libgtk-3-0t64'], ['libnss3'], ['libasound2', 'libasound2t64'], ['libgbm1']];
const display = [['xvfb'], ['xauth'], ['fonts-noto-core']];

/** Another installation may be under way; it is waited for, seconds. */
const install = ['install', '-y', '-qq', '--no-install-recommends', '-o', 'DPkg::Lock::Timeout=300'];

/** @param {{display: boolean}} need display: also the virtual one */
export async function ensureSystem(need) {
  if (process.platform !== 'linux') return;
  if (!existsSync('/usr/bin/dpkg-query')) {
    if (need.display && (await run('which', ['xvfb-run'], { show: 'none' })).code !== 0) {
      throw new Stop('xvfb-run was not found: install Xvfb with your package manager.');
    }
    return; // another distribution: Electron itself will name a library it misses
  }
  const wanted = [...window, ...(need.display ? display : [])];
  let missing = absent(wanted);
  if (missing.length === 0) return;
  if (process.getuid?.() !== 0) {
    throw new Stop(`Some system packages are missing. Install them and run the command again:\n  sudo apt-get install -y --no-install-recommends ${choose(missing).join(' ')}`);
  }
  say(`Installing system packages: ${missing.map(([name]) => name).join(' ')} ...`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const update = await run('apt-get', ['update', '-qq'], { show: 'none', env });
  const installed = await run('apt-get', [...install, ...choose(missing)], { show: 'none', env });
  missing = absent(wanted);
  if (missing.length) {
    throw new Stop(`${update.output.trim()}\n${installed.output.trim()}\nThese system packages could not be installed: ${choose(missing).join(' ')}`);
  }
}

/**
 * What a test compares with and can do without: installed where that asks nobody, left out otherwise (the test then says so).
 * @param {string[]} names
 */
export async function tryPackages(names) {
  if (process.platform !== 'linux' || !existsSync('/usr/bin/dpkg-query') || process.getuid?.() !== 0) return;
  const missing = choose(absent(names.map((name) => [name])));
  if (missing.length === 0) return;
  say(`Installing what tests compare and break with: ${missing.join(' ')} ...`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update', '-qq'], { show: 'none', env });
  await run('apt-get', [...install, ...missing], { show: 'none', env });
}

/** @param {string[][]} packages */
function absent(packages) {
  let installed = '';
  try {
    installed = execFileSync('dpkg-query', ['-W', '-f', '${Package} ${db:Status-Status}\n', ...packages.flat()], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  } catch (error) {
    // It also ends with an error when a name is unknown; what it knows is on stdout all the same.
    installed = String(/** @type {{stdout?: string}} */ (error).stdout ?? '');
  }
  const have = new Set(installed.split('\n').filter((line) => line.endsWith(' installed')).map((line) => line.split(' ')[0]));
  return packages.filter((names) => !names.some((name) => have.has(name)));
}

/** The name this system knows. @param {string[][]} packages */
function choose(packages) {
  return packages.map((names) => names.findLast(isOffered) ?? names[0] ?? '');
}

/** @param {string} name */
function isOffered(name) {
  try {
    const answer = execFileSync('apt-cache', ['policy', name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
    return /Candidate: (?!\(none\))/.test(answer);
  } catch {
    return false;
  }
}
