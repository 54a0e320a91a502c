/** The storage process: opens the store of the folder it is given, answers calls one after the other, ends with its parent. */
import { fail, type Result } from '../../ipc/result.ts';
import { say } from '../../language/index.ts';
import type { StorageMessage, StorageRequest } from './calls.ts';
import { openStore } from './store.ts';

/** What Electron gives a utility process; storage imports nothing of Electron. */
interface ParentPort {
  postMessage(message: StorageMessage): void;
  on(event: 'message', listener: (event: { readonly data: StorageRequest }) => void): void;
}

const { parentPort } = process as unknown as { readonly parentPort?: ParentPort };
const folder = process.argv[2];

if (parentPort && folder !== undefined) {
  const port = parentPort;
  const opened = openStore(folder, {
    onLibraryChanged: () => port.postMessage({ kind: 'library-changed' }),
    onFailure: (message) => process.stderr.write(`storage: ${message}\n`),
  });
  const answer = ({ name, request, context }: StorageRequest): Result<unknown> => {
    if (!opened.ok) return opened;
    // Main has parsed what came from the window; both ends share `StorageCalls`.
    return opened.value.call(name, request as never, context);
  };
  port.on('message', ({ data }) => port.postMessage({ kind: 'answer', id: data.id, result: answer(data) }));
  port.postMessage({ kind: 'opened', result: opened.ok ? { ok: true, value: null } : opened });
} else {
  process.stderr.write(`${fail('bad-argument', say('errors.noDataFolder')).error.message}\n`);
  process.exitCode = 2;
}
