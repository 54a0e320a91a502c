import { type BrowserWindow, clipboard } from 'electron';
import * as v from 'valibot';
import type { Article } from '../../article/article.ts';
import { checkArticle, type CheckOptions, gateOf } from '../../article/checks/index.ts';
import { exportArticle } from '../../article/export/index.ts';
import type { ExportedFile } from '../../ipc/contract.ts';
import { fail, ok, type Result } from '../../ipc/result.ts';
import { say } from '../../language/index.ts';
import type { Wanted } from '../article-writer.ts';
import type { ExportZips, Leaving } from '../export-zips.ts';
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

export function exportCalls({ window, storage, lastFolder, checks, zips, write }: Export): Pick<CallTable, 'export.pickFolder' | 'export.write' | 'export.beginZip' | 'export.endZip' | 'export.copyHtml' | 'export.print'> {
  const recorded: Recorded = (id, note) => storage.call('revisions.record', { articleId: id, cause: 'export', note });
  /** The window has asked the gate already; it is not trusted with the answer. */
  const letOut = async (id: string, isPublished: boolean, override: string): Promise<Result<Leaving>> => {
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
        if (zip !== undefined) {
          // It has left once there is a zip.
          zips.collected(zip, leaving.value);
          return ok({ files: written.value });
        }
        const trace = await recorded(id, leaving.value.reason);
        return trace.ok ? ok({ files: written.value }) : trace;
      },
    },
    ...zipCalls(zips, recorded),
    'export.copyHtml': {
      request: v.strictObject({ ...articleId.entries, override: shortText }),
      handle: async ({ articleId: id, override }) => {
        const leaving = await letOut(id, true, override);
        if (!leaving.ok) return leaving;
        const { article, reason } = leaving.value;
        // As text: a field for source code takes nothing else, and rich fields take what is selected and copied.
        await clipboard.writeText(String(exportArticle(article, 'html-fragment').content));
        const trace = await recorded(id, reason ? say('shell.copiedHtmlBecause', { reason }) : say('shell.copiedHtml'));
        return trace.ok ? ok(null) : trace;
      },
    },
    'export.print': {
      request: v.strictObject({ ...articleId.entries, override: shortText }),
      handle: async ({ articleId: id, override }) => {
        const leaving = await letOut(id, true, override);
        if (!leaving.ok) return leaving;
        const isPrinted = await printPage(window());
        if (!isPrinted) return ok({ isPrinted });
        const trace = await recorded(id, leaving.value.reason ? say('shell.printedBecause', { reason: leaving.value.reason }) : say('shell.printed'));
        return trace.ok ? ok({ isPrinted }) : trace;
      },
    },
  };
}

/** An export becomes a revision, with why it left where the gate was shut. */
type Recorded = (articleId: string, note: string) => ReturnType<StorageClient['call']>;

function zipCalls(zips: ExportZips, recorded: Recorded): Pick<CallTable, 'export.beginZip' | 'export.endZip'> {
  return {
    'export.beginZip': { request: v.strictObject({ folder: shortText }), handle: async ({ folder }) => ok(await zips.begin(folder)) },
    'export.endZip': {
      request: v.strictObject({ zip: shortText }),
      handle: async ({ zip }) => {
        const ended = await zips.end(zip);
        if (!ended.ok || ended.value === null) return ended.ok ? ok(null) : ended;
        for (const { article, reason } of ended.value.left) {
          const trace = await recorded(article.id, reason);
          if (!trace.ok) return trace;
        }
        return ok(ended.value.file);
      },
    },
  };
}

/** @returns false where the person cancelled, or there is no printer */
function printPage(window: BrowserWindow | null): Promise<boolean> {
  return new Promise((resolve) => {
    if (!window) return resolve(false);
    // The margins of the paper are printed in the window's own colour, which is not white.
    const colour = window.getBackgroundColor();
    window.setBackgroundColor('#ffffff');
    window.webContents.print({ printBackground: true }, (isPrinted) => {
      window.setBackgroundColor(colour);
      resolve(isPrinted);
    });
  });
}
