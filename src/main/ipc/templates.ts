import { type BrowserWindow, dialog } from 'electron';
import * as v from 'valibot';
import { templateKinds } from '../../article/export/template.ts';
import { fail, ok } from '../../ipc/result.ts';
import { say } from '../../language/index.ts';
import { readTemplateFile, type TemplateStore } from '../files/template-store.ts';
import type { CallTable } from './answer.ts';
import { nothing } from './parsers.ts';

const kind = v.picklist(templateKinds);

export function templateCalls(templates: TemplateStore, window: () => BrowserWindow | null): Pick<CallTable, 'templates.read' | 'templates.pick' | 'templates.set'> {
  return {
    'templates.read': { request: nothing, handle: async () => ok(await templates.read()) },
    'templates.pick': {
      request: v.strictObject({ kind }),
      handle: async ({ kind: chosen }) => {
        const options: Electron.OpenDialogOptions = { title: say('settings.templatePick'), properties: ['openFile'], filters: [{ name: say('settings.templateFiles'), extensions: ['liquid', 'html', 'txt'] }, { name: say('shell.allFiles'), extensions: ['*'] }] };
        const shown = window();
        const { filePaths: [path] } = await (shown ? dialog.showOpenDialog(shown, options) : dialog.showOpenDialog(options));
        if (path === undefined) return ok(null);
        const read = await readTemplateFile(path);
        if (!read.ok) return read;
        const kept = await templates.set(chosen, read.value);
        return kept.ok || kept.error.code !== 'bad-file' ? kept : fail('bad-file', say('settings.templateRefused', { file: path, what: kept.error.message }));
      },
    },
    'templates.set': {
      request: v.strictObject({ kind, source: v.nullable(v.pipe(v.string(), v.maxLength(500_000))) }),
      handle: ({ kind: chosen, source }) => templates.set(chosen, source),
    },
  };
}
