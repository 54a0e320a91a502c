import { userInfo } from 'node:os';
import { nativeTheme } from 'electron';
import * as v from 'valibot';
import { ok } from '../../ipc/result.ts';
import { isZone } from '../../article/time.ts';
import { publicSettings } from '../settings.ts';
import { by, type Handlers, machineZone, nothing, shortText } from './handler.ts';

export const settingsHandlers: Handlers<'settings.read' | 'settings.write'> = {
  'settings.read': {
    parse: nothing,
    run: (_request, { settings, dataFolder }) => Promise.resolve(ok({ ...publicSettings(settings.current), machineZone: machineZone(), machineName: userName(), dataFolder })),
  },
  'settings.write': {
    parse: by(v.strictObject({
      person: v.exactOptional(v.strictObject({ id: shortText, name: shortText })),
      zone: v.exactOptional(v.pipe(v.string(), v.check((zone) => zone === '' || isZone(zone), 'expected an IANA zone'))),
      language: v.exactOptional(shortText),
      theme: v.exactOptional(v.picklist(['system', 'light', 'dark'])),
      exportFolder: v.exactOptional(shortText),
    })),
    run: async (request, { settings }) => {
      const { person, ...others } = request;
      // A person keeps the id this data folder gave, unless the window names one.
      const changed = await settings.change({ ...others, ...(person ? { person: { name: person.name, id: person.id || settings.current.person.id } } : {}) });
      nativeTheme.themeSource = changed.theme;
      return ok(changed);
    },
  },
};

function userName(): string {
  try {
    return userInfo().username;
  } catch {
    // A user without an entry in the system's list has no name to propose.
    return '';
  }
}
