import { backups } from './backups.ts';
import { checks } from './checks.ts';
import { cli } from './cli.ts';
import { commands } from './commands.ts';
import { details } from './details.ts';
import { editor } from './editor.ts';
import { errors } from './errors.ts';
import { exporting } from './export.ts';
import { files } from './files.ts';
import { find } from './find.ts';
import { formats } from './formats.ts';
import { history } from './history.ts';
import { importing } from './import.ts';
import { library } from './library.ts';
import { settings } from './settings.ts';
import { shell } from './shell.ts';
import { welcome } from './welcome.ts';

export const english = { backups, checks, cli, commands, details, editor, errors, exporting, files, find, formats, history, importing, library, settings, shell, welcome };
