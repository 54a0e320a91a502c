import { type RefObject, useState } from 'react';
import type { ExportRequest, Settings } from '../../ipc/contract.ts';
import type { ExportSettings } from '../../ipc/export-settings.ts';
import type { Result } from '../../ipc/result.ts';
import { say } from '../../language/index.ts';
import { call } from '../api.ts';
import type { EditorHandle } from '../editor/article-editor.tsx';
import { destinationOf, packed } from '../export/packed.ts';
import { showFile, type Wrote } from '../export/written.tsx';
import { useNotices } from '../ui/notices.tsx';
import { useCommands } from './command-desk.ts';
import type { KnownSettings } from './settings.ts';
import type { Layout } from './use-layout.ts';

interface ExportingContext {
  readonly articleId: string;
  readonly editor: RefObject<EditorHandle | null>;
  readonly layout: Layout;
  readonly settings: KnownSettings;
  readonly onSettings: (patch: Partial<Settings>) => void;
  readonly gateShut: () => boolean;
  /** The history has one revision more. */
  readonly onWritten: () => void;
}

/** The export of the open article: what the panel needs, and the one key that does the last export again. */
export interface Exporting {
  readonly settings: ExportSettings;
  readonly setSettings: (settings: ExportSettings) => void;
  readonly folder: string;
  /** Asks for a folder and keeps it; '' where that was cancelled. */
  readonly pickFolder: () => Promise<string>;
  readonly isWriting: boolean;
  /** What the last export of this article wrote; null before the first. */
  readonly wrote: Wrote | null;
  /** Writes the chosen formats. `override`: the reason where the gate is shut. */
  readonly write: (override: string) => Promise<Wrote | null>;
}

export function useExporting(context: ExportingContext): Exporting {
  const { articleId, editor, settings, onSettings, onWritten } = context;
  const notices = useNotices();
  const [isWriting, setWriting] = useState(false);
  const [wrote, setWrote] = useState<Wrote | null>(null);
  const pickFolder = usePickedFolder(onSettings);
  const write = async (override: string): Promise<Wrote | null> => {
    const folder = settings.exportFolder || (await pickFolder());
    if (!folder || isWriting) return null;
    setWriting(true);
    // Storage must have everything before it is written out; a failed save says so itself.
    const isSaved = (await editor.current?.flush()) ?? true;
    const result = isSaved ? await writeOne(settings.exporting, { articleId, folder, override }) : null;
    setWriting(false);
    if (!result) return null;
    if (!result.ok) {
      notices.fail(result.error);
      return null;
    }
    const written = result.value;
    setWrote(written);
    onWritten();
    return written;
  };
  useExportAgain(context, write);
  return { settings: settings.exporting, setSettings: (exporting) => onSettings({ exporting }), folder: settings.exportFolder, pickFolder, isWriting, wrote, write };
}

/** Writes one article as the newsroom has chosen, and packs it where that is so. */
async function writeOne(exporting: ExportSettings, request: Pick<ExportRequest, 'articleId' | 'folder' | 'override'>): Promise<Result<Wrote>> {
  const destination = await destinationOf(exporting, request.folder);
  if (!destination.ok) return destination;
  const result = await call('export.write', { ...request, ...destination.value, formats: await chosenFormats(exporting), pictures: exporting.pictures });
  const zip = await packed(destination.value);
  if (!result.ok) return result;
  return zip.ok ? { ok: true, value: { files: result.value.files, folder: request.folder, zip: zip.value } } : zip;
}

/** Asks for the folder of exports and keeps it. */
export function usePickedFolder(onSettings: (patch: Partial<Settings>) => void): () => Promise<string> {
  const notices = useNotices();
  return async () => {
    const result = await call('export.pickFolder', null);
    if (!result.ok) notices.fail(result.error);
    const folder = result.ok ? (result.value ?? '') : '';
    if (folder) onSettings({ exportFolder: folder });
    return folder;
  };
}

/** Those of the settings that this version knows; the formats themselves are loaded with the first question. */
async function chosenFormats(exporting: ExportSettings): Promise<readonly string[]> {
  const { knownFormats } = await import('../export/export-choices.tsx');
  return knownFormats(exporting);
}

/** One key: the same formats into the same folder. What is still to be chosen, or stops it, is in the panel. */
function useExportAgain({ settings, layout, gateShut }: ExportingContext, write: Exporting['write']): void {
  const notices = useNotices();
  useCommands({
    'export-again': async () => {
      const chosen = await chosenFormats(settings.exporting);
      const missing = chosen.length === 0 ? 'exporting.chooseFormat' : settings.exportFolder === '' ? 'exporting.againNoFolder' : chosen.some((format) => format !== 'galley') && gateShut() ? 'exporting.againBlocked' : null;
      if (missing) {
        layout.showTab('export');
        return notices.show({ id: 'exported', text: say(missing) });
      }
      const written = await write('');
      if (!written) return;
      const first = written.zip ?? written.files.find(({ role }) => role === 'main');
      notices.show({ id: 'exported', text: writtenLine(written), ...(first ? { action: { label: say('exporting.showFile'), run: () => showFile({ path: first.path, folder: written.folder }, notices) } } : {}) });
    },
  });
}

/** What was written where, in one line. */
function writtenLine({ files, folder, zip }: Wrote): string {
  const pages = zip ? [zip.path] : files.filter(({ role }) => role === 'main').map(({ path }) => path);
  const names = new Intl.ListFormat('en', { type: 'conjunction' }).format(pages);
  return say('exporting.wroteAgain', { names, pictures: files.filter(({ role }) => role === 'image').length, folder });
}
