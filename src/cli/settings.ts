import { readFile } from 'node:fs/promises';
import { uptime } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import { type CheckOptions, checkOptionsOf, gapAfter } from '../article/checks/index.ts';
import type { ImportContext } from '../article/import/report.ts';
import type { SlotDefinition } from '../article/newsroom/ad-slots.ts';
import { emptyNewsroom, newsroom } from '../article/newsroom/index.ts';
import { isZone } from '../article/time.ts';
import { say } from '../language/index.ts';
import type { Arguments } from './arguments.ts';
import type { PictureRules } from '../ipc/contract.ts';
import type { ExportSettings } from '../ipc/export-settings.ts';
import { exportSettings, keptFieldNames } from '../main/files/export-settings.ts';
import { pictureRules, pictureWidths, plainRules } from '../main/files/picture-rules.ts';
import { InputError } from './command.ts';

/** Without a data folder, or before the first export, nothing is chosen: the command then has to say it. */
const noFormats: ExportSettings = { formats: [], pictures: 'beside', package: 'folder' };
const exporting = v.fallback(exportSettings, noFormats);

const settings = v.object({ zone: v.optional(v.string(), ''), language: v.optional(v.string(), ''), newsroom: v.optional(newsroom, {}), pictures: v.optional(pictureRules, plainRules), newestSeen: v.optional(v.string(), ''), upSeconds: v.optional(v.nullable(v.number()), null), clockGap: v.optional(v.nullable(v.object({ from: v.string(), to: v.string() })), null), exporting: v.optional(exporting, noFormats), fieldNames: keptFieldNames });

/** `language` is `--lang` alone: the newsroom's comes after what the file says. */
export type AskedContext = ImportContext & { readonly newsroomLanguage: string };

/** What an import needs to know: the options, and the newsroom's settings only where a data folder is named. */
export async function importContext({ options }: Arguments): Promise<AskedContext> {
  const zone = options.get('zone') ?? '';
  if (zone !== '' && !isZone(zone)) throw new InputError(say('cli.bad-zone', { zone }));
  const language = options.get('lang') ?? '';
  if (language !== '' && !isLanguage(language)) throw new InputError(say('cli.bad-language', { language }));
  const kept = await readSettings(options);
  return { zone, newsroomZone: kept.zone, machineZone: Intl.DateTimeFormat().resolvedOptions().timeZone, language, newsroomLanguage: kept.language };
}

/** How the newsroom wants articles checked, where a data folder is named; else the rules as they come. */
export async function checkOptions({ options }: Arguments): Promise<CheckOptions> {
  const kept = await readSettings(options);
  // Galley may not have run since: the clock is held against what it saw last, and nothing is written.
  const seen = kept.newestSeen === '' ? null : { at: kept.newestSeen, upSeconds: kept.upSeconds };
  return checkOptionsOf(kept.newsroom, gapAfter(seen, { at: new Date().toISOString(), upSeconds: uptime() }, kept.clockGap, false));
}

/** How the newsroom exports, where a data folder is named. */
export async function exportSettingsOf({ options }: Arguments): Promise<Pick<v.InferOutput<typeof settings>, 'exporting' | 'fieldNames'>> {
  return readSettings(options);
}

/** The newsroom's ad slots, where a data folder is named. */
export const adSlotsOf = async ({ options }: Arguments): Promise<readonly SlotDefinition[]> => (await readSettings(options)).newsroom.adSlots;

/** How copies of pictures leave: as the options say, else the newsroom's settings where a data folder is named, else as large as they are. */
export async function pictureRulesOf({ options }: Arguments): Promise<PictureRules> {
  const { pictures } = await readSettings(options);
  const number = (name: string, least: number, most: number): number | undefined => {
    const written = options.get(name);
    if (written === undefined) return undefined;
    if (!/^\d{1,5}$/.test(written) || Number(written) < least || Number(written) > most) throw new InputError(say('cli.bad-number', { option: name, written, least, most }));
    return Number(written);
  };
  return {
    longest: number('picture-size', 1, 20_000) ?? pictures.longest,
    widths: widthsOf(options.get('picture-widths')) ?? pictures.widths,
    quality: number('picture-quality', 1, 100) ?? pictures.quality,
    keepsPlace: options.has('keep-place') || pictures.keepsPlace,
  };
}

/** `480,960`; null where none are asked for. */
function widthsOf(written: string | undefined): readonly number[] | null {
  if (written === undefined) return null;
  const numbers = written === '' ? [] : written.split(',').map((word) => (/^\s*\d{1,5}\s*$/.test(word) ? Number(word) : Number.NaN));
  const read = v.safeParse(pictureWidths, numbers);
  if (!read.success) throw new InputError(say('cli.bad-widths', { written }));
  return read.output;
}

async function readSettings(options: Arguments['options']): Promise<v.InferOutput<typeof settings>> {
  const folder = options.get('data-dir') ?? process.env['GALLEY_DATA_DIR'] ?? '';
  const none = { zone: '', language: '', newsroom: emptyNewsroom, pictures: plainRules, newestSeen: '', upSeconds: null, clockGap: null, exporting: noFormats, fieldNames: {} };
  if (folder === '') return none;
  const file = join(folder, 'settings.json');
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    if (isMissing(error)) return null;
    throw error;
  });
  if (text === null) return none;
  try {
    return v.parse(settings, JSON.parse(text));
  } catch (error) {
    throw new InputError(say('cli.bad-settings', { file, message: error instanceof Error ? error.message : String(error) }));
  }
}

const isMissing = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ENOENT';

function isLanguage(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
