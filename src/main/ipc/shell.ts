import { normalize } from 'node:path';
import { shell } from 'electron';
import * as v from 'valibot';
import { isOpenableAddress } from '../../article/address.ts';
import { fail, ok } from '../../ipc/result.ts';
import { say } from '../../language/index.ts';
import { nothing, shortText } from './parsers.ts';
import type { CallTable } from './answer.ts';

interface Shell {
  readonly readyToClose: (isSaved: boolean) => void;
  readonly onDrawn: () => void;
  readonly wasWritten: (path: string) => boolean;
  readonly logFile: string;
}

export function shellCalls({ readyToClose, onDrawn, wasWritten, logFile }: Shell): Pick<CallTable, Extract<keyof CallTable, `shell.${string}`>> {
  return {
    'shell.openAddress': {
      request: v.strictObject({ address: shortText }),
      handle: async ({ address }) => {
        if (!isOpenableAddress(address)) return fail('bad-argument', say('shell.notOpenable'));
        await shell.openExternal(new URL(address).href);
        return ok(null);
      },
    },
    'shell.showFile': {
      // Only what this session exported: the window cannot make the system's file manager look elsewhere.
      request: v.strictObject({ path: v.pipe(shortText, v.check(wasWritten, 'not a file of this session')) }),
      handle: ({ path }) => {
        shell.showItemInFolder(normalize(path));
        return ok(null);
      },
    },
    'shell.showLog': {
      request: nothing,
      handle: () => {
        shell.showItemInFolder(logFile);
        return ok(null);
      },
    },
    'shell.drawn': {
      request: nothing,
      handle: () => {
        onDrawn();
        return ok(null);
      },
    },
    'shell.readyToClose': {
      request: v.strictObject({ isSaved: v.boolean() }),
      handle: ({ isSaved }) => {
        readyToClose(isSaved);
        return ok(null);
      },
    },
  };
}
