import { checkArticle } from '../../article/checks/index.ts';
import { say } from '../../language/index.ts';
import { filesOf, readArguments } from '../arguments.ts';
import type { Command } from '../command.ts';
import { importNamed } from '../files.ts';
import { attachPictures } from '../pictures.ts';
import { checkOptions, importContext } from '../settings.ts';

const help = say('cli.help-check');

export const check: Command = {
  name: 'check',
  help,
  run: async (args) => {
    const given = readArguments(args, ['from', 'zone', 'lang', 'assets']);
    const [file = ''] = filesOf(given, 1, 1, help);
    const imported = await importNamed(file, await importContext(given), given.options.get('from'));
    const { article } = await attachPictures(file, imported, given.options.get('assets') ?? '');
    const findings = checkArticle(article, await checkOptions(given));
    return { exitCode: findings.some(({ level }) => level === 'error') ? 1 : 0, json: { findings } };
  },
};
