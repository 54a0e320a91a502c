import { utilityProcess } from 'electron';
import { fail, type Result } from '../ipc/result.ts';
import { say } from '../language/index.ts';
import type { Log } from './log.ts';
import type { BackupJobName, BackupJobs, Library } from './storage/backup-jobs.ts';

interface BackupOptions {
  /** The built process of one job. */
  readonly script: string;
  /** Asked anew for each job: the second folder is a setting. */
  readonly library: () => Library;
  readonly log: Log;
}

/** Runs jobs with backups one after the other, each in a process of its own. */
export class BackupClient {
  readonly #options: BackupOptions;
  #last: Promise<unknown> = Promise.resolve();
  #kill: (() => void) | null = null;
  #stopped = false;

  constructor(options: BackupOptions) {
    this.#options = options;
  }

  run<Name extends BackupJobName>(name: Name, request: BackupJobs[Name]['request']): Promise<Result<BackupJobs[Name]['answer']>> {
    const running = this.#last.then(() => this.#start(name, request));
    this.#last = running;
    // The process answers with what its job answers: both ends share `BackupJobs`.
    return running as Promise<Result<BackupJobs[Name]['answer']>>;
  }

  /** Ends what is under way and begins nothing more; a backup that is not whole is removed with the next one. */
  stop(): void {
    this.#stopped = true;
    this.#kill?.();
  }

  #start(name: BackupJobName, request: unknown): Promise<Result<unknown>> {
    const ended = fail('unexpected', say('backups.jobEnded'));
    if (this.#stopped) return Promise.resolve(ended);
    const { script, library, log } = this.#options;
    const started = utilityProcess.fork(script, [name, JSON.stringify(library()), JSON.stringify(request)], { serviceName: 'Galley backups', stdio: 'inherit' });
    this.#kill = () => void started.kill();
    return new Promise((resolve) => {
      let answer: Result<unknown> = ended;
      started.once('message', (result: Result<unknown>) => {
        answer = result;
        started.kill();
      });
      // Answered when it is gone, so that the next job finds nothing of it at work.
      started.once('exit', (code) => {
        this.#kill = null;
        if (answer === ended) log(`backup process (${name}) ended with ${code}`);
        resolve(answer);
      });
    });
  }
}
