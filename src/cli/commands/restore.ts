import { resolve } from 'node:path';
import { say } from '../../language/index.ts';
import { filesOf, readArguments } from '../arguments.ts';
import { badInput, type Command } from '../command.ts';
import { dataFolderOf } from '../data-folder.ts';
import { sizeOfInput } from '../files.ts';

const help = say('cli.help-restore');

/** A library from its zip. Refused while the data folder is in use; what is replaced is kept. */
export const restore: Command = {
  name: 'restore',
  help,
  run: async (args) => {
    const given = readArguments(args, []);
    const [file = ''] = filesOf(given, 1, 1, help);
    const folder = dataFolderOf(given.options.get('data-dir'));
    await sizeOfInput(resolve(file));
    const { restoreLibraryZip } = await import('../../main/files/backup-restore-zip.ts');
    const restored = await restoreLibraryZip(folder, resolve(file), Date.now());
    if (!restored.ok) return badInput(restored.error.message);
    const { facts, keptIn, pictures, settings } = restored.value;
    const messages = [
      say('backups.restored', { folder, articles: facts.articles + facts.trashed, pictures }),
      keptIn === null ? say('backups.restoredNothingBefore', { folder }) : say('backups.restoredAside', { folder: keptIn }),
      ...(settings === 'kept' ? [say('backups.settingsKept', { folder })] : []),
    ];
    return { exitCode: 0, json: { dataFolder: folder, ...facts, pictures, keptIn, settings }, messages };
  },
};
