import { say } from '../../language/index.ts';
import type { Result } from '../../ipc/result.ts';
import type { ReadOnlyStore } from '../../main/storage/read-only.ts';
import { type Arguments, filesOf, readArguments } from '../arguments.ts';
import { dataFolderOf } from '../data-folder.ts';
import { type Command, InputError, type Outcome } from '../command.ts';

/** Commands on a data folder: they read, also while the app runs. SQLite is loaded by these and by no other. */
function onLibrary(name: string, help: string, request: { readonly words: number; readonly run: (store: ReadOnlyStore, given: Arguments) => Outcome }): Command {
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
        return request.run(store, given);
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
  run: (store, { options }) => {
    const verified = store.verify();
    return { exitCode: verified.problems.length === 0 ? 0 : 1, json: options.has('sizes') ? { ...verified, sizes: store.sizes() } : verified };
  },
});
