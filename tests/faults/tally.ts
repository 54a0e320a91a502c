import { appendFileSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';

/** One line of the table `npm run faults` prints. `acknowledged` and `lost` count characters, or what the line says. */
export interface Row {
  readonly fault: string;
  cycles: number;
  acknowledged: number;
  lost: number;
  /** What else is worth telling, e.g. how many keys nobody had acknowledged were missing at worst. */
  note?: string;
}

export const isWhole = process.env['GALLEY_FAULTS'] === 'all';

/** How often: the whole number in `npm run faults`, a few in `npm test`. */
export const cycles = (whole: number, few: number): number => (isWhole ? whole : few);

/** Runs it and writes its line, also when it fails: a table with a hole would hide the failure. */
export async function tallied(fault: string, action: (row: Row) => Promise<void>): Promise<void> {
  const row: Row = { fault, cycles: 0, acknowledged: 0, lost: 0 };
  const startedMs = Date.now();
  let outcome: 'kept' | 'failed' = 'failed';
  try {
    await action(row);
    outcome = 'kept';
  } finally {
    const file = process.env['GALLEY_FAULTS_TALLY'];
    if (file) {
      mkdirSync(dirname(file), { recursive: true });
      appendFileSync(file, `${JSON.stringify({ ...row, outcome, seconds: Math.round((Date.now() - startedMs) / 100) / 10 })}\n`);
    }
  }
}
