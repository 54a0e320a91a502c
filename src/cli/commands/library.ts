import { say } from '../../language/index.ts';
import type { Result } from '../../ipc/result.ts';
import type { ReadOnlyStore } from '../../main/storage/read-only.ts';
import { type Arguments, filesOf, readArguments } from '../arguments.ts';
import { checkPicture } from '../../main/files/picture-check.ts';
import { dataFolderOf } from '../data-folder.ts';
import { type Command, InputError, type Outcome } from '../command.ts';

/** Commands on a data folder: they read, also while the app runs. SQLite is loaded by these and by no other. */
function onLibrary(name: string, help: string, request: { readonly words: number; readonly run: (store: ReadOnlyStore, given: Arguments, folder: string) => Outcome | Promise<Outcome> }): Command {
  return {
    name,
    help,
    run: async (args) => {
      const given = readArguments(args, ['revision'], ['sizes']);
      filesOf(given, request.words, request.words, help);
      const folder = dataFolderOf(given.options.get('data-dir'));
      const { openReadOnly } = await import('../../main/storage/read-only.ts');
      const store = valueOf(openReadOnly(folder));
      try {
        return await request.run(store, given, folder);
      } finally {
        store.close();
      }
    },
  };
}

function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new InputError(result.error.message);
  return result.value;
}

export const list = onLibrary('list', say('cli.help-list'), { words: 0, run: (store) => ({ exitCode: 0, json: store.listArticles() }) });

export const show = onLibrary('show', say('cli.help-show'), {
  words: 1,
  run: (store, { files: [id = ''], options }) => {
    const wanted = options.get('revision');
    if (wanted !== undefined && !/^\d+$/.test(wanted)) throw new InputError(say('cli.bad-revision', { revision: wanted }));
    return { exitCode: 0, json: valueOf(store.readArticle(id, wanted === undefined ? undefined : Number(wanted))) };
  },
});

export const revisions = onLibrary('revisions', say('cli.help-revisions'), {
  words: 1,
  run: (store, { files: [id = ''] }) => ({ exitCode: 0, json: valueOf(store.listRevisions(id)) }),
});

export const verify = onLibrary('verify', say('cli.help-verify'), {
  words: 0,
  run: async (store, { options }, folder) => {
    const verified = store.verify();
    const pictures = await picturesOf(folder, store.pictures());
    const problems = [...verified.problems, ...pictures.problems];
    const json = { ...verified, ok: problems.length === 0, pictures: pictures.count, problems };
    return { exitCode: problems.length === 0 ? 0 : 1, json: options.has('sizes') ? { ...json, sizes: store.sizes() } : json };
  },
});

/** Pictures are files beside the database: each that an article or a revision names must be there and be what it is named after. */
async function picturesOf(folder: string, ids: readonly string[]): Promise<{ readonly count: number; readonly problems: readonly string[] }> {
  const problems: string[] = [];
  for (const imageId of ids) {
    const { state, path } = await checkPicture(folder, imageId);
    if (state === 'missing') problems.push(say('cli.picture-gone', { id: imageId }));
    if (state === 'changed') problems.push(say('cli.picture-changed', { id: imageId, path }));
  }
  return { count: ids.length, problems };
}
