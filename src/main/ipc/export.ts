import type { BrowserWindow } from 'electron';
import * as v from 'valibot';
import type { Article } from '../../article/article.ts';
import { checkArticle, type CheckOptions, gateOf } from '../../article/checks/index.ts';
import type { ExportedFile } from '../../ipc/contract.ts';
import { fail, ok, type Result } from '../../ipc/result.ts';
import { say } from '../../language/index.ts';
import type { Wanted } from '../article-writer.ts';
import type { ExportZips } from '../export-zips.ts';
import type { StorageClient } from '../storage-client.ts';
import { pickFolder } from '../shell/pick-folder.ts';
import { articleId, nothing, shortText } from './parsers.ts';
import type { CallTable } from './answer.ts';

interface Export {
  readonly window: () => BrowserWindow | null;
  readonly storage: StorageClient;
  /** Folder of the last export, proposed again. */
  readonly lastFolder: () => string;
  readonly checks: () => CheckOptions;
  readonly zips: ExportZips;
  readonly write: (article: Article, wanted: Wanted) => Promise<Result<readonly ExportedFile[]>>;
}

export function exportCalls({ window, storage, lastFolder, checks, zips, write }: Export): Pick<CallTable, 'export.pickFolder' | 'export.write' | 'export.beginZip' | 'export.endZip' | 'export.print'> {
  /** The window has asked the gate already; it is not trusted with the answer. */
  const letOut = async (id: string, isPublished: boolean, override: string): Promise<Result<{ readonly article: Article; readonly reason: string }>> => {
    const opened = await storage.call('articles.open', { articleId: id });
    if (!opened.ok) return opened;
    const { article } = opened.value;
    const options = checks();
    const gate = gateOf(article, checkArticle(article, options), options);
    const stopped = gate.shut && isPublished;
    if (stopped && override.trim() === '') return fail('blocked', say('shell.blocked', { what: gate.blocking[0]?.message ?? '' }));
    return ok({ article, reason: stopped ? override.trim() : '' });
  };
  return {
    'export.pickFolder': {
      request: nothing,
      handle: async () => ok(await pickFolder(window(), say('shell.chooseFolder'), lastFolder())),
    },
    'export.write': {
      request: v.strictObject({ ...articleId.entries, formats: v.pipe(v.array(shortText), v.minLength(1), v.maxLength(50)), pictures: v.picklist(['beside', 'inline']), folder: shortText, zip: v.exactOptional(shortText), override: shortText }),
      handle: async ({ articleId: id, override, zip, ...wanted }) => {
        const folder = zip === undefined ? wanted.folder : zips.stagingOf(zip);
        if (folder === null) return fail('bad-argument', say('shell.badArgument', { call: 'export.write', what: 'zip' }));
        // A `.galley` package is hand-over, nothing stops it.
        const leaving = await letOut(id, wanted.formats.some((format) => format !== 'galley'), override);
        if (!leaving.ok) return leaving;
        const written = await write(leaving.value.article, { ...wanted, folder });
        if (!written.ok) return written;
        if (zip !== undefined) zips.collected(zip, leaving.value.article);
        const trace = await storage.call('revisions.record', { articleId: id, cause: 'export', note: leaving.value.reason });
        return trace.ok ? ok({ files: written.value }) : trace;
      },
    },
    'export.beginZip': { request: v.strictObject({ folder: shortText }), handle: async ({ folder }) => ok(await zips.begin(folder)) },
    'export.endZip': { request: v.strictObject({ zip: shortText }), handle: ({ zip }) => zips.end(zip) },
    'export.print': {
      request: v.strictObject({ ...articleId.entries, override: shortText }),
      handle: async ({ articleId: id, override }) => {
        const leaving = await letOut(id, true, override);
        if (!leaving.ok) return leaving;
        const isPrinted = await printPage(window());
        if (!isPrinted) return ok({ isPrinted });
        const trace = await storage.call('revisions.record', { articleId: id, cause: 'export', note: leaving.value.reason ? say('shell.printedBecause', { reason: leaving.value.reason }) : say('shell.printed') });
        return trace.ok ? ok({ isPrinted }) : trace;
      },
    },
  };
}

/** @returns false where the person cancelled, or there is no printer */
function printPage(window: BrowserWindow | null): Promise<boolean> {
  return new Promise((resolve) => {
    if (window) window.webContents.print({ printBackground: true }, (isPrinted) => resolve(isPrinted));
    else resolve(false);
  });
}
