/** What stands in the text: placeholders, blanks, quotation marks, repeated words, house style. */
import type { Article } from '../article.ts';
import type { BodyJson } from '../body.ts';
import type { CheckContext, Found, Rule } from './finding.ts';
import { conventionHits } from './conventions.ts';
import { styleHits } from './house-style.ts';
import { quotesOf } from './quote-marks.ts';
import { attributeOf, blocksIn, idOf, isProse, languageOf, proseOf } from './text.ts';

/** TK and XX where they stand alone; not the Roman number of a bowl, games or a century, nor chromosomes. */
const placeholders = /(?<![\p{L}\p{N}_/-])(?:(?:TK)+|(?<!\b(?:Bowl|Pope|King|Queen|Louis) )X{2,}(?:m|bn|k|th)?(?! (?:chromosomes?|Olympi|Winter|Summer|Commonwealth|century|siglo)))(?![\p{L}\p{N}_/]|-rated)/gu;
const manyBlanks = / {2,}/gu;
const straightQuotes = /["']/gu;
/** A word twice or more in a row, letters of Latin scripts only. */
const twice = /(?<![\p{L}\p{N}'’-])(\p{Script=Latin}+)(?:[ \u00a0\n]+\1)+(?![\p{L}\p{N}'’-])/giu;
/** Words that do stand twice in good copy, by language. Other languages double words on purpose (Hindi) or are not known well enough. */
const rightTwice: Readonly<Record<string, ReadonlySet<string>>> = {
  en: new Set(['had', 'that', 'very', 'so', 'no', 'ha', 'bye', 'really', 'many', 'far', 'long', 'now', 'there', 'out', 'her', 'is', 'do', 'in', 'on', 'blah', 'hear', 'knock', 'again', 'never', 'please', 'well', 'wait', 'go', 'come', 'who', 'much', 'yes', 'oh', 'more', 'chop', 'aye']),
  de: new Set(['die', 'der', 'das', 'den', 'dem', 'sie', 'so', 'sehr', 'ja', 'nein', 'nach', 'wer', 'was', 'ha', 'immer', 'nie', 'ganz', 'viel', 'zu', 'an', 'mehr']),
  fr: new Set(['nous', 'vous', 'très', 'non', 'oui', 'si', 'bien', 'ha', 'en', 'là', 'jamais', 'plus', 'tout']),
  es: new Set(['no', 'sí', 'muy', 'ya', 'que', 'ja', 'más', 'nunca', 'casi', 'luego', 'bueno']),
};

/** Public attributes with prose in them. */
const proseAttributes = ['alt', 'longDescription', 'credit', 'attribution', 'caption', 'title', 'fallback'];
const proseFields = ['shortHeadline', 'seoTitle', 'seoDescription', 'socialHeadline', 'closingCredits'] as const;

export const wordingRules: Rule = {
  block: (block, context) => [
    ...(isProse(block) ? [...checkStyle(block, context), ...placeholdersIn(proseOf(block)).map((place) => ({ ...place, blockId: idOf(block) }))] : []),
    ...proseAttributes.flatMap((field) => placeholdersIn(attributeOf(block, field)).map((place) => ({ ...place, blockId: idOf(block), field }))),
    ...(block.type === 'byline' ? placeholdersIn(namesOf(block)).map(({ rule, values }): Found => ({ rule, ...(values ? { values } : {}), blockId: idOf(block), field: 'byline' })) : []),
  ],
  article: (article) => [
    ...proseFields.flatMap((field) => placeholdersIn(article.metadata[field]).map((place) => ({ ...place, blockId: null, field }))),
    ...unclosedQuotes(article),
  ],
};

function placeholdersIn(text: string): Found[] {
  return Array.from(text.matchAll(placeholders), (match) => ({ rule: 'placeholder-text', values: { text: match[0] }, from: match.index, to: match.index + match[0].length }));
}

function namesOf(byline: BodyJson): string {
  const contributors: unknown = byline.attrs?.['contributors'];
  return Array.isArray(contributors) ? contributors.map((one: unknown) => (typeof one === 'object' && one !== null && 'name' in one ? String(one.name) : '')).join('\n') : '';
}

function checkStyle(block: BodyJson, context: CheckContext): Found[] {
  const text = proseOf(block);
  const blockId = idOf(block);
  const copyLanguage = languageOf(block, context.copyLanguage);
  const place = (match: RegExpMatchArray): { blockId: string; from: number; to: number } => ({ blockId, from: match.index ?? 0, to: (match.index ?? 0) + match[0].length });
  const canCurl = quotesOf(copyLanguage) !== null;
  return [
    ...Array.from(text.matchAll(manyBlanks), (match): Found => ({ rule: 'double-space', values: { count: match[0].length }, fix: true, ...place(match) })),
    ...Array.from(text.matchAll(straightQuotes)).filter((match) => !isMeasure(text, match.index, copyLanguage)).map((match): Found => ({ rule: 'straight-quote', fix: canCurl, ...place(match) })),
    ...repeatedWords(text, copyLanguage).map((match): Found => ({ rule: 'repeated-word', values: { word: match[1] ?? '' }, fix: true, ...place(match) })),
    ...conventionHits(text, { conventions: context.conventions, copyLanguage }).map(({ rule, from, to, wrong, right }): Found => ({ rule, ...(right === '' && (rule === 'dash-form' || rule === 'date-form') ? { message: `${rule}-undecided` as const } : {}), values: { wrong, right: right.trim() }, fix: right !== '', blockId, from, to })),
    ...styleHits(text, context.terms, copyLanguage).map(({ from, to, wrong, right, note }): Found => ({ rule: 'house-style', ...(right === '' ? { message: 'house-style-avoid' } : {}), values: { wrong, right, note, hasNote: note === '' ? 'no' : 'yes' }, fix: right !== '', blockId, from, to })),
  ];
}

/**
 * Feet and inches, minutes and seconds: a mark right after a figure, with no quotation open. A mark counts the same in its
 * straight and its curly shape, so that curling one never makes a quotation of what was a measure, nor the other way.
 */
function isMeasure(text: string, at: number, language: string): boolean {
  if (!/\d/u.test(text[at - 1] ?? '')) return false;
  const before = text.slice(0, at);
  const marks = quotesOf(language);
  const double = new Set(['"', ...(marks?.double ?? []).map((mark) => mark.trim())]);
  const single = `['’${marks?.single.join('') ?? ''}]`;
  const isDoubleShut = [...double].reduce((sum, mark) => sum + before.split(mark).length - 1, 0) % 2 === 0;
  return isDoubleShut && !new RegExp(`(?:^|[\\s(])${single}${single.replace('[', '[^')}*$`, 'u').test(before);
}

function repeatedWords(text: string, language: string): RegExpMatchArray[] {
  const exceptions = rightTwice[language === '' ? 'en' : (language.split('-')[0]?.toLowerCase() ?? '')];
  if (!exceptions) return [];
  return [...text.matchAll(twice)].filter((match) => {
    const [first, second] = [match[1] ?? '', match[0].slice(-(match[1]?.length ?? 0))];
    // Two capitals are a name ("Duran Duran"); one letter is an initial or a variable.
    const isName = second !== second.toLowerCase();
    return first.length > 1 && !isName && !exceptions.has(first.toLowerCase());
  });
}

const closers: Readonly<Record<string, string>> = { '“': '”', '„': '“”', '«': '»', '»': '«', '”': '”', '"': '"' };
interface OpenQuote {
  readonly language: string;
  readonly open: number | null;
  readonly startsWithQuote: boolean;
}
const openQuotes = new WeakMap<BodyJson, OpenQuote>();

/** Where a block's first quotation without an end begins; kept per block. */
function openQuoteOf(block: BodyJson, language: string): OpenQuote {
  const known = openQuotes.get(block);
  if (known?.language === language) return known;
  const text = proseOf(block);
  const stack: { readonly mark: string; readonly at: number }[] = [];
  for (const { 0: mark, index } of text.matchAll(/[“”„«»"]/gu)) {
    const top = stack.at(-1);
    if (top && closers[top.mark]?.includes(mark)) stack.pop();
    else if (mark !== '"' || !isMeasure(text, index, language)) stack.push({ mark, at: index });
  }
  const result = { language, open: stack[0]?.at ?? null, startsWithQuote: /^\s*[“„«»”"]/u.test(text) };
  openQuotes.set(block, result);
  return result;
}

/** A quotation that runs over several paragraphs opens each of them and is closed only in the last. */
function unclosedQuotes(article: Article): Found[] {
  const { language } = article.metadata;
  const blocks = (article.body.content ?? []).flatMap(blocksIn).filter(isProse);
  return blocks.flatMap((block, index): Found[] => {
    const { open } = openQuoteOf(block, languageOf(block, language));
    if (open === null) return [];
    const next = blocks.find((other, place) => place > index && other.type === block.type);
    if (next && block.type === 'paragraph' && openQuoteOf(next, languageOf(next, language)).startsWithQuote) return [];
    return [{ rule: 'unclosed-quote', blockId: idOf(block), from: open, to: open + 1 }];
  });
}
