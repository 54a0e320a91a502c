import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { say } from '../../language/index.ts';
import { filesOf, optionOf, readArguments } from '../arguments.ts';
import { badInput, type Command } from '../command.ts';
import { dataFolderOf } from '../data-folder.ts';

const help = say('cli.help-backup');

/** One zip of the whole library, also while the window runs. */
export const backup: Command = {
  name: 'backup',
  help,
  run: async (args) => {
    const given = readArguments(args, ['out']);
    filesOf(given, 0, 0, help);
    const out = resolve(optionOf(given, 'out', help));
    const folder = dataFolderOf(given.options.get('data-dir'));
    const { databaseFile } = await import('../../main/storage/open-database.ts');
    if (!existsSync(databaseFile(folder))) return badInput(say('errors.noStore', { folder }));
    const { writeLibraryZip } = await import('../../main/files/backup-zip.ts');
    const written = await writeLibraryZip(folder, out, Date.now());
    if (!written.ok) return badInput(written.error.message);
    const { bytes, facts, missingPictures } = written.value;
    const pictures = facts.pictures - missingPictures.length;
    const messages = [say('backups.backedUp', { file: out, articles: facts.articles + facts.trashed, pictures })];
    if (missingPictures.length > 0) messages.push(say('backups.missingPictures', { count: missingPictures.length, names: missingPictures.join(', ') }));
    return { exitCode: 0, json: { file: out, bytes, ...facts, pictures, missingPictures }, messages };
  },
};
