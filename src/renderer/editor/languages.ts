/** Languages of passages: chosen by name or by code (BCP 47). */

const codes = ['ar', 'bn', 'bg', 'ca', 'cs', 'cy', 'da', 'de', 'el', 'en', 'en-GB', 'en-IN', 'en-US', 'es', 'et', 'eu', 'fa', 'fi', 'fr', 'ga', 'gd', 'gu', 'he', 'hi', 'hr', 'hu', 'id', 'is', 'it', 'ja', 'kn', 'ko', 'la', 'lt', 'lv', 'ml', 'mr', 'ms', 'ne', 'nl', 'no', 'or', 'pa', 'pl', 'ps', 'pt', 'ro', 'ru', 'sa', 'si', 'sk', 'sl', 'sq', 'sr', 'sv', 'sw', 'ta', 'te', 'th', 'tr', 'uk', 'ur', 'vi', 'yi', 'zh', 'zh-Hans', 'zh-Hant'];
const rightToLeft: ReadonlySet<string> = new Set(['ar', 'arc', 'ckb', 'dv', 'fa', 'he', 'ks', 'ps', 'sd', 'ug', 'ur', 'yi']);
const names = new Intl.DisplayNames('en', { type: 'language' });

/** The name people know a language by; the code where there is none. */
export function languageName(code: string): string {
  try {
    return names.of(code) ?? code;
  } catch {
    return code;
  }
}

/** Names to choose from, in their order. */
export const languageNames: readonly string[] = codes.map(languageName).toSorted((a, b) => a.localeCompare(b, 'en'));

/** The code of what was typed, a name or a code; null where it is neither. */
export function languageCode(typed: string): string | null {
  const wanted = typed.trim();
  const named = codes.find((code) => languageName(code).toLocaleLowerCase('en') === wanted.toLocaleLowerCase('en'));
  if (named) return named;
  if (!/^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/iu.test(wanted)) return null;
  try {
    return Intl.getCanonicalLocales(wanted)[0] ?? null;
  } catch {
    return null;
  }
}

export function directionOf(code: string): 'ltr' | 'rtl' {
  return rightToLeft.has(code.split('-')[0]?.toLowerCase() ?? '') || /-(?:arab|hebr|thaa|nkoo)\b/iu.test(code) ? 'rtl' : 'ltr';
}
