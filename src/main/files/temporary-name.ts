import { createHash, randomBytes } from 'node:crypto';
import { readdir, rm } from 'node:fs/promises';
import { hostname } from 'node:os';
import { basename, dirname, join } from 'node:path';

/** Tells this machine from another that uses the same folder, without telling its name. */
const machine = createHash('sha256').update(hostname()).digest('hex').slice(0, 8);
const form = /^\..*\.([0-9a-f]{8})-(\d+)-[0-9a-f]{12}\.tmp$/;

/**
 * A hidden name beside a file, for content that is renamed into place when it is whole. It says whose it is, so that what a killed
 * process left can be told from what another one is writing. Long names are cut: the temporary one keeps to a file system's 255 bytes.
 */
export function temporaryName(path: string): string {
  return join(dirname(path), `.${basename(path).slice(0, 40)}.${machine}-${process.pid}-${randomBytes(6).toString('hex')}.tmp`);
}

/** Removes what writers that are gone have left in a folder, and with `deep` below it. What cannot be removed is left without a word. */
export async function removeLitter(folder: string, { deep = false } = {}): Promise<void> {
  const names = await readdir(folder, { recursive: deep }).catch(() => []);
  for (const name of names) {
    const [, writtenOn, pid] = form.exec(basename(name)) ?? [];
    if (writtenOn === machine && !isAlive(Number(pid))) await rm(join(folder, name), { force: true }).catch(() => undefined);
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it lives, and is somebody else's.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
