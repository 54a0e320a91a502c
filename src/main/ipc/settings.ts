import { hostname, userInfo } from 'node:os';
import { nativeTheme } from 'electron';
import * as v from 'valibot';
import type { Settings } from '../../ipc/contract.ts';
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
      request: v.partial(
        v.strictObject({
          person: v.strictObject({ id: shortText, name: shortText }),
          zone: shortText,
          language: shortText,
          theme: v.picklist(['system', 'light', 'dark']),
          exportFolder: shortText,
        }),
      ),
      handle: async (patch) => {
        const written = await settings.change(withoutUndefined(patch));
        nativeTheme.themeSource = written.theme;
        return ok(written);
      },
    },
  };
}

/** `exactOptionalPropertyTypes`: a key that is undefined is a key that is not there. */
function withoutUndefined(patch: { [Key in keyof Settings]?: Settings[Key] | undefined }): Partial<Settings> {
  return Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined));
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
