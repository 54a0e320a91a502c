/** The form of a BCP 47 tag, as far as HTML and Intl ask for it. */
const form = /^[A-Za-z]{2,3}(-[A-Za-z]{4})?(-([A-Za-z]{2}|\d{3}))?(-([A-Za-z0-9]{5,8}|\d[A-Za-z0-9]{3}))*$/;

export const isLanguageTag = (language: string): boolean => form.test(language);

/** The tag that a page or a file means by its language: many write `en_GB`, or `en_GB.UTF-8`; '' where it is none. */
export function languageTagOf(written: string): string {
  const tag = written.trim().replace(/\..*$/s, '').replaceAll('_', '-');
  return isLanguageTag(tag) ? tag : '';
}
