import { clipboard } from 'electron';
import * as v from 'valibot';
import { ok } from '../../ipc/result.ts';
import { nothing } from './parsers.ts';
import type { CallTable } from './register.ts';

/** Galley's own flavour on the system's clipboard. */
const galleyFormat = 'application/x-galley+json';

export const clipboardCalls: Pick<CallTable, 'clipboard.write' | 'clipboard.read'> = {
  'clipboard.write': {
    request: v.strictObject({ galley: v.string(), text: v.string(), html: v.nullable(v.string()) }),
    handle: ({ galley, text, html }) => {
      clipboard.write({ text, ...(html === null ? {} : { html }) });
      if (galley) clipboard.writeBuffer(galleyFormat, Buffer.from(galley, 'utf8'));
      return ok(null);
    },
  },
  'clipboard.read': {
    request: nothing,
    handle: () => ok({ galley: clipboard.readBuffer(galleyFormat).toString('utf8'), html: clipboard.readHTML(), text: clipboard.readText() }),
  },
};
