/** One command: its help and what it does. Output goes to the console once, at the end, so that bad input prints no half JSON. */
export interface Command {
  readonly name: string;
  readonly help: string;
  readonly run: (args: readonly string[]) => Promise<Outcome>;
}

export interface Outcome {
  /** 0 done; 1 findings, differences, or refused by the gate; 2 bad input. */
  readonly exitCode: 0 | 1 | 2;
  /** Printed as JSON on stdout; undefined prints nothing. */
  readonly json?: unknown;
  /** Sentences for stderr. */
  readonly messages?: readonly string[];
}

export const badInput = (...messages: readonly string[]): Outcome => ({ exitCode: 2, messages });

/** Something the person can mend: becomes exit 2 with its sentence. */
export class InputError extends Error {}
