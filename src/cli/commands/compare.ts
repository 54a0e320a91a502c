import { compareArticles } from '../../article/compare/index.ts';
import { say } from '../../language/index.ts';
import { filesOf, readArguments } from '../arguments.ts';
import type { Command } from '../command.ts';
import { importNamed } from '../files.ts';
import { importContext } from '../settings.ts';

const help = say('cli.help-compare');

export const compare: Command = {
  name: 'compare',
  help,
  run: async (args) => {
    const given = readArguments(args, ['zone', 'lang']);
    const [before = '', after = ''] = filesOf(given, 2, 2, help);
    const context = await importContext(given);
    const comparison = compareArticles((await importNamed(before, context)).article, (await importNamed(after, context)).article);
    return { exitCode: comparison.identical ? 0 : 1, json: comparison };
  },
};
