/** Quick to look for; also halves that do make a character. */
const suspect = /[^\t\n\r -~\u00a0-\ud7ff\ue000-\ufdcf\ufdf0-\ufffd]/;
const strange = /[\p{Cs}\p{Noncharacter_Code_Point}]|[^\P{Cc}\t\n\r]/gu;
/** Controls that old programs parted lines and pages with. */
const parting = new Set(['\v', '\f', '\u0085']);

/**
 * A text without the characters that no file of text may hold and that strict readers refuse it for: controls, halves of
 * characters, code points that are none. They come with copy out of terminals and old word processors. One that parted
 * lines is a blank, so that no two words become one.
 */
export function writable(text: string): string {
  return suspect.test(text) ? text.replace(strange, (character) => (parting.has(character) ? ' ' : '')) : text;
}
