import { say } from '../language/index.ts';

/** What a command ends with: 0 done, 1 findings, differences or refused by the gate, 2 bad input (DESIGN section 8). */
export type ExitCode = 0 | 1 | 2;

/** A command that could do its work: `json` is all that goes to stdout, `messages` go to stderr. */
export interface Outcome {
  readonly json: unknown;
  readonly exit: 0 | 1;
  readonly messages?: readonly string[];
}

/**
 * Writes to stdout and waits until the reader has it: ending the process before would cut a long JSON short in a pipe.
 * A reader who has seen enough (`| head`) is no failure.
 */
export function writeOut(text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const onError = (error: NodeJS.ErrnoException): void => (error.code === 'EPIPE' ? resolve() : reject(error));
    process.stdout.once('error', onError);
    process.stdout.write(text, (error) => {
      process.stdout.off('error', onError);
      if (error) onError(error);
      else resolve();
    });
  });
}

export async function writeJson(value: unknown): Promise<void> {
  await writeOut(`${JSON.stringify(value, null, 2)}\n`);
}

/** One message on stderr, with the program's name before it. */
export function tell(message: string): void {
  process.stderr.write(`${say('cli.message', { message: printable(message) })}\n`);
}

/** A file's name or a line of copy may hold what moves a terminal's cursor: control characters are shown as blanks. */
function printable(message: string): string {
  return message.replace(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]+/gu, ' ');
}
