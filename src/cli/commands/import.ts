import { say } from '../../language/index.ts';
import { filesOf, readArguments } from '../arguments.ts';
import type { Command } from '../command.ts';
import { importNamed, writeWhole } from '../files.ts';
import { attachPictures, writeAssets } from '../pictures.ts';
import { importContext } from '../settings.ts';

const help = say('cli.help-import');

/** Every file is read before anything is written: one bad file leaves nothing behind. */
export const importFiles: Command = {
  name: 'import',
  help,
  run: async (args) => {
    const given = readArguments(args, ['from', 'zone', 'lang', 'assets', 'report']);
    const files = filesOf(given, 1, Number.POSITIVE_INFINITY, help);
    const context = await importContext(given);
    const assets = given.options.get('assets') ?? '';
    const read = [];
    for (const file of files) {
      const imported = await importNamed(file, context, given.options.get('from'));
      read.push({ file, report: imported.report, ...(await attachPictures(file, imported, assets)) });
    }
    if (assets !== '') for (const one of read) await writeAssets(assets, one);
    const reports = read.map(({ report }) => report);
    const reportFile = given.options.get('report');
    if (reportFile) await writeWhole(reportFile, `${JSON.stringify(files.length === 1 ? reports[0] : reports, null, 2)}\n`);
    const articles = read.map(({ article }) => article);
    const messages = read.flatMap(({ file, report, messages: told }) => [say('cli.import-short', { file, removed: report.removed.length, kept: report.kept.length, zone: report.zone.why }), ...told]);
    return { exitCode: 0, json: files.length === 1 ? articles[0] : articles, messages };
  },
};
