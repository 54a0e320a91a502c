import { IntlMessageFormat } from 'intl-messageformat';

/** Values of an ICU message's placeholders. */
export type MessageValues = Readonly<Record<string, string | number>>;

const compiled = new Map<string, IntlMessageFormat>();

/** Fills an ICU message. Compiled messages are kept, so that a list of ten thousand rows costs nothing. */
export function fillMessage(message: string, values: MessageValues | undefined, language: string): string {
  if (!values) return message;
  const key = `${language}\u0000${message}`;
  let format = compiled.get(key);
  if (!format) {
    format = new IntlMessageFormat(message, language, undefined, { ignoreTag: true });
    compiled.set(key, format);
  }
  return String(format.format({ ...values }));
}
