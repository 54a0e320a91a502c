import { hostname, userInfo } from 'node:os';
import { nativeTheme } from 'electron';
import * as v from 'valibot';
import { ok } from '../../ipc/result.ts';
import { publicSettings, type SettingsFile } from '../settings.ts';
import { nothing, shortText } from './parsers.ts';
import type { CallTable } from './register.ts';

export function settingsCalls(settings: SettingsFile, folder: string): Pick<CallTable, 'settings.read' | 'settings.write'> {
  return {
    'settings.read': {
      request: nothing,
      handle: () => ok({ ...publicSettings(settings.current), machineZone: Intl.DateTimeFormat().resolvedOptions().timeZone, machineName: nameOfPerson(), dataFolder: folder }),
    },
    'settings.write': {
      request: v.strictObject({
        person: v.exactOptional(v.strictObject({ id: shortText, name: shortText })),
        zone: v.exactOptional(shortText),
        language: v.exactOptional(shortText),
        theme: v.exactOptional(v.picklist(['system', 'light', 'dark'])),
        exportFolder: v.exactOptional(shortText),
      }),
      handle: async (patch) => {
        const written = await settings.change(patch);
        nativeTheme.themeSource = written.theme;
        return ok(written);
      },
    },
  };
}

/** The machine's name for the person, as a proposal; accounts that say nothing about a person propose nothing. */
function nameOfPerson(): string {
  try {
    const { username } = userInfo();
    return /^(root|admin|user|administrator|runner)$/i.test(username) || username === hostname() ? '' : username;
  } catch {
    return '';
  }
}
