import { app } from 'electron';
import { join } from 'node:path';
import * as v from 'valibot';
import { fail, ok, type Result } from '../../ipc/result.ts';
import { say } from '../../language/index.ts';
import type { BackupClient } from '../backup-client.ts';
import type { StorageContext } from '../storage/calls.ts';
import type { StorageClient } from '../storage-client.ts';
import { articleId, id, nothing, shortText } from './parsers.ts';
import type { CallTable } from './answer.ts';

interface Backups {
  readonly backups: BackupClient;
  readonly storage: StorageClient;
  readonly folder: string;
  readonly context: () => StorageContext;
  /** The library is another one now. */
  readonly onReplaced: () => void;
}

const backupId = v.pipe(v.string(), v.regex(/^(galley-[0-9a-f]{8}\/)?\d{6,}-\d{8}T\d{6}Z$/));
type Names = Extract<keyof CallTable, `backups.${string}` | `recovery.${string}`>;

export function backupCalls(parts: Backups): Pick<CallTable, Names> {
  const { backups, storage } = parts;
  return {
    'backups.list': { request: nothing, handle: () => backups.run('list', null) },
    'backups.take': { request: nothing, handle: () => backups.run('take', { reason: 'asked', nowMs: Date.now() }) },
    'backups.look': { request: v.strictObject({ backupId, query: shortText }), handle: (request) => backups.run('look', request) },
    'backups.read': { request: v.strictObject({ ...articleId.entries, backupId }), handle: (request) => backups.run('read', request) },
    'backups.restoreArticle': {
      request: v.strictObject({ ...articleId.entries, backupId }),
      handle: async (request) => {
        const read = await backups.run('read', request);
        if (!read.ok) return read;
        const pad = await backups.run('readPad', request);
        return storage.call('articles.bringBack', { article: read.value, note: say('backups.noteOf', { id: request.backupId }), pad: pad.ok ? pad.value : '' });
      },
    },
    'backups.undoArticle': {
      request: v.strictObject({ ...articleId.entries, replaced: v.nullable(id) }),
      handle: async ({ articleId: article, replaced }) => {
        if (replaced === null) return storage.call('articles.trash', { articleId: article });
        const before = await storage.call('revisions.read', { articleId: article, revisionId: replaced });
        if (!before.ok) return before;
        const back = await storage.call('articles.bringBack', { article: before.value, note: '', pad: '' });
        return back.ok ? ok(null) : back;
      },
    },
    'backups.restoreAll': {
      request: v.strictObject({ backupId }),
      handle: async (request) => {
        await storage.call('revisions.makeAll', { cause: 'before-close' });
        const restored = await whileClosed(parts, () => backups.run('restore', { ...request, nowMs: Date.now() }));
        if (!restored.ok) return restored;
        const newest = await backups.run('list', null);
        const { keptIn } = restored.value;
        return ok({ undo: newest.ok ? (newest.value.find((row) => keptIn?.endsWith(row.id))?.id ?? null) : null });
      },
    },
    ...recoveryCalls(parts),
  };
}

function recoveryCalls(parts: Backups): Pick<CallTable, Extract<Names, `recovery.${string}`>> {
  const { backups, storage, folder, context } = parts;
  const file = join(folder, 'galley.db');
  return {
    'recovery.assess': {
      request: v.strictObject({ evenIfOpen: v.boolean() }),
      handle: async ({ evenIfOpen }) => {
        const opened = await storage.opened;
        if (opened.ok) {
          if (!evenIfOpen) return ok(null);
          const looked = await whileClosed({ ...parts, onReplaced: () => undefined }, () => backups.run('assess', null));
          return looked.ok ? ok({ ...looked.value, file, message: '' }) : looked;
        }
        const { code, message } = opened.error;
        if (code !== 'store-damaged' && code !== 'newer-database') return ok({ trouble: 'other' as const, file, message, backup: null, found: { articles: 0, revisions: 0 } });
        const assessed = await backups.run('assess', null);
        if (!assessed.ok) return ok({ trouble: 'other' as const, file, message: `${message} ${assessed.error.message}`, backup: null, found: { articles: 0, revisions: 0 } });
        return ok({ ...assessed.value, file, message });
      },
    },
    'recovery.run': {
      request: v.strictObject({ how: v.picklist(['everything', 'backup', 'empty']) }),
      handle: async ({ how }) => {
        const recovered = await whileClosed(parts, () => backups.run('recover', { how, context: { ...context(), nowMs: Date.now() } }));
        if (!recovered.ok) return recovered;
        const { backup, facts, keptIn, adopted } = recovered.value;
        return ok({ backup, articles: facts.articles + facts.trashed, keptIn, adopted });
      },
    },
    'recovery.retry': {
      request: nothing,
      handle: async () => {
        await storage.suspend();
        return storage.resume();
      },
    },
    'recovery.quit': {
      request: nothing,
      handle: () => {
        app.quit();
        return ok(null);
      },
    },
  };
}

/** Closes the store for a job that replaces it, and opens it again whatever came of that. */
async function whileClosed<T>({ storage, onReplaced }: Backups, job: () => Promise<Result<T>>): Promise<Result<T>> {
  await storage.suspend();
  const done = await job();
  const opened = await storage.resume();
  if (done.ok) onReplaced();
  return done.ok && !opened.ok ? fail(opened.error.code, opened.error.message) : done;
}
