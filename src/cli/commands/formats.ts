import { formatNames, formats as exportFormats, formatTitle } from '../../article/export/index.ts';
import { carriedBy } from '../../article/export/carries.ts';
import { importFormats } from '../../article/import/index.ts';
import { say } from '../../language/index.ts';
import type { Command } from '../command.ts';

export const formats: Command = {
  name: 'formats',
  help: say('cli.help-formats'),
  run: () =>
    Promise.resolve({
      exitCode: 0,
      json: {
        import: importFormats.map((name) => ({ name })),
        export: formatNames.map((name) => ({ name, title: formatTitle({ format: name, dialect: '' }), extension: exportFormats[name].extension, mediaType: exportFormats[name].mediaType, dialects: exportFormats[name].dialects, carries: carriedBy(name) })),
      },
    }),
};
