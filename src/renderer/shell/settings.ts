import type { Calls } from '../../ipc/contract.ts';

/** What settings.read answers: the settings and what the machine proposes. */
export type KnownSettings = Calls['settings.read']['answer'];
