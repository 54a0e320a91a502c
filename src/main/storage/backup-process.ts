/** The process of one job with backups: `backups.js NAME LIBRARY REQUEST`, the last two as JSON. Its answer is its one message. */
import { constants, setPriority } from 'node:os';
import { fail, type Result } from '../../ipc/result.ts';
import { say } from '../../language/index.ts';
import { type BackupJobName, backupJobs, type Library } from './backup-jobs.ts';

/** What Electron gives a utility process; storage imports nothing of Electron. */
const { parentPort } = process as unknown as { readonly parentPort?: { postMessage(message: Result<unknown>): void } };

try {
  // Typing comes first, also on a machine with one core.
  setPriority(constants.priority.PRIORITY_LOW);
} catch {
  // Where the system does not allow it the job runs as any other.
}

async function answer([name, library, request]: readonly string[]): Promise<Result<unknown>> {
  const job = backupJobs[name as BackupJobName];
  if (!job) return fail('bad-argument', say('errors.noDataFolder'));
  try {
    // Main starts this process; both share `BackupJobs`.
    return await job(JSON.parse(library ?? '') as Library, JSON.parse(request ?? 'null') as never);
  } catch (error) {
    return fail('unexpected', say('errors.unexpected', { what: error instanceof Error ? (error.stack ?? error.message) : String(error) }));
  }
}

const result = await answer(process.argv.slice(2));
if (parentPort) parentPort.postMessage(result);
else process.stdout.write(`${JSON.stringify(result)}\n`);
