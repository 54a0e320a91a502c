import { paste as pasteFlavours } from '../../article/import/paste.ts';
import { say } from '../../language/index.ts';
import { filesOf, readArguments } from '../arguments.ts';
import { type Command, InputError } from '../command.ts';
import { readText } from '../files.ts';

const help = say('cli.help-paste');

export const paste: Command = {
  name: 'paste',
  help,
  run: async (args) => {
    const given = readArguments(args, ['html', 'text']);
    filesOf(given, 0, 0, help);
    const html = await flavour(given.options.get('html'));
    const text = await flavour(given.options.get('text'));
    if (html === null && text === null) throw new InputError(say('cli.needs-file', { usage: help }));
    return { exitCode: 0, json: pasteFlavours({ html, text }) };
  },
};

async function flavour(file: string | undefined): Promise<string | null> {
  return file === undefined ? null : readText(file);
}
