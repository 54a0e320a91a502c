import { utilityProcess } from 'electron';
import type { AddedImage } from '../ipc/contract.ts';
import { ok, type Result } from '../ipc/result.ts';
import type { ImageStore } from './files/image-store.ts';
import { type Channel, readMetadataIn } from './files/picture-reader.ts';

/** How long a picture's own metadata may take to read, milliseconds; after that the picture comes without it. */
const patienceMs = 5000;

/** Puts a picture into the store and reads what its file says about itself, in a process of its own. */
export function pictureAdder(images: ImageStore, script: string): (fileName: string, bytes: Uint8Array) => Promise<Result<AddedImage>> {
  const readMetadata = readMetadataIn(() => forkReader(script), patienceMs);
  return async (fileName, bytes) => {
    const added = await images.put(bytes, fileName);
    if (!added.ok) return added;
    const fromFile = await readMetadata(bytes);
    return ok({ ...added.value, stored: { ...added.value.stored, fromFile } });
  };
}

function forkReader(script: string): Channel {
  const child = utilityProcess.fork(script, [], { serviceName: 'Galley pictures' });
  return {
    postMessage: (message) => child.postMessage(message),
    onMessage: (listener) => void child.on('message', listener),
    onExit: (listener) => void child.once('exit', listener),
    kill: () => void child.kill(),
  };
}
