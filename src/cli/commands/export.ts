import { mkdir, rm } from 'node:fs/promises';
import { checkArticle, gateOf } from '../../article/checks/index.ts';
import { fileStem, formats, type PackagedRevision, placementOf } from '../../article/export/index.ts';
import { collapsingSlots } from '../../article/newsroom/ad-slots.ts';
import { plain } from '../../article/plain.ts';
import type { ExportedFile, PictureRules } from '../../ipc/contract.ts';
import { say } from '../../language/index.ts';
import { writeExport } from '../../main/files/export-files.ts';
import { packExport, stagingFolder, zipStem } from '../../main/files/export-zip.ts';
import { makeCopyHere } from '../../main/files/picture-copies.ts';
import { type Arguments, filesOf, optionOf, readArguments } from '../arguments.ts';
import type { Command } from '../command.ts';
import { type ExportForm, exportFormOf } from '../export-form.ts';
import { importNamed } from '../files.ts';
import { attachPictures, type WithPictures } from '../pictures.ts';
import { adSlotsOf, type AskedContext, checkOptions, importContext, pictureRulesOf } from '../settings.ts';

const help = say('cli.help-export');

export const exportFile: Command = {
  name: 'export',
  help,
  run: async (args) => {
    const given = readArguments(args, ['to', 'out', 'dialect', 'pictures', 'template', 'fields', 'assets', 'override', 'from', 'zone', 'lang', 'picture-size', 'picture-widths', 'picture-quality'], ['keep-place', 'zip']);
    const names = filesOf(given, 1, Number.POSITIVE_INFINITY, help);
    const form: Form = { ...(await exportFormOf(given, help)), collapsingSlots: collapsingSlots(await adSlotsOf(given)) };
    const out = optionOf(given, 'out', help);
    const context = await importContext(given);
    const checks = await checkOptions(given);
    const rules = await pictureRulesOf(given);
    const stories = await readStories(names, context, given);
    const blocking = form.choices.every(({ format }) => formats[format].isHandOver) ? [] : stories.flatMap(({ article }) => gateOf(article, checkArticle(article, checks), checks).blocking);
    const reason = given.options.get('override')?.trim() ?? '';
    if (blocking.length > 0 && reason === '') {
      return { exitCode: 1, json: { files: [], blocked: blocking }, messages: [say('cli.gate-shut', { reasons: blocking.map(({ message }) => message).join(' ') })] };
    }
    await mkdir(out, { recursive: true });
    const writeInto = (folder: string): Promise<AllWritten> => writeAll(stories, (story) => write(story, { ...form, folder, rules }));
    const { files, inside, left, messages, isFailed } = await (given.options.has('zip') ? packed(stories, out, writeInto) : writeInto(out));
    const json = { files, ...(inside ? { inside } : {}), ...(left.length > 0 ? { left } : {}), ...(blocking.length > 0 ? { override: { reason, blocked: blocking } } : {}) };
    // One article that could not be written is as ever bad input, with nothing on stdout.
    return { exitCode: isFailed ? 2 : left.length > 0 ? 1 : 0, ...(isFailed && files.length === 0 ? {} : { json }), messages };
  },
};

/** Every file is read before anything is written: one bad file leaves nothing behind. */
async function readStories(names: readonly string[], context: AskedContext, { options }: Arguments): Promise<readonly Story[]> {
  const stories: Story[] = [];
  for (const file of names) {
    const imported = await importNamed(file, context, options.get('from'));
    stories.push({ file, revisions: imported.revisions, ...(await attachPictures(file, imported, options.get('assets') ?? '')) });
  }
  return stories;
}

interface AllWritten {
  readonly files: readonly ExportedFile[];
  /** Files that were not exported: after one that failed, or after Ctrl+C. */
  readonly left: readonly string[];
  readonly messages: readonly string[];
  readonly isFailed: boolean;
  /** What stands in the zip, where one was made: `files` is the zip alone. */
  readonly inside?: readonly ExportedFile[];
}

/** The same as one zip. Where an article could not be written there is none. */
async function packed(stories: readonly Story[], folder: string, writeInto: (folder: string) => Promise<AllWritten>): Promise<AllWritten> {
  const staging = await stagingFolder();
  try {
    const written = await writeInto(staging);
    if (written.isFailed || written.files.length === 0) return { ...written, files: [] };
    const [first] = stories;
    const done = stories.slice(0, stories.length - written.left.length).map(({ article }) => article.id);
    const zip = await packExport({ staging, folder, stem: zipStem(first && plain(first.article), stories.length), articleIds: done });
    return zip.ok ? { ...written, files: [zip.value], inside: written.files } : { ...written, files: [], isFailed: true, messages: [...written.messages, zip.error.message] };
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
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

type Written = { readonly ok: true; readonly files: readonly ExportedFile[]; readonly messages: readonly string[] } | { readonly ok: false; readonly message: string };

/** How every article of a run is written. */
interface Form extends ExportForm {
  readonly collapsingSlots: ReadonlySet<string>;
}

interface Target extends Form {
  readonly folder: string;
  readonly rules: PictureRules;
}

async function write({ article, pictures, messages, revisions }: Story, { choices, placed, templates, fieldNames, collapsingSlots: mayGo, folder, rules }: Target): Promise<Written> {
  const wrote = await writeExport({ article, formats: choices, pictures: placed, templates, fieldNames, collapsingSlots: mayGo, folder, readPicture: (imageId) => Promise.resolve(pictures.get(imageId) ?? null), revisions, copying: { rules, make: makeCopyHere } });
  if (!wrote.ok) return { ok: false, message: wrote.error.message };
  const wanted = new Set(choices.map((choice) => placementOf(article, choice, fileStem(plain(article))).page));
  const others = wrote.value.filter(({ role, path }) => role === 'main' && !wanted.has(path));
  return { ok: true, files: wrote.value, messages: [...messages, ...others.map(({ path }) => say('cli.name-taken', { wanted: [...wanted].join(', '), name: path }))] };
}
