/** Figures that count nothing but name a thing: a case, a flight, a postal code. They are written as they are, in any newsroom. */

interface Around {
  readonly before: string;
  readonly after: string;
  /** BCP 47. */
  readonly language: string;
}

/** Between the word and its figures: "case no.: 24601", "trip number (e.g., 40312)". */
const link = String.raw`:? (?:\((?:e\.g\.,? )?)?$`;
/** What stands before figures that name a file, a box, a postal code behind a state. */
const naming = new RegExp(String.raw`(?:\b(?:Nos?\.|Nr\.|Nummer|num[eé]ro|número|Flug|Postfach|PLZ|[Pp]ostcode|Tel\.?|asteroid)|\b[Nn][.°º]{1,2}|№|§|\p{Lu}\p{Ll}+\.,|नंबर|ट्रेन संख्या|कोड)${link}`, 'u');
/** What names one too, unless it is said otherwise: a case, a flight, a standard. */
const mayName = new RegExp(String.raw`(?:\b(?:[Nn]umber|[Cc]ase|[Ff]ile|[Ff]light|[Tt]rain|Box|[Cc]ode|[Dd]ossier|[Vv]uelo|[Ee]xpediente|[Cc]ódigo)|(?<![\p{L}\p{N}])(?!(?:AUD|CAD|CHF|CNY|DKK|EUR|GBP|INR|JPY|NOK|NZD|SEK|USD) )\p{Lu}{2,})${link}`, 'u');
/** "In that case 12000", "who number 12000", "to file 12000". */
const otherwise = /\b(?:that|this|which|any|each|every|either|best|worst|to|will|would|can|could|must|should|may|might|and|who|they|we)\s(?:number|case|file|train|code) $/iu;
const counts = /^ (?:(?:more|new|other) )?(?:people|men|women|children|euros?|dollars?|pounds?|rupees?|francs?|pesos?|yen|yuan|feet|miles|km|kilomet(?:re|er)s?|met(?:re|er)s?|tonnes|tons|lit(?:re|er)s|hours|days|times|words|pages|votes|jobs|homes|tickets|copies|cases|files|complaints|claims|documents|letters|troops|soldiers|members|workers|employees|teachers|nurses|students|patients|passengers|fans|Menschen|personnes|personas)(?![\p{L}\p{N}])/iu;

/** The end of a street's name and number, before a postal code and its town. Longer figures are a year: "In 2019, 45000 people". */
const houseNumber = /\p{L} \d{1,3} ?\p{Ll}?, $/u;
/** Languages that write a postal code before its town, and no noun with a capital. */
const codesFirst = /^(?:fr|es|it|pt)\b/iu;
/** "Lorient (56100)" */
const townBefore = /\p{Lu}[\p{L}’'-]+ \($/u;
/** India has six figures behind the town: with a capital where letters have them, else behind a comma. */
const indianTown = /(?:\p{Lu}\p{L}+|, [\p{sc=Deva}]+(?: [\p{sc=Deva}]+)?)(?: ?[-–])? $/u;
const endsPlace = /^(?:$|[.,;)।]|\s*$| (?:में|से|पर|के|की|का)(?![\p{L}\p{M}]))/u;

export function nameThing(figures: string, { before, after, language }: Around): boolean {
  if (!/^\d+$/u.test(figures)) return false;
  if (naming.test(before) || (mayName.test(before) && !otherwise.test(before) && !counts.test(after))) return true;
  if (figures.length === 6) return /^(?:hi|mr|en-IN)\b/iu.test(language) && indianTown.test(before) && endsPlace.test(after);
  if (figures.length !== 5) return false;
  const isFirst = codesFirst.test(language);
  return ((isFirst || houseNumber.test(before)) && /^ \p{Lu}/u.test(after)) || (isFirst && townBefore.test(before) && after.startsWith(')'));
}
