/** The calls of every session. */
import { join, normalize } from 'node:path';
import { app } from 'electron';
import type { Desk, UsualCalls } from './calls.ts';
import { articleCalls } from './ipc/articles.ts';
import { backupCalls } from './ipc/backups.ts';
import { everywhereCalls } from './ipc/everywhere.ts';
import { notesCalls } from './ipc/notes.ts';
import { pictureCalls } from './ipc/pictures.ts';
import { revisionCalls } from './ipc/revisions.ts';
import { settingsCalls } from './ipc/settings.ts';
import { shellCalls } from './ipc/shell.ts';
import { PictureLibrary } from './picture-library.ts';
import { openSample } from './sample.ts';

interface Session {
  readonly written: ReadonlySet<string>;
  readonly readyToClose: (isSaved: boolean) => void;
}

/** Only what is light to load may be imported here: the window waits for it. */
export function usualCalls({ pictures, folder, settings, session, storage, finder, backups, context, onReplaced, onKeys, onDrawn, window }: Desk, { written, readyToClose }: Session): UsualCalls {
  const { images, thumbnails } = pictures;
  return {
    ...settingsCalls({ settings, folder, window, onKeys }),
    ...articleCalls({
      storage,
      session,
      openSample: () => openSample(join(app.getAppPath(), 'resources/sample'), storage, images),
      language: () => settings.current.language,
      eraseFromBackups: (erasure) => backups.run('erase', { ...erasure, nowMs: Date.now(), context: context() }),
    }),
    ...everywhereCalls({ storage, finder }),
    ...revisionCalls(storage),
    ...notesCalls(storage),
    ...pictureCalls(new PictureLibrary({ storage, backups, images, thumbnails, nowMs: Date.now })),
    ...backupCalls({ backups, storage, folder, context, onReplaced }),
    ...shellCalls({ readyToClose, onDrawn, wasWritten: (path) => written.has(normalize(path)), logFile: join(folder, 'galley.log') }),
  };
}
