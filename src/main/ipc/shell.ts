import { isAbsolute } from 'node:path';
import { shell } from 'electron';
import * as v from 'valibot';
import { isOpenableAddress, safeAddress } from '../../article/address.ts';
import { fail, ok } from '../../ipc/result.ts';
import { say } from '../../language/index.ts';
import { by, type Handlers, nothing } from './handler.ts';

export const shellHandlers: Handlers<'shell.openAddress' | 'shell.showFile' | 'shell.readyToClose'> = {
  'shell.openAddress': {
    parse: by(v.strictObject({ address: v.pipe(v.string(), v.maxLength(10_000)) })),
    run: async ({ address }) => {
      const safe = safeAddress(address);
      if (safe === null || !isOpenableAddress(safe)) return fail('bad-argument', say('errors.badAddress'));
      await shell.openExternal(safe);
      return ok(null);
    },
  },
  'shell.showFile': {
    parse: by(v.strictObject({ path: v.pipe(v.string(), v.check(isAbsolute, 'expected an absolute path')) })),
    run: ({ path }) => {
      shell.showItemInFolder(path);
      return Promise.resolve(ok(null));
    },
  },
  'shell.readyToClose': {
    parse: nothing,
    run: (_request, { readyToClose }) => {
      readyToClose();
      return Promise.resolve(ok(null));
    },
  },
};
