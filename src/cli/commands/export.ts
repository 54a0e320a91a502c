import { mkdir } from 'node:fs/promises';
import { checkArticle, gateOf } from '../../article/checks/index.ts';
import { fileStem, type FormatChoice, formatNames, formats, isFormatName, type PackagedRevision, placementOf } from '../../article/export/index.ts';
import { plain } from '../../article/plain.ts';
import type { ExportedFile } from '../../ipc/contract.ts';
import { say } from '../../language/index.ts';
import { writeExport } from '../../main/files/export-files.ts';
import { type Arguments, filesOf, optionOf, readArguments } from '../arguments.ts';
import { type Command, InputError } from '../command.ts';
import { importNamed } from '../files.ts';
import { attachPictures, type WithPictures } from '../pictures.ts';
import { checkOptions, importContext } from '../settings.ts';

const help = say('cli.help-export');

export const exportFile: Command = {
  name: 'export',
  help,
  run: async (args) => {
    const given = readArguments(args, ['to', 'out', 'dialect', 'assets', 'override', 'from', 'zone', 'lang']);
    const names = filesOf(given, 1, Number.POSITIVE_INFINITY, help);
    const choice = choiceOf(given);
    const out = optionOf(given, 'out', help);
    const context = await importContext(given);
    const checks = await checkOptions(given);
    const stories: Story[] = [];
    // Every file is read before anything is written: one bad file leaves nothing behind.
    for (const file of names) {
      const imported = await importNamed(file, context, given.options.get('from'));
      stories.push({ revisions: imported.revisions, ...(await attachPictures(file, imported, given.options.get('assets') ?? '')) });
    }
    const blocking = formats[choice.format].isHandOver ? [] : stories.flatMap(({ article }) => gateOf(article, checkArticle(article, checks), checks).blocking);
    const reason = given.options.get('override')?.trim() ?? '';
    if (blocking.length > 0 && reason === '') {
      return { exitCode: 1, json: { files: [], blocked: blocking }, messages: [say('cli.gate-shut', { reasons: blocking.map(({ message }) => message).join(' ') })] };
    }
    await mkdir(out, { recursive: true });
    const written = [];
    for (const story of stories) written.push(await write(story, choice, out));
    const files = written.flatMap((one) => one.files);
    return { exitCode: 0, json: { files, ...(blocking.length > 0 ? { override: { reason, blocked: blocking } } : {}) }, messages: written.flatMap(({ messages }) => messages) };
  },
};

interface Story extends WithPictures {
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

async function write({ article, pictures, messages, revisions }: Story, choice: FormatChoice, folder: string): Promise<{ readonly files: readonly ExportedFile[]; readonly messages: readonly string[] }> {
  const wrote = await writeExport({ article, formats: [choice], folder, readPicture: (imageId) => Promise.resolve(pictures.get(imageId) ?? null), revisions });
  if (!wrote.ok) throw new InputError(wrote.error.message);
  const wanted = placementOf(article, choice, fileStem(plain(article))).page;
  const name = wrote.value.find(({ role }) => role === 'main')?.path ?? wanted;
  return { files: wrote.value, messages: [...messages, ...(name === wanted ? [] : [say('cli.name-taken', { wanted, name })])] };
}
