import { mkdir } from 'node:fs/promises';
import { checkArticle, gateOf } from '../../article/checks/index.ts';
import { fileStem, formatNames, formats, isFormatName } from '../../article/export/index.ts';
import { plain } from '../../article/plain.ts';
import { say } from '../../language/index.ts';
import { writeExport } from '../../main/files/export-files.ts';
import { filesOf, optionOf, readArguments } from '../arguments.ts';
import { type Command, InputError } from '../command.ts';
import { importNamed } from '../files.ts';
import { attachPictures } from '../pictures.ts';
import { importContext } from '../settings.ts';

const help = say('cli.help-export');

export const exportFile: Command = {
  name: 'export',
  help,
  run: async (args) => {
    const given = readArguments(args, ['to', 'out', 'dialect', 'assets', 'override', 'from', 'zone', 'lang']);
    const [file = ''] = filesOf(given, 1, 1, help);
    const to = optionOf(given, 'to', help);
    const out = optionOf(given, 'out', help);
    if (!isFormatName(to)) throw new InputError(say('cli.unknown-format', { format: to, formats: formatNames.join(', ') }));
    const dialect = given.options.get('dialect');
    if (dialect) throw new InputError(say('cli.unknown-dialect', { dialect }));
    const imported = await importNamed(file, await importContext(given), given.options.get('from'));
    const whole = await attachPictures(file, imported, given.options.get('assets') ?? '');
    const { blocking } = formats[to].isHandOver ? { blocking: [] } : gateOf(whole.article, checkArticle(whole.article));
    const reason = given.options.get('override')?.trim() ?? '';
    if (blocking.length > 0 && reason === '') {
      return { exitCode: 1, json: { files: [], blocked: blocking }, messages: [say('cli.gate-shut', { reasons: blocking.map(({ message }) => message).join(' ') })] };
    }
    await mkdir(out, { recursive: true });
    const wrote = await writeExport({
      article: whole.article,
      formats: [to],
      folder: out,
      readPicture: (imageId) => Promise.resolve(whole.pictures.get(imageId) ?? null),
      revisions: imported.revisions,
    });
    if (!wrote.ok) throw new InputError(wrote.error.message);
    const files = wrote.value;
    const wanted = `${fileStem(plain(whole.article))}${formats[to].extension}`;
    const name = files.find(({ role }) => role === 'main')?.path ?? wanted;
    const messages = [...whole.messages, ...(name === wanted ? [] : [say('cli.name-taken', { wanted, name })])];
    return { exitCode: 0, json: { files, ...(blocking.length > 0 ? { override: { reason, blocked: blocking } } : {}) }, messages };
  },
};
