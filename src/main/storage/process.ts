/**
 * The storage process: `storage.js FOLDER [again]` opens the store of the folder, answers calls one after the other, ends when it is told
 * to or with its parent. `again`: the store was open a moment ago, so that one that is missing is not a new one.
 */
import { fail, type Result } from '../../ipc/result.ts';
import { say } from '../../language/index.ts';
import type { StorageMessage, StorageOrder, StorageRequest } from './calls.ts';
import { attempt } from './refusal.ts';
import { openStore } from './store.ts';

/** What Electron gives a utility process; storage imports nothing of Electron. */
interface ParentPort {
  postMessage(message: StorageMessage): void;
  on(event: 'message', listener: (event: { readonly data: StorageOrder }) => void): void;
}

const { parentPort } = process as unknown as { readonly parentPort?: ParentPort };
const [, , folder, again] = process.argv;

if (parentPort && folder !== undefined) {
  const port = parentPort;
  const opened = openStore(folder, {
    mustExist: again === 'again',
    onLibraryChanged: () => port.postMessage({ kind: 'library-changed' }),
    onFailure: (message) => process.stderr.write(`storage: ${message}\n`),
  });
  const answer = ({ name, request, context }: StorageRequest): Result<unknown> => {
    if (!opened.ok) return opened;
    // Main has parsed what came from the window; both ends share `StorageCalls`.
    return opened.value.call(name, request as never, context);
  };
  const end = (): void => {
    // What keeps it from being closed in order is found by the next start: all that was acknowledged is on the disk already.
    if (opened.ok) attempt(folder, () => opened.value.close());
    process.exit(0);
  };
  port.on('message', ({ data }) => (data === 'end' ? end() : port.postMessage({ kind: 'answer', id: data.id, result: answer(data) })));
  port.postMessage({ kind: 'opened', result: opened.ok ? { ok: true, value: null } : opened });
} else {
  process.stderr.write(`${fail('bad-argument', say('errors.noDataFolder')).error.message}\n`);
  process.exitCode = 2;
}
