/**
 * Entry of the utility process that reads foreign pictures: a file that breaks the reader, or keeps it for ever, takes only
 * this process with it. Runs under `child_process.fork` too.
 */
import { mkdir, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { imageIdOf } from './picture-file.ts';
import { type PictureFacts, readPictureFacts } from './picture-metadata.ts';
import { copyOf, type PictureCopy, thumbnailOf } from './picture-maker.ts';
import { writeAtomically } from './write-atomically.ts';

/** What can be asked of one picture. */
export type PictureTask =
  | { readonly do: 'facts'; readonly bytes: Uint8Array }
  /** `from`: the file of the picture of that id; `to`: where its thumbnail goes. */
  | { readonly do: 'thumbnail'; readonly imageId: string; readonly from: string; readonly to: string; readonly longest: number }
  | { readonly do: 'copy'; readonly bytes: Uint8Array; readonly copy: PictureCopy };

export interface PictureAnswers {
  readonly facts: PictureFacts;
  /** 'as-is': show the picture itself, it moves or is small; 'changed': the file is not the picture it is named after. */
  readonly thumbnail: 'made' | 'as-is' | 'changed';
  /** 'as-is': it moves, and no copy was made. */
  readonly copy: Uint8Array | 'as-is';
}
export interface PictureRequest {
  readonly id: number;
  readonly task: PictureTask;
}
/** `answer` is null where the picture could not be read. */
export interface PictureReply {
  readonly id: number;
  readonly answer: PictureAnswers[keyof PictureAnswers] | null;
}

async function answer({ id, task }: PictureRequest): Promise<PictureReply> {
  try {
    return { id, answer: await answers(task) };
  } catch {
    return { id, answer: null };
  }
}

async function answers(task: PictureTask): Promise<PictureAnswers[keyof PictureAnswers]> {
  switch (task.do) {
    case 'facts':
      return readPictureFacts(task.bytes);
    case 'thumbnail':
      return makeThumbnail(task);
    case 'copy':
      return (await copyOf(task.bytes, task.copy)) ?? 'as-is';
  }
}

async function makeThumbnail({ imageId, from, to, longest }: Extract<PictureTask, { do: 'thumbnail' }>): Promise<PictureAnswers['thumbnail']> {
  const bytes = new Uint8Array(await readFile(from));
  if (imageIdOf(bytes) !== imageId) return 'changed';
  const thumbnail = await thumbnailOf(bytes, longest);
  if (!thumbnail) return 'as-is';
  await mkdir(dirname(to), { recursive: true });
  await writeAtomically(to, thumbnail);
  return 'made';
}

// Electron gives a utility process this port; plain Node has none, whatever the types say.
const port: typeof process.parentPort | undefined = process.parentPort;
if (port) port.on('message', ({ data }: { data: PictureRequest }) => void answer(data).then((reply) => port.postMessage(reply)));
else process.on('message', (request: PictureRequest) => void answer(request).then((reply) => process.send?.(reply)));
