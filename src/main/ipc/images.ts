import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { dialog } from 'electron';
import * as v from 'valibot';
import type { AddedImage } from '../../ipc/contract.ts';
import { fail, ok, type Result } from '../../ipc/result.ts';
import { say } from '../../language/index.ts';
import { largestPicture } from '../files/picture-header.ts';
import { by, type Handlers, nothing, type Services } from './handler.ts';

export const imageHandlers: Handlers<'images.pick' | 'images.add'> = {
  'images.pick': {
    parse: nothing,
    run: async (_request, services) => {
      const { canceled, filePaths } = await dialog.showOpenDialog(services.window(), {
        title: say('shell.choosePictures'), properties: ['openFile', 'multiSelections'],
        filters: [{ name: say('shell.pictures'), extensions: ['jpg', 'jpeg', 'png', 'webp', 'gif', 'avif'] }, { name: say('shell.allFiles'), extensions: ['*'] }],
      });
      if (canceled) return ok(null);
      const added = await Promise.all(filePaths.map((path) => addFile(path, services)));
      return ok(added.map((one) => (one.ok ? one.value : one.error)));
    },
  },
  'images.add': {
    parse: by(v.strictObject({ fileName: v.pipe(v.string(), v.maxLength(1000)), bytes: v.instance(Uint8Array) })),
    run: ({ fileName, bytes }, { images }) => images.put(bytes, fileName),
  },
};

/** The size is asked before the file is read into memory. */
async function addFile(path: string, { images }: Services): Promise<Result<AddedImage>> {
  const name = basename(path);
  const found = await stat(path).catch(() => null);
  if (!found?.isFile()) return fail('file-not-found', say('errors.fileNotFound', { name }));
  if (found.size > largestPicture) return fail('bad-file', say('errors.fileTooLarge', { name }));
  const bytes = await readFile(path).catch(() => null);
  return bytes ? images.put(bytes, name) : fail('bad-file', say('errors.fileUnreadable', { name }));
}
