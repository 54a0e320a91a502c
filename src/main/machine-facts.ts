/** What the window is told of the machine beside the settings; looked up anew at each start. Light: every start waits for it. */
import { hostname, userInfo } from 'node:os';
import type { Calls } from '../ipc/contract.ts';

type MachineFacts = Pick<Calls['settings.read']['answer'], 'machineZone' | 'machineName' | 'dataFolder'>;

export const machineFacts = (dataFolder: string): MachineFacts => ({ machineZone: Intl.DateTimeFormat().resolvedOptions().timeZone, machineName: nameOfPerson(), dataFolder });

/** The machine's name for the person, as a proposal; accounts that say nothing about a person propose nothing. */
function nameOfPerson(): string {
  try {
    const { username } = userInfo();
    return /^(root|admin|user|administrator|runner)$/i.test(username) || username === hostname() ? '' : username;
  } catch {
    return '';
  }
}
