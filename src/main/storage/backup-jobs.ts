/**
 * What is done with backups, each in a process of its own (`backup-process.ts`) that ends with its job: a long one holds nothing
 * up, and one that is killed leaves whole backups only.
 */
import { existsSync } from 'node:fs';
import type { Article } from '../../article/article.ts';
import type { BackupRow } from '../../ipc/backups.ts';
import type { ArticleSummary } from '../../ipc/contract.ts';
import { ok, type Result } from '../../ipc/result.ts';
import { takeBackup } from './backup.ts';
import { copiesFolder, copyBackup, copyPicture } from './backup-copy.ts';
import { type BackupErasure, type ErasedFromBackups, eraseFromBackups } from './backup-erase.ts';
import { findBackup, listAll, lookAt, readFrom, readPadFrom } from './backup-look.ts';
import { type BackedUpPictures, picturesOfBackups } from './backup-pictures.ts';
import { type BackupReason, readPictures } from './backup-manifest.ts';
import { restoreBackup, type Restored } from './backup-restore.ts';
import type { StorageContext } from './calls.ts';
import { assess, type Assessment, recover, type Recovered, type Recovery } from './salvage-recover.ts';

/** Where a library is, and where its backups are copied to; `second` is '' where there is no such folder. */
export interface Library {
  readonly dataFolder: string;
  readonly second: string;
  readonly deviceId: string;
}

export interface BackupJobs {
  take: {
    request: { readonly reason: BackupReason; readonly nowMs: number };
    /** `second`: why the copy on the other disk was not made, '' where it was or none is wanted. */
    answer: { readonly id: string; readonly unchanged: boolean; readonly second: string };
  };
  list: { request: null; answer: readonly BackupRow[] };
  look: { request: { readonly backupId: string; readonly query: string }; answer: { readonly total: number; readonly rows: readonly ArticleSummary[] } };
  read: { request: { readonly backupId: string; readonly articleId: string }; answer: Article };
  readPad: { request: { readonly backupId: string; readonly articleId: string }; answer: string };
  /** The store must be closed. */
  restore: { request: { readonly backupId: string; readonly nowMs: number }; answer: Restored };
  assess: { request: null; answer: Assessment };
  recover: { request: { readonly how: Recovery; readonly context: StorageContext & { readonly nowMs: number } }; answer: Recovered };
  /** What the backups on this disk refer to; those on the second one have pictures of their own. */
  pictures: { request: null; answer: readonly BackedUpPictures[] };
  erase: { request: BackupErasure; answer: ErasedFromBackups };
}
export type BackupJobName = keyof BackupJobs;

type Jobs = { readonly [Name in BackupJobName]: (library: Library, request: BackupJobs[Name]['request']) => Promise<Result<BackupJobs[Name]['answer']>> };

export const backupJobs: Jobs = {
  take: async (library, request) => {
    const taken = await takeBackup(library.dataFolder, request);
    if (!taken.ok) return taken;
    const { backup, unchanged } = taken.value;
    const copied = library.second === '' ? null : copyBackup(backup, library);
    return ok({ id: backup.id, unchanged, second: copied && !copied.ok ? copied.error.message : '' });
  },
  list: (library) => Promise.resolve(ok(listAll(library))),
  look: (library, request) => Promise.resolve(lookAt(library, request)),
  read: (library, request) => Promise.resolve(readFrom(library, request)),
  readPad: (library, request) => Promise.resolve(readPadFrom(library, request)),
  restore: async (library, { backupId, nowMs }) => {
    const found = findBackup(library, backupId);
    if (!found.ok) return found;
    const { backup, home } = found.value;
    for (const id of readPictures(backup.folder)) copyPicture(id, { from: home, to: library.dataFolder, mend: true });
    return restoreBackup(library.dataFolder, backup.folder, { nowMs, holder: 'window' });
  },
  assess: ({ dataFolder }) => assess(dataFolder),
  recover: ({ dataFolder }, { how, context }) => recover(dataFolder, how, context),
  pictures: ({ dataFolder }) => Promise.resolve(picturesOfBackups(dataFolder)),
  erase: ({ dataFolder, second, deviceId }, erasure) => {
    const here = eraseFromBackups(dataFolder, erasure);
    if (second === '') return Promise.resolve({ ok: true, value: here });
    if (!existsSync(second)) return Promise.resolve({ ok: true, value: { ...here, unreached: [...here.unreached, second] } });
    const there = eraseFromBackups(copiesFolder(second, deviceId), erasure);
    return Promise.resolve({ ok: true, value: { backups: here.backups + there.backups, pictures: here.pictures + there.pictures, alsoIn: here.alsoIn, unreached: [...here.unreached, ...there.unreached] } });
  },
};
