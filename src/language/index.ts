/**
 * Every visible string. One folder a language, one file an area, one ICU message a key.
 * The window and the command line speak the person's language, exports the article's.
 */
import { formats as german } from './de/formats.ts';
import { english } from './en/index.ts';
import { formats as spanish } from './es/formats.ts';
import { formats as french } from './fr/formats.ts';
import { formats as hindi } from './hi/formats.ts';
import { fillMessage, type MessageValues } from './message.ts';

export type { MessageValues } from './message.ts';

type Tables = typeof english;
/** `area.key`, checked by the compiler. */
export type MessageKey = { [Area in keyof Tables]: `${Area & string}.${keyof Tables[Area] & string}` }[keyof Tables];

/** The window speaks English; exported articles have their labels in their own language where it is here. */
const tables: { readonly [language: string]: { readonly [Area in keyof Tables]?: { readonly [Key in keyof Tables[Area]]?: string } } } = {
  en: english, de: { formats: german }, es: { formats: spanish }, fr: { formats: french }, hi: { formats: hindi },
};
/** Languages that labels of exported articles are in. */
export const labelLanguages: readonly string[] = Object.keys(tables);

/** The sentence for a key in a language (BCP 47; its first subtag decides), English where there is none. */
export function say(key: MessageKey, values?: MessageValues, language = 'en'): string {
  const primary = language.split('-')[0]?.toLowerCase() ?? 'en';
  const dot = key.indexOf('.');
  const [area, name] = [key.slice(0, dot), key.slice(dot + 1)];
  const own = messageIn(tables[primary], area, name);
  const message = own ?? messageIn(english, area, name);
  return message === undefined ? key : fillMessage(message, values, own === undefined ? 'en' : language);
}

function messageIn(table: Readonly<Record<string, Readonly<Record<string, string | undefined>> | undefined>> | undefined, area: string, name: string): string | undefined {
  return table?.[area]?.[name];
}
