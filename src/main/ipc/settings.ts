import { type BrowserWindow, nativeTheme } from 'electron';
import * as v from 'valibot';
import { newsroom } from '../../article/newsroom/index.ts';
import { keysPattern } from '../../ipc/commands.ts';
import { fail, ok } from '../../ipc/result.ts';
import { say } from '../../language/index.ts';
import { exportSettings, fieldNames } from '../files/export-settings.ts';
import { askedPictureRules } from '../files/picture-rules.ts';
import { pickFolder } from '../shell/pick-folder.ts';
import { machineFacts } from '../machine-facts.ts';
import { publicSettings, type SettingsFile, sparedNote } from '../settings.ts';
import { nothing, shortText } from './parsers.ts';
import type { CallTable } from './answer.ts';

interface SettingsDesk {
  readonly settings: SettingsFile;
  readonly folder: string;
  readonly window: () => BrowserWindow | null;
  /** The menu shows other keys now. */
  readonly onKeys: () => void;
}

export function settingsCalls({ settings, folder, window, onKeys }: SettingsDesk): Pick<CallTable, 'settings.read' | 'settings.write' | 'settings.settleClock' | 'settings.pickBackupFolder'> {
  return {
    'settings.read': {
      request: nothing,
      handle: () => ok({ ...publicSettings(settings.current), ...machineFacts(folder), putAside: settings.putAside, clockGap: settings.current.clockGap }),
    },
    'settings.write': {
      request: v.strictObject({
        person: v.exactOptional(v.strictObject({ id: shortText, name: shortText })),
        zone: v.exactOptional(shortText),
        language: v.exactOptional(shortText),
        theme: v.exactOptional(v.picklist(['system', 'light', 'dark'])),
        showTouched: v.exactOptional(v.boolean()),
        sparedNotes: v.exactOptional(v.pipe(v.array(sparedNote), v.maxLength(1000))),
        keys: v.exactOptional(v.record(shortText, v.pipe(shortText, v.regex(keysPattern)))),
        typewriter: v.exactOptional(v.boolean()),
        focus: v.exactOptional(v.boolean()),
        exportFolder: v.exactOptional(shortText),
        exporting: v.exactOptional(exportSettings),
        fieldNames: v.exactOptional(fieldNames),
        backupFolder: v.exactOptional(shortText),
        newsroom: v.exactOptional(newsroom),
        pictures: v.exactOptional(askedPictureRules),
      }),
      handle: async (patch) => {
        // In force at once, whatever becomes of the file.
        if (patch.theme) nativeTheme.themeSource = patch.theme;
        try {
          const changing = settings.change(patch);
          if (patch.keys) onKeys();
          return ok(await changing);
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
