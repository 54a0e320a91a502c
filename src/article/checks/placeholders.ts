/** TK and XX where they stand for something that is missing, and not for what they also mean: a number, a name, a pair of chromosomes. */
import { formsOf } from '../newsroom/house-style.ts';
import type { StyleWish } from './finding.ts';

export interface PlaceholderHit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

interface Setting {
  /** BCP 47. */
  readonly copyLanguage: string;
  /** House style: what it says is right is no placeholder, so that a newsroom can teach Galley a name. */
  readonly terms: readonly StyleWish[];
}

const standing = /(?<![\p{L}\p{N}_/-])(?:(?:TK)+|X{2,}(?:m|bn|k|th)?)(?![\p{L}\p{N}_/])/gu;

/** Characters beside one that can tell what it means: a text of nothing else is read once, and not once for each. */
const near = 40;

export function placeholderHits(text: string, { copyLanguage, terms }: Setting): PlaceholderHit[] {
  const all = Array.from(text.matchAll(standing));
  if (all.length === 0) return [];
  const language = copyLanguage.split('-')[0]?.toLowerCase() ?? '';
  const isOfGenes = genes.test(text);
  const known = formsWithOne(terms);
  return all.flatMap(({ 0: word, index }) => {
    const around: Around = { word, before: text.slice(Math.max(0, index - near), index), after: text.slice(index + word.length, index + word.length + near), language };
    const means = word === 'TK' ? isName(around) : /^X{2,3}$/u.test(word) && (isNumber(around) || isRating(around) || (word === 'XX' && isOfGenes));
    return means || known.some(({ form, inside }) => text.startsWith(form, index - inside)) ? [] : [{ from: index, to: index + word.length, text: word }];
  });
}

interface Around {
  readonly word: string;
  readonly before: string;
  readonly after: string;
  /** Primary subtag. */
  readonly language: string;
}

/** A shop and a maker of lifts; in German the insurer, and what is short for deep-frozen. */
function isName({ before, after, language }: Around): boolean {
  if (/^ (?:Maxx|Elevator)\b/u.test(after)) return true;
  return language === 'de' && (/^-\p{Lu}/u.test(after) || (/\b(?:die|der|eine|einer|zur) $/iu.test(before) && !/^ [\p{Lu}\p{N}]/u.test(after)));
}

/** What is counted in Roman figures, before the figure: in English with a capital, for "page XX" waits for its number. */
const counted = /\b(?:Bowl|WrestleMania|Pope|King|Queen|Louis|Title|Article|Chapter|Act|Part|Vol\.|Volume|Book|Canto|Annex|Appendix|Protocol|Amendment|Kapitel|Band|Buch|Akt|Artikel|Anlage|Papst|König|[Cc]hapitre|[Tt]itre|[Tt]ome|[Aa]nnexe|[Cc]ap[ií]tulo|[Tt]ítulo|[Aa]rt[ií]culo|[Tt]om[oe]|[Aa]nexo|[Aa]cto|[Ss]iglos?|[Ss]éculos?|[Ss]ecol[oi]|[Cc]apitolo|[Tt]itolo) $/u;
/** And behind it. */
const countedAfter = /^(?: (?:Olympi|Winter Olympi|Summer Olympi|Commonwealth|Corps|Legion|century)|\.? Jahrhundert|\([a-z0-9]{1,3}\))/u;
/** Where Roman figures count congresses, prizes and anniversaries. */
const ordinalLanguages = new Set(['es', 'pt', 'it', 'ca', 'gl']);
const ordinal = /^ (?:\p{Lu}\p{Ll}|edici[oó]|aniversari|centenari|edição|aniversário|edizione|anniversario|secolo|congres|legislatura)/u;
/** Another Roman figure, not of X alone: "XIX and XX", "XX–XXI". One letter may be a word. */
const roman = '(?=[IVXLC]*[IVLC])[IVXLC]{2,}';
const between = '(?:, | ?[–-] ?| (?:and|or|to|y|e|o|a|al|et|ou|à|und|bis|i) )';
const besideRoman = [new RegExp(`\\b${roman}${between}$`, 'u'), new RegExp(`^${between}${roman}\\b`, 'u')] as const;

const isNumber = ({ before, after, language }: Around): boolean =>
  counted.test(before) || countedAfter.test(after) || besideRoman[0].test(before) || besideRoman[1].test(after) || (ordinalLanguages.has(language) && ordinal.test(after));

const isRating = ({ word, after }: Around): boolean => word === 'XXX' && after.startsWith('-rated');

/** A text that speaks of XY or of chromosomes means the other pair by XX. */
const genes = /\bXY\b|[ck]h?romoso|karyotyp/iu;

/** What the house style says is right and has such letters in it, with where they stand. */
const formsWithOne = (terms: readonly StyleWish[]): readonly { readonly form: string; readonly inside: number }[] =>
  terms.flatMap(({ right }) => formsOf(right)).flatMap((form) => Array.from(form.matchAll(standing), ({ index }) => ({ form, inside: index })));
