import { join } from 'node:path';
import type { Article } from '../../article/article.ts';
import { checkArticle, gateOf } from '../../article/checks/index.ts';
import { exportArticle, type ExportPlan, type FormatName, formatNames, formats, fileStem, isFormatName, numberedStem } from '../../article/export/index.ts';
import { articleIdIn, type ImportedArticle } from '../../article/import/index.ts';
import { plain } from '../../article/plain.ts';
import { say } from '../../language/index.ts';
import { filesOf, optionOf, readArguments } from '../arguments.ts';
import { type Command, InputError } from '../command.ts';
import { importNamed, readIfThere, writeWhole } from '../files.ts';
import { attachPictures, type WithPictures } from '../pictures.ts';
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
    const { plan, messages } = await freePlan(whole, { to, out, imported });
    const files = await writePlan(plan, out, whole.pictures);
    return { exitCode: 0, json: { files, ...(blocking.length > 0 ? { override: { reason, blocked: blocking } } : {}) }, messages: [...whole.messages, ...messages] };
  },
};

interface Target {
  readonly to: FormatName;
  readonly out: string;
  readonly imported: ImportedArticle;
}

/** The first name that is free or already this article's own: a foreign file is never replaced, its pictures neither. */
async function freePlan({ article, pictures }: WithPictures, { to, out, imported }: Target): Promise<{ readonly plan: ExportPlan; readonly messages: readonly string[] }> {
  const stem = fileStem(plain(article));
  const wanted = `${stem}${formats[to].extension}`;
  for (let number = 1; ; number += 1) {
    const plan = exportArticle(article, to, { stem: numberedStem(stem, number), pictures, revisions: imported.revisions });
    if (!(await isTaken(plan, { out, article, pictures }))) {
      return { plan, messages: number === 1 ? [] : [say('cli.name-taken', { wanted, name: plan.fileName })] };
    }
  }
}

async function isTaken(plan: ExportPlan, { out, article, pictures }: { readonly out: string; readonly article: Article; readonly pictures: ReadonlyMap<string, Uint8Array> }): Promise<boolean> {
  const there = await readIfThere(join(out, plan.fileName));
  if (there) return articleIdIn(there) !== article.id;
  for (const { imageId, path } of plan.images) {
    const picture = await readIfThere(join(out, path));
    const ours = pictures.get(imageId);
    if (picture && !(ours && Buffer.from(picture).equals(ours))) return true;
  }
  return false;
}

/** Pictures first, the page last: a page never stands without its pictures. */
async function writePlan(plan: ExportPlan, out: string, pictures: ReadonlyMap<string, Uint8Array>): Promise<readonly object[]> {
  const written: object[] = [];
  for (const { imageId, path } of plan.images) {
    const bytes = pictures.get(imageId);
    if (!bytes) continue;
    await writeWhole(join(out, path), bytes);
    written.push({ path, bytes: bytes.length, mediaType: mediaTypeOf(path), role: 'image' });
  }
  const content = typeof plan.content === 'string' ? new TextEncoder().encode(plan.content) : plan.content;
  await writeWhole(join(out, plan.fileName), content);
  return [{ path: plan.fileName, bytes: content.length, mediaType: plan.mediaType, role: 'main' }, ...written];
}

const mediaTypeOf = (path: string): string => `image/${(path.split('.').at(-1) ?? '').replace('jpg', 'jpeg')}`;
