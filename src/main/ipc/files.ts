import { basename } from 'node:path';
import { type BrowserWindow, dialog } from 'electron';
import * as v from 'valibot';
import type { FileVersion, ImportedFile } from '../../ipc/contract.ts';
import { fail, ok, type Result } from '../../ipc/result.ts';
import { say } from '../../language/index.ts';
import { addPictureFile } from '../files/picture-file.ts';
import type { ImageStore } from '../files/image-store.ts';
import { copyExtensions } from '../import-files.ts';
import { nothing, shortText } from './parsers.ts';
import type { CallTable } from './answer.ts';

interface Files {
  readonly window: () => BrowserWindow | null;
  /** Each file becomes a new article. */
  readonly importFiles: (paths: readonly string[]) => Promise<readonly ImportedFile[]>;
  /** A file as an article that is in no library. */
  readonly readToCompare: (path: string) => Promise<Result<FileVersion>>;
  readonly images: ImageStore;
}

const pictureExtensions = ['jpg', 'jpeg', 'png', 'webp', 'gif', 'avif', 'tif', 'tiff'];

export function fileCalls(files: Files): Pick<CallTable, 'files.import' | 'files.importDropped' | 'files.readToCompare' | 'images.pick' | 'images.addPicked' | 'images.add'> {
  const pick = async (title: string, name: string, extensions: string[], isOne = false): Promise<readonly string[] | null> => {
    const options: Electron.OpenDialogOptions = {
      title,
      properties: isOne ? ['openFile'] : ['openFile', 'multiSelections'],
      filters: [{ name, extensions }, { name: say('shell.allFiles'), extensions: ['*'] }],
    };
    const window = files.window();
    const { canceled, filePaths } = await (window ? dialog.showOpenDialog(window, options) : dialog.showOpenDialog(options));
    return canceled ? null : filePaths;
  };
  /** What the person chose: the window may ask for no other path. */
  const picked = new Set<string>();
  return {
    'files.import': {
      request: nothing,
      handle: async () => {
        const paths = await pick(say('shell.importTitle'), say('shell.copyFiles'), copyExtensions);
        return ok(paths && (await files.importFiles(paths)));
      },
    },
    'files.importDropped': {
      request: v.strictObject({ paths: v.pipe(v.array(shortText), v.maxLength(500)) }),
      handle: async ({ paths }) => ok(await files.importFiles(paths)),
    },
    'files.readToCompare': {
      request: v.strictObject({ path: v.nullable(shortText) }),
      handle: async ({ path }) => {
        const [chosen] = path === null ? ((await pick(say('shell.compareTitle'), say('shell.copyFiles'), copyExtensions, true)) ?? []) : [path];
        return chosen === undefined ? ok(null) : files.readToCompare(chosen);
      },
    },
    'images.pick': {
      request: nothing,
      handle: async () => {
        const paths = await pick(say('shell.choosePictures'), say('shell.pictures'), pictureExtensions);
        for (const path of paths ?? []) picked.add(path);
        return ok(paths && paths.map((path) => ({ name: basename(path), path })));
      },
    },
    'images.addPicked': {
      request: v.strictObject({ path: shortText }),
      handle: ({ path }) => (picked.has(path) ? addPictureFile(path, files.images) : Promise.resolve(fail('bad-file', say('files.import-missing', { name: basename(path) })))),
    },
    'images.add': {
      request: v.strictObject({ fileName: shortText, bytes: v.instance(Uint8Array) }),
      handle: ({ fileName, bytes }) => files.images.put(bytes, fileName),
    },
  };
}
