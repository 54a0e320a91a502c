import { mkdir } from 'node:fs/promises';
import { checkArticle, gateOf } from '../../article/checks/index.ts';
import { fileStem, type FormatChoice, formatNames, formats, isFormatName, type PackagedRevision, placementOf } from '../../article/export/index.ts';
import { collapsingSlots } from '../../article/newsroom/ad-slots.ts';
import { plain } from '../../article/plain.ts';
import type { ExportedFile, PictureRules } from '../../ipc/contract.ts';
import { say } from '../../language/index.ts';
import { fieldNameFault, type FieldNames, isRenamableField, renamableFields } from '../../article/export/markdown/field-names.ts';
import { isTemplateKind, templateFault, templateKinds, type Templates } from '../../article/export/template.ts';
import { readTemplateFile } from '../../main/files/template-store.ts';
import { writeExport } from '../../main/files/export-files.ts';
import { makeCopyHere } from '../../main/files/picture-copies.ts';
import { type Arguments, filesOf, optionOf, readArguments } from '../arguments.ts';
import { type Command, InputError } from '../command.ts';
import { importNamed } from '../files.ts';
import { attachPictures, type WithPictures } from '../pictures.ts';
import { adSlotsOf, checkOptions, importContext, pictureRulesOf } from '../settings.ts';

const help = say('cli.help-export');

export const exportFile: Command = {
  name: 'export',
  help,
  run: async (args) => {
    const given = readArguments(args, ['to', 'out', 'dialect', 'pictures', 'template', 'fields', 'assets', 'override', 'from', 'zone', 'lang', 'picture-size', 'picture-quality'], ['keep-place']);
    const names = filesOf(given, 1, Number.POSITIVE_INFINITY, help);
    const choice = choiceOf(given);
    const form: Form = { choice, placed: placeOf(given, choice), templates: await templatesOf(given, choice), fieldNames: fieldNamesOf(given), collapsingSlots: collapsingSlots(await adSlotsOf(given)) };
    const out = optionOf(given, 'out', help);
    const context = await importContext(given);
    const checks = await checkOptions(given);
    const rules = await pictureRulesOf(given);
    const stories: Story[] = [];
    // Every file is read before anything is written: one bad file leaves nothing behind.
    for (const file of names) {
      const imported = await importNamed(file, context, given.options.get('from'));
      stories.push({ file, revisions: imported.revisions, ...(await attachPictures(file, imported, given.options.get('assets') ?? '')) });
    }
    const blocking = formats[choice.format].isHandOver ? [] : stories.flatMap(({ article }) => gateOf(article, checkArticle(article, checks), checks).blocking);
    const reason = given.options.get('override')?.trim() ?? '';
    if (blocking.length > 0 && reason === '') {
      return { exitCode: 1, json: { files: [], blocked: blocking }, messages: [say('cli.gate-shut', { reasons: blocking.map(({ message }) => message).join(' ') })] };
    }
    await mkdir(out, { recursive: true });
    const { files, left, messages, isFailed } = await writeAll(stories, (story) => write(story, { ...form, folder: out, rules }));
    const json = { files, ...(left.length > 0 ? { left } : {}), ...(blocking.length > 0 ? { override: { reason, blocked: blocking } } : {}) };
    // One article that could not be written is as ever bad input, with nothing on stdout.
    return { exitCode: isFailed ? 2 : left.length > 0 ? 1 : 0, ...(isFailed && files.length === 0 ? {} : { json }), messages };
  },
};

interface AllWritten {
  readonly files: readonly ExportedFile[];
  /** Files that were not exported: after one that failed, or after Ctrl+C. */
  readonly left: readonly string[];
  readonly messages: readonly string[];
  readonly isFailed: boolean;
}

/** One article after the other, told on stderr where there are several. Ctrl+C ends with the article being written, and the list stays true. */
async function writeAll(stories: readonly Story[], writeOne: (story: Story) => Promise<Written>): Promise<AllWritten> {
  const files: ExportedFile[] = [];
  const messages: string[] = [];
  const interrupt = { isAsked: false };
  const ask = (): void => void (interrupt.isAsked = true);
  process.once('SIGINT', ask);
  try {
    for (const [index, story] of stories.entries()) {
      if (stories.length > 1) process.stderr.write(`${say('cli.export-progress', { done: index + 1, count: stories.length, file: story.file })}\n`);
      const left = stories.slice(index).map(({ file }) => file);
      if (interrupt.isAsked) return { files, left, messages: [...messages, say('cli.export-stopped', { count: left.length })], isFailed: false };
      const written = await writeOne(story);
      if (!written.ok) return { files, left, messages: [...messages, written.message], isFailed: true };
      files.push(...written.files);
      messages.push(...written.messages);
    }
    return { files, left: [], messages, isFailed: false };
  } finally {
    process.off('SIGINT', ask);
  }
}

interface Story extends WithPictures {
  readonly file: string;
  readonly revisions: readonly PackagedRevision[];
}

function choiceOf(given: Arguments): FormatChoice {
  const format = optionOf(given, 'to', help);
  if (!isFormatName(format)) throw new InputError(say('cli.unknown-format', { format, formats: formatNames.join(', ') }));
  const dialect = given.options.get('dialect') ?? '';
  const { dialects } = formats[format];
  if (dialect !== '' && !dialects.includes(dialect)) throw new InputError(say('cli.unknown-dialect', { format, dialect, dialects: dialects.join(', ') || '-' }));
  return { format, dialect };
}

/** Where the pictures of a page go: beside it, or inside it. */
function placeOf(given: Arguments, { format }: FormatChoice): 'beside' | 'inline' {
  const place = given.options.get('pictures') ?? 'beside';
  if (place !== 'beside' && place !== 'inline') throw new InputError(say('cli.unknown-place', { place }));
  if (place === 'inline' && !formats[format].canInline) throw new InputError(say('cli.no-inline', { format, formats: formatNames.filter((name) => formats[name].canInline).join(', ') }));
  return place;
}

type Written = { readonly ok: true; readonly files: readonly ExportedFile[]; readonly messages: readonly string[] } | { readonly ok: false; readonly message: string };

/** A newsroom's template for the format, tried before anything is read or written. */
async function templatesOf(given: Arguments, { format }: FormatChoice): Promise<Templates> {
  const file = given.options.get('template');
  if (file === undefined) return {};
  if (!isTemplateKind(format)) throw new InputError(say('cli.no-template', { format, formats: templateKinds.join(', ') }));
  const source = await readTemplateFile(file);
  if (!source.ok) throw new InputError(source.error.message);
  const fault = templateFault(source.value, format);
  if (fault) throw new InputError(say('cli.template-fault', { file, what: fault.message }));
  return { [format]: source.value };
}

/** `--fields title=headline,date=published`: what the site calls the fields of a front matter. */
function fieldNamesOf(given: Arguments): FieldNames {
  let names: FieldNames = {};
  for (const pair of (given.options.get('fields') ?? '').split(',').filter((word) => word.trim() !== '')) {
    const [field = '', name = '', ...more] = pair.split('=').map((word) => word.trim());
    if (!isRenamableField(field) || name === '' || more.length > 0) throw new InputError(say('cli.bad-fields', { pair, fields: renamableFields.join(', ') }));
    const fault = fieldNameFault(names, field, name);
    if (fault !== '') throw new InputError(fault);
    names = { ...names, [field]: name };
  }
  return names;
}

/** How every article of a run is written. */
interface Form {
  readonly choice: FormatChoice;
  readonly placed: 'beside' | 'inline';
  readonly templates: Templates;
  readonly fieldNames: FieldNames;
  readonly collapsingSlots: ReadonlySet<string>;
}

interface Target extends Form {
  readonly folder: string;
  readonly rules: PictureRules;
}

async function write({ article, pictures, messages, revisions }: Story, { choice, placed, templates, fieldNames, collapsingSlots: mayGo, folder, rules }: Target): Promise<Written> {
  const wrote = await writeExport({ article, formats: [choice], pictures: placed, templates, fieldNames, collapsingSlots: mayGo, folder, readPicture: (imageId) => Promise.resolve(pictures.get(imageId) ?? null), revisions, copying: { rules, make: makeCopyHere } });
  if (!wrote.ok) return { ok: false, message: wrote.error.message };
  const wanted = placementOf(article, choice, fileStem(plain(article))).page;
  const name = wrote.value.find(({ role }) => role === 'main')?.path ?? wanted;
  return { ok: true, files: wrote.value, messages: [...messages, ...(name === wanted ? [] : [say('cli.name-taken', { wanted, name })])] };
}
