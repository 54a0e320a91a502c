import { ok, type Result } from '../ipc/result.ts';
import { bad, type Command, type Words } from './command.ts';
import { dataFolderOf, dataFolderOption } from './data-folder.ts';
import type { Outcome } from './output.ts';
import type { ReadOnlyStore } from '../main/storage/read-only.ts';

type StoreCommand = Pick<Command, 'name' | 'usage' | 'about' | 'words'> & {
  readonly options?: Command['options'];
  readonly withStore: (store: ReadOnlyStore, words: Words) => Result<Outcome>;
};

/** A command that reads the data folder, also while the app runs. SQLite is loaded here and by no other command. */
function onStore({ withStore, options = {}, usage, ...command }: StoreCommand): Command {
  return {
    ...command,
    usage: usage === '' ? '[--data-dir DIR]' : `${usage} [--data-dir DIR]`,
    options: { ...options, 'data-dir': dataFolderOption },
    run: async (words) => {
      const folder = dataFolderOf(words.options['data-dir']);
      const { openReadOnly } = await import('../main/storage/read-only.ts');
      try {
        const store = openReadOnly(folder);
        if (!store.ok) return store;
        try {
          return withStore(store.value, words);
        } finally {
          store.value.close();
        }
      } catch (error) {
        if (!isStoreError(error)) throw error;
        return bad('cli.store-unreadable', { folder, reason: error.message });
      }
    },
  };
}

/** What SQLite, the system or the loader of the native module says; anything else is a fault of ours. */
function isStoreError(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && typeof error.code === 'string';
}

export const list = onStore({
  name: 'list',
  usage: '',
  about: 'cli.about-list',
  words: [0, 0],
  withStore: (store) => ok({ json: { articles: store.listArticles() }, exit: 0 }),
});

export const show = onStore({
  name: 'show',
  usage: 'ID [--revision N]',
  about: 'cli.about-show',
  words: [1, 1],
  options: { revision: { value: 'N', about: 'cli.option-revision' } },
  withStore: (store, { files: [id = ''], options: { revision } }) => {
    if (revision !== undefined && !/^[1-9]\d{0,9}$/.test(revision)) return bad('cli.revision-no-number', { value: revision });
    const article = store.readArticle(id, revision === undefined ? undefined : Number(revision));
    return article.ok ? ok({ json: article.value, exit: 0 }) : bad('cli.named', { name: id, message: article.error.message });
  },
});

export const revisions = onStore({
  name: 'revisions',
  usage: 'ID',
  about: 'cli.about-revisions',
  words: [1, 1],
  withStore: (store, { files: [id = ''] }) => {
    const rows = store.listRevisions(id);
    return rows.ok ? ok({ json: { revisions: rows.value }, exit: 0 }) : bad('cli.named', { name: id, message: rows.error.message });
  },
});

export const verify = onStore({
  name: 'verify',
  usage: '',
  about: 'cli.about-verify',
  words: [0, 0],
  withStore: (store) => {
    const verified = store.verify();
    return ok({ json: verified, exit: verified.problems.length === 0 ? 0 : 1 });
  },
});
