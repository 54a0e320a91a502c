/**
 * What is done with backups, each in a process of its own (`backup-process.ts`) that ends with its job: a long one holds nothing
 * up, and one that is killed leaves whole backups only.
 */
import { existsSync } from 'node:fs';
import type { Result } from '../../ipc/result.ts';
import { takeBackup } from './backup.ts';
import { copiesFolder, copyBackup } from './backup-copy.ts';
import { type BackupErasure, type ErasedFromBackups, eraseFromBackups } from './backup-erase.ts';
import type { BackupReason } from './backup-manifest.ts';

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
    return { ok: true, value: { id: backup.id, unchanged, second: copied && !copied.ok ? copied.error.message : '' } };
  },
  erase: ({ dataFolder, second, deviceId }, erasure) => {
    const here = eraseFromBackups(dataFolder, erasure);
    if (second === '') return Promise.resolve({ ok: true, value: here });
    if (!existsSync(second)) return Promise.resolve({ ok: true, value: { ...here, unreached: [...here.unreached, second] } });
    const there = eraseFromBackups(copiesFolder(second, deviceId), erasure);
    return Promise.resolve({ ok: true, value: { backups: here.backups + there.backups, pictures: here.pictures + there.pictures, unreached: [...here.unreached, ...there.unreached] } });
  },
};
