/** Curly quotation marks by language, as CLDR lists them. */

interface QuoteMarks {
  readonly double: readonly [open: string, close: string];
  readonly single: readonly [open: string, close: string];
}

const english: QuoteMarks = { double: ['“', '”'], single: ['‘', '’'] };
const german: QuoteMarks = { double: ['„', '“'], single: ['‚', '‘'] };
const guillemets: QuoteMarks = { double: ['«', '»'], single: ['“', '”'] };
/** With no-break spaces inside, which belong to the marks. */
const french: QuoteMarks = { double: ['«\u00a0', '\u00a0»'], single: ['“', '”'] };
const swiss: QuoteMarks = { double: ['«', '»'], single: ['‹', '›'] };
const swedish: QuoteMarks = { double: ['”', '”'], single: ['’', '’'] };
const polish: QuoteMarks = { double: ['„', '”'], single: ['‚', '’'] };
const byLanguage: Readonly<Record<string, QuoteMarks>> = {
  '': english, en: english, hi: english, bn: english, mr: english, ta: english, te: english, pt: english, nl: english, tr: english, id: english, ga: english, cy: english,
  de: german, 'de-ch': swiss, 'de-li': swiss, cs: german, sk: german, sl: german, is: german, bg: german,
  fr: french,
  es: guillemets, it: guillemets, ru: guillemets, uk: guillemets, el: guillemets, ca: guillemets,
  sv: swedish, fi: swedish, pl: polish, ro: polish, hu: polish,
};

/** Null where Galley does not know which marks the language uses. */
export function quotesOf(language: string): QuoteMarks | null {
  const tag = language.toLowerCase();
  return byLanguage[tag] ?? byLanguage[tag.split('-')[0] ?? ''] ?? null;
}

/** Whether a mark behind this text opens a quotation. What opens one in some languages closes one in others: ‘ and “ in German. U+FFFC stands for what is no text. */
export function opensQuotation(before: string, { double, single }: QuoteMarks): boolean {
  const last = before.at(-1) ?? ' ';
  return last !== double[1] && last !== single[1] && (last === single[0] || /[\s([{—–‘“„«/\ufffc-]/u.test(last));
}

/** The curly mark for a straight one. */
export function curlyQuote(text: string, at: number, language: string): string | null {
  const marks = quotesOf(language);
  if (!marks) return null;
  const [before, after] = [text[at - 1] ?? ' ', text[at + 1] ?? ' '];
  const opens = opensQuotation(before, marks) && !/\s/u.test(after);
  if (text[at] === '"') return marks.double[opens ? 0 : 1];
  // Years and words cut short ('90s, 'n', 'tis) and apostrophes inside words take the apostrophe.
  if (/\d/u.test(after) || (marks === english && isCutShort(text, at)) || (/\p{L}/u.test(before) && /\p{L}/u.test(after))) return '’';
  return opens ? marks.single[0] : /\p{L}s?$/u.test(before) && !hasOpenSingle(text, at) ? '’' : marks.single[1];
}

/** English words that have lost their beginning and are no words without it. */
const cutShort = /^(?:n['’]|(?:tis|twas|twere|twill|em|til|nuff)(?![\p{L}\p{N}]))/iu;

/** An apostrophe before such a word, or behind the `n` of rock ’n’ roll. */
export const isCutShort = (text: string, at: number): boolean => cutShort.test(text.slice(at + 1, at + 7)) || /(?<![\p{L}\p{N}])['‘’]n$/iu.test(text.slice(0, at));

const hasOpenSingle = (text: string, at: number): boolean => /(?:^|[\s([{—–])['‘‚][^'‘’]*$/u.test(text.slice(0, at));
