import { clipboard } from 'electron';
import * as v from 'valibot';
import { ok } from '../../ipc/result.ts';
import { by, type Handlers, nothing } from './handler.ts';

/** Galley's own flavour: blocks as JSON, ids and notes included. */
const galleyType = 'application/x-galley-blocks';
/** The system takes one write for several flavours, but only for those it knows; Galley's rides in the HTML, where browsers keep it. */
export const clipboardHandlers: Handlers<'clipboard.write' | 'clipboard.read'> = {
  'clipboard.write': {
    parse: by(v.strictObject({ galley: v.string(), text: v.string(), html: v.nullable(v.string()) })),
    run: ({ galley, text, html }) => {
      held = { galley, text };
      clipboard.write({ text, ...(html === null ? {} : { html }) });
      if (html === null && text === '') clipboard.writeBuffer(galleyType, Buffer.from(galley));
      return Promise.resolve(ok(null));
    },
  },
  'clipboard.read': {
    parse: nothing,
    run: () => {
      const text = clipboard.readText();
      const buffer = clipboard.readBuffer(galleyType).toString('utf8');
      return Promise.resolve(ok({ galley: buffer || (held.text === text ? held.galley : ''), html: clipboard.readHTML(), text }));
    },
  },
};

/** What Galley put there last; it counts as long as the clipboard still holds that text. */
let held = { galley: '', text: '' };
