/** What the window may ask for: calls every start needs are loaded beside its start, those of single jobs when one is asked for. */
import type { BrowserWindow } from 'electron';
import type { CallName } from '../ipc/contract.ts';
import type { BackupClient } from './backup-client.ts';
import type { CallTable, FindCall } from './ipc/answer.ts';
import type { FindClient } from './find-client.ts';
import type { Pictures } from './pictures.ts';
import type { SealedSession } from './sealed-session.ts';
import type { SessionFile } from './session-file.ts';
import type { SettingsFile } from './settings.ts';
import type { StorageContext } from './storage/calls.ts';
import type { StorageClient } from './storage-client.ts';

type LateName = 'revisions.saveComparison' | Extract<CallName, `${'export' | 'files' | 'images' | 'templates'}.${string}`>;
export type LateCalls = Pick<CallTable, LateName>;
export type UsualCalls = Omit<CallTable, LateName>;

/** Everything the calls need, made once. */
export interface Desk {
  readonly folder: string;
  readonly settings: SettingsFile;
  readonly session: SessionFile;
  readonly sealed: SealedSession;
  /** Looks at the clock at once: for who is about to let something out. */
  readonly lookAtClock: () => void;
  /** What the window began with is on the screen. */
  readonly onDrawn: () => void;
  readonly storage: StorageClient;
  readonly finder: FindClient;
  readonly backups: BackupClient;
  readonly pictures: Pictures;
  readonly window: () => BrowserWindow | null;
  readonly zone: () => string;
  readonly context: () => StorageContext;
  readonly onReplaced: () => void;
  /** Keys are others: the menu shows them. */
  readonly onKeys: () => void;
}

export function callsOf(desk: Desk, readyToClose: (isSaved: boolean) => void): FindCall {
  /** Files of this session, which the window may show in their folder. */
  const written = new Set<string>();
  const usual = import('./usual-calls.ts').then(({ usualCalls }) => usualCalls(desk, { written, readyToClose }));
  let all: Promise<CallTable> | null = null;
  const withLate = async (): Promise<CallTable> => {
    const { lateCalls } = await import('./late-calls.ts');
    return { ...(await usual), ...lateCalls(desk, written) };
  };
  return async (name) => {
    const early: Partial<CallTable> = await usual;
    return early[name] ?? (await (all ??= withLate()))[name];
  };
}
