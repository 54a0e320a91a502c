/** What stands in the text: placeholders, blanks, quotation marks, repeated words, house style. */
import type { checks } from '../../language/en/checks.ts';
import type { Article } from '../article.ts';
import type { BodyJson } from '../body.ts';
import type { BlockContext, CheckContext, Found, Rule } from './finding.ts';
import { type ConventionHit, conventionHits } from './conventions.ts';
import { styleHits } from './house-style.ts';
import { placeholderHits } from './placeholders.ts';
import { measuresIn, quotationsIn } from './quotations.ts';
import { quotesOf } from './quote-marks.ts';
import { repeatedWords } from './repeated-words.ts';
import { attributeOf, blocksIn, idOf, isProse, languageOf, proseOf, wordingOf } from './text.ts';

const manyBlanks = / {2,}/gu;
const straightQuotes = /["']/gu;
/** Public attributes with prose in them. */
const proseAttributes = ['alt', 'longDescription', 'credit', 'attribution', 'caption', 'title', 'fallback'];
const proseFields = ['shortHeadline', 'seoTitle', 'seoDescription', 'socialHeadline', 'closingCredits'] as const;

export const wordingRules: Rule = {
  block: (block, context) => {
    const setting = { ...context, copyLanguage: languageOf(block, context.copyLanguage) };
    const blockId = idOf(block);
    return [
      ...(isProse(block) ? [...checkStyle(block, setting), ...placeholdersIn(proseOf(block), setting).map((place) => ({ ...place, blockId }))] : []),
      ...proseAttributes.flatMap((field) => placeholdersIn(attributeOf(block, field), setting).map((place) => ({ ...place, blockId, field }))),
      ...(block.type === 'byline' ? placeholdersIn(namesOf(block), setting).map(({ rule, values }): Found => ({ rule, values, blockId, field: 'byline' })) : []),
    ];
  },
  article: (article, context) => [
    ...proseFields.flatMap((field) => placeholdersIn(article.metadata[field], context).map((place) => ({ ...place, blockId: null, field }))),
    ...article.metadata.corrections.flatMap(({ text }) => placeholdersIn(text, context).map(({ rule, values }): Found => ({ rule, values, blockId: null, field: 'corrections' }))),
    ...unclosedQuotes(article),
  ],
};

function placeholdersIn(text: string, context: CheckContext): (Found & Required<Pick<Found, 'values'>>)[] {
  return placeholderHits(text, context).map(({ from, to, text: word }) => ({ rule: 'placeholder-text', values: { text: word }, from, to }));
}

function namesOf(byline: BodyJson): string {
  const contributors: unknown = byline.attrs?.['contributors'];
  return Array.isArray(contributors) ? contributors.map((one: unknown) => (typeof one === 'object' && one !== null && 'name' in one ? String(one.name) : '')).join('\n') : '';
}

function checkStyle(block: BodyJson, { conventions, copyLanguage, isSpeech, isTerse, terms }: BlockContext): Found[] {
  const text = proseOf(block);
  const wording = wordingOf(block, copyLanguage);
  const blockId = idOf(block);
  const place = (match: RegExpMatchArray): { blockId: string; from: number; to: number } => ({ blockId, from: match.index ?? 0, to: (match.index ?? 0) + match[0].length });
  const measures = measuresIn(text, copyLanguage);
  const canCurl = quotesOf(copyLanguage) !== null;
  return [
    ...Array.from(text.matchAll(manyBlanks), (match): Found => ({ rule: 'double-space', values: { count: match[0].length }, fix: true, ...place(match) })),
    ...Array.from(text.matchAll(straightQuotes)).filter((match) => !measures.has(match.index)).map((match): Found => ({ rule: 'straight-quote', fix: canCurl, ...place(match) })),
    ...repeatedWords(wording, copyLanguage).map((match): Found => ({ rule: 'repeated-word', values: { word: match[1] ?? '' }, fix: true, ...place(match) })),
    ...conventionHits(wording, { conventions, copyLanguage, isSpeech, isTerse }).map(({ rule, from, to, wrong, right }): Found => ({ rule, message: sentenceOf(rule, wrong, right), values: { wrong, right: right.trim() }, fix: right !== '', blockId, from, to })),
    ...styleHits(wording, terms, { copyLanguage, isSpeech }).map(({ from, to, wrong, right, note }): Found => ({ rule: 'house-style', ...(right === '' ? { message: 'house-style-avoid' } : {}), values: { wrong, right, note, hasNote: note === '' ? 'no' : 'yes' }, fix: right !== '', blockId, from, to })),
  ];
}

/** Which sentence says it best: without an answer, or with one that only a blank tells from what is there. */
function sentenceOf(rule: ConventionHit['rule'], wrong: string, right: string): keyof typeof checks {
  if (right === '' && (rule === 'dash-form' || rule === 'date-form')) return `${rule}-undecided`;
  return rule === 'number-form' && wrong.replaceAll(' ', '\u202f') === right ? 'number-form-blank' : rule;
}

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
  const last = quotationsIn(text, language).at(-1);
  const result = { language, open: last && last.to === null ? last.from : null, startsWithQuote: /^\s*[“„«»”"]/u.test(text) };
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
