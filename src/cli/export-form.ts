import { type FormatChoice, formatNames, formats, isFormatName, readFormatChoice } from '../article/export/index.ts';
import { fieldNameFault, type FieldNames, isRenamableField, renamableFields } from '../article/export/markdown/field-names.ts';
import { isTemplateKind, templateFault, templateKinds, type Templates } from '../article/export/template.ts';
import { collapsingSlots } from '../article/newsroom/ad-slots.ts';
import { say } from '../language/index.ts';
import { readTemplateFile, TemplateStore } from '../main/files/template-store.ts';
import type { Arguments } from './arguments.ts';
import { InputError } from './command.ts';
import { askedDataFolder } from './data-folder.ts';
import { adSlotsOf, exportSettingsOf } from './settings.ts';

/** How every article of a run is written. */
export interface ExportForm {
  readonly choices: readonly FormatChoice[];
  /** Where the pictures of a page go: beside it, or inside it. */
  readonly placed: 'beside' | 'inline';
  readonly templates: Templates;
  readonly fieldNames: FieldNames;
  /** Ids of the ad slots that the site takes away where no ad comes. */
  readonly collapsingSlots: ReadonlySet<string>;
}

/** As the options say; what they leave open is the newsroom's, where a data folder is named, else plain. */
export async function exportFormOf(given: Arguments, usage: string): Promise<ExportForm> {
  const kept = await exportSettingsOf(given);
  const asked = given.options.get('to') ?? '';
  const chosen = asked === '' && !given.options.has('dialect') ? kept.exporting.formats.map(readFormatChoice).filter((choice) => choice !== null) : [];
  const choices = chosen.length > 0 ? chosen : [choiceOf(given, usage)];
  return { choices, placed: placeOf(given, choices, chosen.length > 0 ? kept.exporting.pictures : 'beside'), templates: await templatesOf(given, choices), fieldNames: given.options.has('fields') ? fieldNamesOf(given) : kept.fieldNames, collapsingSlots: collapsingSlots(await adSlotsOf(given)) };
}

function choiceOf(given: Arguments, usage: string): FormatChoice {
  const format = given.options.get('to') ?? '';
  if (format === '') throw new InputError(say('cli.needs-option', { option: 'to', usage }));
  if (!isFormatName(format)) throw new InputError(say('cli.unknown-format', { format, formats: formatNames.join(', ') }));
  const dialect = given.options.get('dialect') ?? '';
  const { dialects } = formats[format];
  if (dialect !== '' && !dialects.includes(dialect)) throw new InputError(say('cli.unknown-dialect', { format, dialect, dialects: dialects.join(', ') || '-' }));
  return { format, dialect };
}

function placeOf(given: Arguments, choices: readonly FormatChoice[], usual: ExportForm['placed']): ExportForm['placed'] {
  const place = given.options.get('pictures') ?? usual;
  if (place !== 'beside' && place !== 'inline') throw new InputError(say('cli.unknown-place', { place }));
  const isAsked = given.options.has('pictures');
  if (isAsked && place === 'inline' && !choices.some(({ format }) => formats[format].canInline)) throw new InputError(say('cli.no-inline', { format: choices.map(({ format }) => format).join(', '), formats: formatNames.filter((name) => formats[name].canInline).join(', ') }));
  return place;
}

/** The newsroom's templates, and the one that is asked for in the place of its own: tried before anything is read or written. */
async function templatesOf(given: Arguments, choices: readonly FormatChoice[]): Promise<Templates> {
  const dataFolder = askedDataFolder(given.options.get('data-dir'));
  const kept = dataFolder === null ? {} : await new TemplateStore(dataFolder).read();
  const file = given.options.get('template');
  if (file === undefined) return kept;
  const kinds = choices.map(({ format }) => format).filter(isTemplateKind);
  const [kind] = kinds;
  if (kind === undefined || kinds.length > 1) throw new InputError(say('cli.no-template', { format: choices.map(({ format }) => format).join(', '), formats: templateKinds.join(', ') }));
  const source = await readTemplateFile(file);
  if (!source.ok) throw new InputError(source.error.message);
  const fault = templateFault(source.value, kind);
  if (fault) throw new InputError(say('cli.template-fault', { file, what: fault.message }));
  return { ...kept, [kind]: source.value };
}

/** `--fields title=headline,date=published`: what the site calls the fields of a front matter. */
function fieldNamesOf(given: Arguments): FieldNames {
  let names: FieldNames = {};
  for (const pair of (given.options.get('fields') ?? '').split(',').filter((word) => word.trim() !== '')) {
    const [field = '', name = '', ...more] = pair.split('=').map((word) => word.trim());
    if (!isRenamableField(field) || name === '' || more.length > 0) throw new InputError(say('cli.bad-fields', { pair, fields: renamableFields.join(', ') }));
    if (names[field] !== undefined) throw new InputError(say('cli.field-twice', { field, one: names[field], other: name }));
    const fault = fieldNameFault(names, field, name);
    if (fault !== '') throw new InputError(fault);
    names = { ...names, [field]: name };
  }
  return names;
}
