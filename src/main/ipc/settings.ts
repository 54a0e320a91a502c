import { hostname, userInfo } from 'node:os';
import { type BrowserWindow, nativeTheme } from 'electron';
import * as v from 'valibot';
import { newsroom } from '../../article/newsroom/index.ts';
import { fail, ok } from '../../ipc/result.ts';
import { say } from '../../language/index.ts';
import { exportSettings, fieldNames } from '../export-settings.ts';
import { pickFolder } from '../shell/pick-folder.ts';
import { publicSettings, type SettingsFile } from '../settings.ts';
import { nothing, shortText } from './parsers.ts';
import type { CallTable } from './register.ts';

export function settingsCalls(settings: SettingsFile, folder: string, window: () => BrowserWindow | null): Pick<CallTable, 'settings.read' | 'settings.write' | 'settings.settleClock' | 'settings.pickBackupFolder'> {
  return {
    'settings.read': {
      request: nothing,
      handle: () => ok({ ...publicSettings(settings.current), machineZone: Intl.DateTimeFormat().resolvedOptions().timeZone, machineName: nameOfPerson(), dataFolder: folder, putAside: settings.putAside, clockGap: settings.current.clockGap }),
    },
    'settings.write': {
      request: v.strictObject({
        person: v.exactOptional(v.strictObject({ id: shortText, name: shortText })),
        zone: v.exactOptional(shortText),
        language: v.exactOptional(shortText),
        theme: v.exactOptional(v.picklist(['system', 'light', 'dark'])),
        showTouched: v.exactOptional(v.boolean()),
        typewriter: v.exactOptional(v.boolean()),
        focus: v.exactOptional(v.boolean()),
        exportFolder: v.exactOptional(shortText),
        exporting: v.exactOptional(exportSettings),
        fieldNames: v.exactOptional(fieldNames),
        backupFolder: v.exactOptional(shortText),
        newsroom: v.exactOptional(newsroom),
        pictures: v.exactOptional(v.strictObject({ longest: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(20_000)), quality: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100)), keepsPlace: v.boolean() })),
      }),
      handle: async (patch) => {
        // In force at once, whatever becomes of the file.
        if (patch.theme) nativeTheme.themeSource = patch.theme;
        try {
          return ok(await settings.change(patch));
        } catch (error) {
          return fail('not-writable', say('settings.notWritten', { reason: error instanceof Error ? error.message : String(error) }));
        }
      },
    },
    'settings.settleClock': {
      request: nothing,
      handle: async () => {
        try {
          await settings.settleClock();
          return ok(null);
        } catch (error) {
          return fail('not-writable', say('settings.notWritten', { reason: error instanceof Error ? error.message : String(error) }));
        }
      },
    },
    'settings.pickBackupFolder': {
      request: nothing,
      handle: async () => ok(await pickFolder(window(), say('shell.chooseBackupFolder'), settings.current.backupFolder)),
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
