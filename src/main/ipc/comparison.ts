/** The paper trail: a comparison of two versions as a page or a PDF. */
import { createHash } from 'node:crypto';
import { basename, join } from 'node:path';
import canonicalize from 'canonicalize';
import { type BrowserWindow, dialog } from 'electron';
import * as v from 'valibot';
import type { Article } from '../../article/article.ts';
import { comparisonPage, type PageSide } from '../../article/compare/index.ts';
import { fileStem } from '../../article/export/names.ts';
import { time } from '../../article/metadata.ts';
import { timeAt } from '../../article/time.ts';
import type { VersionNamed } from '../../ipc/contract.ts';
import { fail, ok, type Result } from '../../ipc/result.ts';
import { revisionHeading } from '../../ipc/revision-heading.ts';
import { say } from '../../language/index.ts';
import { writeAtomically } from '../files/write-atomically.ts';
import { printPage } from '../shell/print-page.ts';
import type { StorageClient } from '../storage-client.ts';
import { articleArgument, articleId, id, shortText } from './parsers.ts';
import type { CallTable } from './answer.ts';

interface PaperTrail {
  readonly window: () => BrowserWindow | null;
  readonly storage: StorageClient;
  /** Folder of the last export, proposed. */
  readonly lastFolder: () => string;
  readonly zone: () => string;
  /** The window may show this file in its folder. */
  readonly onWritten: (path: string) => void;
}

const version = v.nullable(v.union([id, v.strictObject({ fileName: shortText, article: articleArgument, modifiedAt: time })]));

export function comparisonCalls(trail: PaperTrail): Pick<CallTable, 'revisions.saveComparison'> {
  return {
    'revisions.saveComparison': {
      request: v.strictObject({ ...articleId.entries, before: version, after: version, how: v.picklist(['html', 'pdf']) }),
      handle: async ({ articleId: article, before, after, how }) => {
        const one = await sideOf(trail, article, before);
        const other = await sideOf(trail, article, after);
        if (!one.ok) return one;
        if (!other.ok) return other;
        const path = await pickFile(trail, other.value.article, how);
        if (path === null) return ok(null);
        const page = comparisonPage(one.value, other.value, timeAt(Date.now(), trail.zone()));
        try {
          await writeAtomically(path, how === 'html' ? page : await printPage(page));
        } catch (error) {
          return fail('not-writable', say('cli.write-failed', { file: basename(path), message: error instanceof Error ? error.message : String(error) }));
        }
        trail.onWritten(path);
        return ok({ path });
      },
    },
  };
}

async function sideOf({ storage }: PaperTrail, article: string, named: VersionNamed): Promise<Result<PageSide>> {
  if (typeof named === 'object' && named !== null) return ok({ article: named.article, title: named.fileName, time: named.modifiedAt, author: '', hash: hashOf(named.article) });
  if (named === null) {
    const opened = await storage.call('articles.open', { articleId: article });
    return opened.ok ? ok({ article: opened.value.article, title: say('history.working'), time: null, author: '', hash: hashOf(opened.value.article) }) : opened;
  }
  const read = await storage.call('revisions.read', { articleId: article, revisionId: named });
  const summary = await storage.call('revisions.summary', { articleId: article, revisionId: named });
  if (!read.ok) return read;
  if (!summary.ok) return summary;
  const { time, author } = summary.value;
  return ok({ article: read.value, title: revisionHeading(summary.value), time, author: author.name, hash: hashOf(read.value) });
}

const hashOf = (article: Article): string => createHash('sha256').update(canonicalize(article) ?? '').digest('hex');

async function pickFile({ window, lastFolder }: PaperTrail, article: Article, how: 'html' | 'pdf'): Promise<string | null> {
  const options: Electron.SaveDialogOptions = { title: say('history.savePage'), defaultPath: join(lastFolder(), `${fileStem(article)}-changes.${how}`), filters: [{ name: how.toUpperCase(), extensions: [how] }] };
  const parent = window();
  const { canceled, filePath } = await (parent ? dialog.showSaveDialog(parent, options) : dialog.showSaveDialog(options));
  return canceled || !filePath ? null : filePath;
}
