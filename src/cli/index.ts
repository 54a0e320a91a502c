/** The headless commands (DESIGN section 8): JSON alone on stdout, sentences on stderr. SQLite is never loaded by those that need no store. */
import { say } from '../language/index.ts';
import { backup } from './commands/backup.ts';
import { check } from './commands/check.ts';
import { compare } from './commands/compare.ts';
import { exportFile } from './commands/export.ts';
import { formats } from './commands/formats.ts';
import { importFiles } from './commands/import.ts';
import { list, revisions, show, verify } from './commands/library.ts';
import { paste } from './commands/paste.ts';
import { restore } from './commands/restore.ts';
import { badInput, type Command, InputError, type Outcome } from './command.ts';

/** Every command, one file each. */
const commands: readonly Command[] = [formats, importFiles, paste, exportFile, check, compare, list, show, revisions, verify, backup, restore];

/** Runs one command line, without its program's name, and answers its exit code. */
export async function runCli(words: readonly string[]): Promise<number> {
  const outcome = await outcomeOf(words);
  for (const message of outcome.messages ?? []) process.stderr.write(`${message}\n`);
  if (outcome.json !== undefined) await writeOut(`${JSON.stringify(outcome.json, null, 2)}\n`);
  return outcome.exitCode;
}

async function outcomeOf([name = '', ...args]: readonly string[]): Promise<Outcome> {
  const usage = say('cli.usage', { commands: commands.map((known) => known.name).join(', ') });
  if (name === '--help' || name === '-h' || name === 'help') return { exitCode: 0, messages: [usage, ...commands.map(({ help }) => help)] };
  const command = commands.find((known) => known.name === name);
  if (!command) return badInput(name === '' ? usage : say('cli.unknown-command', { command: name }), usage);
  if (args.includes('--help') || args.includes('-h')) return { exitCode: 0, messages: [command.help] };
  try {
    return await command.run(args);
  } catch (error) {
    if (error instanceof InputError) return badInput(error.message);
    // What the system refused (a folder that cannot be made, a full disk) is bad input too; the rest is a fault of ours.
    const isSystem = error instanceof Error && 'syscall' in error;
    return badInput(isSystem ? say('cli.system', { message: error.message }) : say('cli.fault', { message: error instanceof Error ? (error.stack ?? error.message) : String(error) }));
  }
}

/** Waits until the reader has it all; one who has seen enough (`| head`) is no failure. */
function writeOut(text: string): Promise<void> {
  return new Promise((done, failed) => {
    const onError = (error: NodeJS.ErrnoException): void => (error.code === 'EPIPE' ? done() : failed(error));
    process.stdout.on('error', onError);
    process.stdout.write(text, (error) => (error ? onError(error) : done()));
  });
}

// In the shipped app this runs in Electron's main process, whose argv has no script and which never ends by itself.
const inApp = Reflect.get(process, 'type') === 'browser';
const exitCode = await runCli(process.argv.slice(inApp ? 1 : 2));
if (inApp) (await import('electron')).app.exit(exitCode);
else process.exitCode = exitCode;
