import * as v from 'valibot';
import { usualExport } from '../ipc/export-settings.ts';

const short = v.pipe(v.string(), v.maxLength(200));

/** How the newsroom exports, as the window sends it and as `settings.json` keeps it. */
export const exportSettings = v.strictObject({
  formats: v.pipe(v.array(short), v.maxLength(50), v.readonly()),
  pictures: v.picklist(['beside', 'inline']),
});

/** The same from the file: a way of exporting that is of another version's is forgotten, not a damage of the settings. */
export const keptExportSettings = v.optional(v.fallback(exportSettings, usualExport), usualExport);
