// Starting other programs, and stopping with a sentence instead of a stack.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './place.mjs';

/** An expected failure: its message is for the person, the stack is not. */
export class Stop extends Error {}

/** Messages go to stderr, so that stdout stays what the command answers. @param {string} line */
export function say(line) {
  process.stderr.write(`${line}\n`);
}

/**
 * Runs a program to its end.
 * @param {string} program
 * @param {string[]} words
 * @param {{cwd?: string, env?: NodeJS.ProcessEnv, show?: 'all' | 'none' | 'stderr', shell?: boolean, limit?: number}} [options]
 *   show: all = the terminal is the child's; none = output is collected; stderr = both outputs go to our stderr
 * @returns {Promise<{code: number, output: string}>} code 127 when the program could not be started
 */
export function run(program, words, options = {}) {
  const { cwd = root, env = process.env, show = 'all', shell = false, limit } = options;
  const stdio = show === 'all' ? 'inherit' : show === 'stderr' ? ['inherit', process.stderr, process.stderr] : ['ignore', 'pipe', 'pipe'];
  return new Promise((done) => {
    const child = spawn(program, words, { cwd, env, shell, stdio, timeout: limit, windowsHide: true });
    let output = '';
    child.stdout?.setEncoding('utf8').on('data', (text) => (output += text));
    child.stderr?.setEncoding('utf8').on('data', (text) => (output += text));
    const pass = (/** @type {NodeJS.Signals} */ signal) => void child.kill(signal);
    process.on('SIGINT', pass).on('SIGTERM', pass);
    const end = (/** @type {number} */ code) => {
      process.off('SIGINT', pass).off('SIGTERM', pass);
      done({ code, output });
    };
    child.on('error', (error) => ((output += error.message), end(127)));
    child.on('close', (code, signal) => end(code ?? (signal === 'SIGINT' ? 130 : 143)));
  });
}

/** Runs npm: the one that runs this script where there is one. @param {string[]} words @param {Parameters<typeof run>[2]} [options] */
export function npm(words, options) {
  const script = process.env.npm_execpath;
  if (script && /npm-cli\.[cm]?js$/.test(script) && existsSync(script)) return run(process.execPath, [script, ...words], options);
  return run('npm', words, { ...options, shell: process.platform === 'win32' });
}

/** The script file behind an installed package's command. @param {string} name @param {string} [command] */
export function command(name, command = name) {
  const folder = join(root, 'node_modules', name);
  if (!existsSync(folder)) throw new Stop(`${name} is not installed: run npm ci.`);
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return join(folder, typeof bin === 'string' ? bin : bin[command]);
}

/** Ends the process the way a command line should. @param {() => Promise<number | void>} main */
export async function finish(main) {
  try {
    process.exitCode = (await main()) ?? 0;
  } catch (error) {
    say(error instanceof Stop ? error.message : String((error instanceof Error && error.stack) || error));
    process.exitCode = 1;
  }
}

/** @param {number} need @param {number} minor */
export function nodeIsAtLeast(need, minor) {
  const [have = 0, haveMinor = 0] = process.versions.node.split('.').map(Number);
  return have > need || (have === need && haveMinor >= minor);
}
