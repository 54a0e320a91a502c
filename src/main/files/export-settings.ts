import * as v from 'valibot';
import { type FieldNames, givenFieldNames } from '../../article/export/markdown/field-names.ts';
import { usualExport } from '../../ipc/export-settings.ts';

const short = v.pipe(v.string(), v.maxLength(200));

/** How the newsroom exports, as the window sends it and as `settings.json` keeps it. */
export const exportSettings = v.strictObject({
  formats: v.pipe(v.array(short), v.maxLength(50), v.readonly()),
  pictures: v.picklist(['beside', 'inline']),
  package: v.optional(v.picklist(['folder', 'zip']), usualExport.package),
});

/** The same from the file: a way of exporting that is of another version's is forgotten, not a damage of the settings. */
export const keptExportSettings = v.optional(v.fallback(exportSettings, usualExport), usualExport);

/** What the newsroom's site calls the fields of a front matter; a name that cannot be used stays for the settings to tell, exports pass it over. */
export const fieldNames = v.pipe(v.record(short, short), v.transform((given: Readonly<Record<string, string>>): FieldNames => givenFieldNames(given)));
export const keptFieldNames = v.optional(v.fallback(fieldNames, {}), {});
