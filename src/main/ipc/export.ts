import type { BrowserWindow } from 'electron';
import * as v from 'valibot';
import type { Article } from '../../article/article.ts';
import { checkArticle, gateOf } from '../../article/checks/index.ts';
import type { ExportedFile } from '../../ipc/contract.ts';
import { fail, ok, type Result } from '../../ipc/result.ts';
import { say } from '../../language/index.ts';
import type { StorageClient } from '../storage-client.ts';
import { pickFolder } from '../shell/pick-folder.ts';
import { articleId, nothing, shortText } from './parsers.ts';
import type { CallTable } from './register.ts';

interface Export {
  readonly window: () => BrowserWindow | null;
  readonly storage: StorageClient;
  /** Folder of the last export, proposed again. */
  readonly lastFolder: () => string;
  readonly write: (article: Article, formats: readonly string[], folder: string) => Promise<Result<readonly ExportedFile[]>>;
}

export function exportCalls({ window, storage, lastFolder, write }: Export): Pick<CallTable, 'export.pickFolder' | 'export.write'> {
  return {
    'export.pickFolder': {
      request: nothing,
      handle: async () => ok(await pickFolder(window(), say('shell.chooseFolder'), lastFolder())),
    },
    'export.write': {
      request: v.strictObject({ ...articleId.entries, formats: v.pipe(v.array(shortText), v.minLength(1), v.maxLength(20)), folder: shortText, override: shortText }),
      handle: async ({ articleId: id, formats, folder, override }) => {
        const opened = await storage.call('articles.open', { articleId: id });
        if (!opened.ok) return opened;
        const { article } = opened.value;
        // The window has asked already; it is not trusted with the answer. A `.galley` package is hand-over, nothing stops it.
        const gate = gateOf(article, checkArticle(article));
        const stopped = gate.shut && formats.some((format) => format !== 'galley');
        if (stopped && override.trim() === '') return fail('blocked', say('shell.blocked', { what: gate.blocking[0]?.message ?? '' }));
        const written = await write(article, formats, folder);
        if (!written.ok) return written;
        const trace = await storage.call('revisions.record', { articleId: id, cause: 'export', note: stopped ? override.trim() : '' });
        return trace.ok ? ok({ files: written.value }) : trace;
      },
    },
  };
}
