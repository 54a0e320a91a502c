import type { Article } from '../../article/article.ts';
import { type BlockChange, compareArticles } from '../../article/compare/index.ts';
import { say } from '../../language/index.ts';
import { filesOf, readArguments } from '../arguments.ts';
import type { Command } from '../command.ts';
import { importNamed } from '../files.ts';
import { attachPictures } from '../pictures.ts';
import { importContext } from '../settings.ts';

const help = say('cli.help-compare');

export const compare: Command = {
  name: 'compare',
  help,
  run: async (args) => {
    const given = readArguments(args, ['zone', 'lang']);
    const [before = '', after = ''] = filesOf(given, 2, 2, help);
    const context = await importContext(given);
    const read = async (file: string): Promise<Article> => (await attachPictures(file, await importNamed(file, context), '')).article;
    const { identical, blocks, metadata } = compareArticles(await read(before), await read(after));
    return { exitCode: identical ? 0 : 1, json: { identical, blocks: blocks.map(listed), metadata } };
  },
};

/** `moved` is for the window; the JSON has the names of DESIGN section 8 and no other. */
function listed({ moved: _moved, ...entry }: BlockChange): Omit<BlockChange, 'moved'> {
  return entry;
}
