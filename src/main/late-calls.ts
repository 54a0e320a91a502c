/** The calls that need every format Galley reads or writes: loaded when the first of them is made. */
import { app } from 'electron';
import { checkOptionsOf } from '../article/checks/index.ts';
import { articleWriter } from './article-writer.ts';
import type { Desk, LateCalls } from './calls.ts';
import { ExportZips } from './export-zips.ts';
import { TemplateStore } from './files/template-store.ts';
import { importFiles, readToCompare } from './import-files.ts';
import { comparisonCalls } from './ipc/comparison.ts';
import { exportCalls } from './ipc/export.ts';
import { fileCalls } from './ipc/files.ts';
import { templateCalls } from './ipc/templates.ts';

/** @param written takes the paths of the files that were written */
export function lateCalls({ pictures, folder, settings, storage, zone, window, lookAtClock }: Desk, written: Set<string>): LateCalls {
  const { images, copying } = pictures;
  const templates = new TemplateStore(folder);
  const onWritten = (path: string): void => void written.add(path);
  const zips = new ExportZips(onWritten);
  app.once('will-quit', () => zips.discard());
  const lastFolder = (): string => settings.current.exportFolder;
  const reading = () => ({ images, language: settings.current.language, zone: zone() });
  return {
    ...comparisonCalls({ window, storage, lastFolder, zone, onWritten }),
    ...fileCalls({ window, images, importFiles: (paths) => importFiles(paths, { ...reading(), storage }), readToCompare: (path) => readToCompare(path, reading()) }),
    ...templateCalls(templates, window),
    ...exportCalls({
      window, storage, lastFolder, zips,
      checks: () => {
        lookAtClock();
        return checkOptionsOf(settings.current.newsroom, settings.current.clockGap);
      },
      write: articleWriter({ images, storage, templates, fieldNames: () => settings.current.fieldNames, adSlots: () => settings.current.newsroom.adSlots, copying, onWritten }),
    }),
  };
}
