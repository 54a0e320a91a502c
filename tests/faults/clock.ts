import { closeSync, mkdtempSync, openSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { preloadLibrary } from './shim.ts';

/** A machine's clock that is wrong from where it is set on, also in the middle of work (`clock.c`). */
export class FalseClock {
  readonly #file = join(mkdtempSync(join(tmpdir(), 'galley-clock-')), 'seconds');

  /** '' where there is no compiler. */
  static library(): string {
    return preloadLibrary('clock.c');
  }

  constructor(moment: string) {
    this.set(moment);
  }

  /** @param moment with its offset from UTC; whole seconds: up to one later, never before it */
  set(moment: string): void {
    const bytes = Buffer.alloc(8);
    bytes.writeBigInt64LE(BigInt(Math.ceil((Date.parse(moment) - Date.now()) / 1000)));
    // In place, in one write: the processes have the file's page before their eyes.
    const file = openSync(this.#file, 'a+');
    closeSync(file);
    const page = openSync(this.#file, 'r+');
    writeSync(page, bytes, 0, bytes.length, 0);
    closeSync(page);
  }

  /** For a process in whose time zone the machine is. */
  environment(zone: string): Record<string, string> {
    return { LD_PRELOAD: FalseClock.library(), FALSE_CLOCK: this.#file, TZ: zone };
  }
}
