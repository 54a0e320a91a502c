/**
 * Every visible string. One folder a language, one file an area, one ICU message a key.
 * The window and the command line speak the person's language, exports the article's.
 */
import { english } from './en/index.ts';
import { fillMessage, type MessageValues } from './message.ts';

export type { MessageValues } from './message.ts';

type Tables = typeof english;
/** `area.key`, checked by the compiler. */
export type MessageKey = { [Area in keyof Tables]: `${Area & string}.${keyof Tables[Area] & string}` }[keyof Tables];

const tables: { readonly [language: string]: Tables } = { en: english };

/** The sentence for a key in a language (BCP 47; its first subtag decides), English where there is none. */
export function say(key: MessageKey, values?: MessageValues, language = 'en'): string {
  const primary = language.split('-')[0]?.toLowerCase() ?? 'en';
  const table: Record<string, Record<string, string>> = tables[primary] ?? english;
  const dot = key.indexOf('.');
  const message = table[key.slice(0, dot)]?.[key.slice(dot + 1)];
  return message === undefined ? key : fillMessage(message, values, primary in tables ? language : 'en');
}
