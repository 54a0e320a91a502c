import { spawnSync } from 'node:child_process';

/** Whether a program answers; on a Debian where we may, its package is installed first. What is skipped is said plainly. */
export function installed(program: string, packages: readonly string[]): boolean {
  if (answers(program)) return true;
  if (process.platform === 'linux' && process.getuid?.() === 0) {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    spawnSync('apt-get', ['update', '-qq'], { env });
    spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], { env });
    if (answers(program)) return true;
  }
  process.stderr.write(`Skipped: ${program} is not installed (Debian: apt-get install ${packages.join(' ')})\n`);
  return false;
}

const answers = (program: string): boolean => spawnSync(program, ['--version']).status === 0 || spawnSync(program, ['version']).status === 0;
