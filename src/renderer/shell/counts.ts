import type { Article } from '../../article/article.ts';
import type { BodyJson } from '../../article/body.ts';
import { plain } from '../../article/plain.ts';

/** What the footer says about the text. */
export interface Counts {
  readonly words: number;
  readonly characters: number;
  /** Whole minutes, at least one where there is a word. */
  readonly minutes: number;
  /** TK and XX left in the text. */
  readonly placeholders: number;
}

/** Words a minute of a usual reader. */
const wordsAMinute = 230;
const segmenters = new Map<string, Intl.Segmenter>();

/** Counts of the public text: the three fields and captions too, suggestions not. */
export function countsOf(article: Article): Counts {
  const text = textOf(plain(article).body);
  let words = 0;
  for (const { isWordLike } of segmenterOf(article.metadata.language).segment(text)) if (isWordLike) words += 1;
  return {
    words,
    characters: Array.from(text.replaceAll('\n', '')).length,
    minutes: words === 0 ? 0 : Math.max(1, Math.round(words / wordsAMinute)),
    placeholders: text.match(/\b(?:TK|XX+)\b/g)?.length ?? 0,
  };
}

function segmenterOf(language: string): Intl.Segmenter {
  let segmenter = segmenters.get(language);
  if (!segmenter) {
    const known = language !== '' && Intl.Segmenter.supportedLocalesOf([language.replaceAll('_', '-')].filter(isLocale)).length > 0;
    segmenter = new Intl.Segmenter(known ? language : 'en', { granularity: 'word' });
    segmenters.set(language, segmenter);
  }
  return segmenter;
}

function isLocale(language: string): boolean {
  try {
    return Intl.getCanonicalLocales(language).length > 0;
  } catch {
    return false;
  }
}

function textOf(node: BodyJson): string {
  if (node.text !== undefined) return node.text;
  if (node.type === 'hardBreak') return ' ';
  return `${(node.content ?? []).map(textOf).join('')}\n`;
}
