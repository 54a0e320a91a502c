/** What is looked for, and finding it in one text. */

export interface FindQuery {
  readonly text: string;
  readonly matchCase: boolean;
  readonly wholeWord: boolean;
  /** Without it `Malaga` finds `Málaga`, and a straight quotation mark a curly one. */
  readonly matchAccents: boolean;
  /** `text` is a regular expression; accents then always count. */
  readonly isRegex: boolean;
}

export interface Match {
  /** Offsets in UTF-16 units, `to` exclusive; never empty. */
  readonly from: number;
  readonly to: number;
  /** The whole match, then the groups of a regular expression; '' for a group that took no part. */
  readonly groups: readonly string[];
}

export type Matcher = { readonly ok: true; readonly find: (text: string) => Match[] } | { readonly ok: false; readonly error: 'not-a-regex' };

/** The query made ready once, for many texts. An empty query finds nothing. A regular expression may take for ever: whoever searches with one can end it. */
export function matcherOf(query: FindQuery): Matcher {
  if (query.text === '') return { ok: true, find: () => [] };
  if (!query.isRegex) return { ok: true, find: plainFinder(query) };
  try {
    const regex = new RegExp(query.text, query.matchCase ? 'gu' : 'giu');
    return { ok: true, find: (text) => wholeOnly(regexMatches(regex, text), text, query) };
  } catch {
    return { ok: false, error: 'not-a-regex' };
  }
}

function regexMatches(regex: RegExp, text: string): Match[] {
  return [...text.matchAll(regex)].filter((found) => found[0] !== '').map((found) => ({ from: found.index, to: found.index + found[0].length, groups: [...found].map((group: string | undefined) => group ?? '') }));
}

function plainFinder(query: FindQuery): (text: string) => Match[] {
  const wanted = fold(query.text, query).text;
  return (text) => {
    const folded = fold(text, query);
    const found: Match[] = [];
    for (let at = folded.text.indexOf(wanted); at >= 0 && wanted !== ''; at = folded.text.indexOf(wanted, at + wanted.length)) {
      const end = at + wanted.length;
      const from = folded.starts?.[at] ?? at;
      const to = folded.starts?.[end] ?? (folded.starts ? text.length : end);
      // Half of a letter (the base of one with an accent that counts) is no hit.
      if ((folded.isStart?.[at] ?? true) && (folded.isStart?.[end] ?? true)) found.push({ from, to, groups: [text.slice(from, to)] });
    }
    return wholeOnly(found, text, query);
  };
}

interface Folded {
  readonly text: string;
  /** For each unit of the folded text the offset of its letter in the text; null where it is the same. */
  readonly starts: readonly number[] | null;
  /** True where a letter begins; null where that is everywhere. */
  readonly isStart: readonly boolean[] | null;
}

/** Accents of scripts in which a letter is still read without: not the vowel signs of Indian scripts. */
const accents = /[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670]/gu;
/** Letters with a stroke, or of two in one, that Unicode does not take apart. */
const strokes: Readonly<Record<string, string>> = { ø: 'o', Ø: 'O', ł: 'l', Ł: 'L', đ: 'd', Đ: 'D', ħ: 'h', Ħ: 'H', ŧ: 't', Ŧ: 'T', ı: 'i', æ: 'ae', Æ: 'AE', œ: 'oe', Œ: 'OE' };
const quotes: Readonly<Record<string, string>> = { '‘': "'", '’': "'", '“': '"', '”': '"', '„': '"', '‚': "'", '\u00a0': ' ', '\u202f': ' ' };

/** Letters of which each folds to one: most of English copy, and many times quicker than letter by letter. */
const even = /^[\n\x20-\x7e‘’“”„‚\u00a0\u202f–—…]*$/u;

function fold(text: string, { matchCase, matchAccents }: FindQuery): Folded {
  if (even.test(text)) {
    const bare = matchAccents ? text : text.replaceAll(/[^\n-~]/gu, (letter) => quotes[letter] ?? letter);
    return { text: matchCase ? bare : bare.toLowerCase(), starts: null, isStart: null };
  }
  let folded = '';
  const starts: number[] = [];
  const isStart: boolean[] = [];
  let at = 0;
  for (const letter of text) {
    const bare = matchAccents ? letter : (quotes[letter] ?? strokes[letter] ?? letter.normalize('NFD').replaceAll(accents, ''));
    // A sharp s in capitals is two letters.
    const unit = matchCase ? bare : bare.toLowerCase().replaceAll('ß', 'ss');
    // A mark of its own that does not count belongs to the letter before.
    for (let index = 0; index < unit.length; index += 1) {
      starts.push(at);
      isStart.push(index === 0);
    }
    folded += unit;
    at += letter.length;
  }
  starts.push(text.length);
  isStart.push(true);
  return { text: folded, starts, isStart };
}

const wordLetter = /[\p{L}\p{N}\p{M}_]/u;

function wholeOnly(found: readonly Match[], text: string, { wholeWord }: FindQuery): Match[] {
  if (!wholeWord) return [...found];
  return found.filter(({ from, to }) => !wordLetter.test(Array.from(text.slice(Math.max(0, from - 2), from)).at(-1) ?? '') && !wordLetter.test(Array.from(text.slice(to, to + 2))[0] ?? ''));
}

/** What takes a match's place: of a regular expression `$1` and `$&` are filled in, `$$` is a dollar. */
export function replacementFor(groups: readonly string[], replacement: string, isRegex: boolean): string {
  if (!isRegex) return replacement;
  return replacement.replaceAll(/\$(\$|&|\d{1,2})/gu, (whole, key: string) => {
    if (key === '$') return '$';
    if (key === '&') return groups[0] ?? '';
    return groups[Number(key)] ?? whole;
  });
}
