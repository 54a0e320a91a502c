/**
 * Entry of the utility process that reads foreign pictures' metadata: a file that breaks the reader, or keeps it for ever,
 * takes only this process with it. Runs under `child_process.fork` too.
 */
import { type PictureFacts, readPictureFacts } from './picture-metadata.ts';

export interface PictureRequest {
  readonly id: number;
  readonly bytes: Uint8Array;
}
export interface PictureReply {
  readonly id: number;
  readonly fromFile: PictureFacts;
}

const answer = ({ id, bytes }: PictureRequest): PictureReply => ({ id, fromFile: readPictureFacts(bytes) });

// Electron gives a utility process this port; plain Node has none, whatever the types say.
const port: typeof process.parentPort | undefined = process.parentPort;
if (port) port.on('message', ({ data }: { data: PictureRequest }) => port.postMessage(answer(data)));
else process.on('message', (request: PictureRequest) => process.send?.(answer(request)));
