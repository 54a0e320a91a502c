import { type UtilityProcess, utilityProcess } from 'electron';
import type { StoredImage } from '../article/article.ts';
import type { PictureReply, PictureRequest } from './files/picture-process.ts';
import type { Log } from './log.ts';

/** How long a picture's own metadata may take to read, milliseconds; after that the picture comes without it. */
const patienceMs = 5000;
/** What the process itself may take to start on a busy machine, milliseconds: no fault of the picture. */
const startMs = 20_000;

/** Reads what picture files say about themselves in a process of its own, ended when a file keeps it too long. */
export function pictureReader(script: string, log: Log): (bytes: Uint8Array) => Promise<StoredImage['fromFile']> {
  const waiting = new Map<number, (fromFile: StoredImage['fromFile']) => void>();
  let reader: UtilityProcess | null = null;
  let lastId = 0;

  const settle = (id: number, fromFile: StoredImage['fromFile']): void => {
    waiting.get(id)?.(fromFile);
    waiting.delete(id);
  };
  const start = (): UtilityProcess => {
    const started = utilityProcess.fork(script, [], { serviceName: 'Galley pictures' });
    started.on('message', ({ id, fromFile }: PictureReply) => settle(id, fromFile));
    started.once('exit', (code) => {
      if (reader === started) reader = null;
      if (code !== 0) log(`picture process ended with ${code}`);
      for (const id of waiting.keys()) settle(id, {});
    });
    return started;
  };

  return (bytes) => {
    const patience = reader ? patienceMs : startMs + patienceMs;
    reader ??= start();
    const current = reader;
    const id = (lastId += 1);
    const answer = new Promise<StoredImage['fromFile']>((resolve) => waiting.set(id, resolve));
    const timer = setTimeout(() => current.kill(), patience);
    current.postMessage({ id, bytes } satisfies PictureRequest);
    return answer.finally(() => clearTimeout(timer));
  };
}
