import type { Article } from '../../article/article.ts';
import type { BodyJson } from '../../article/body.ts';
import { characterCount, wordCount } from '../../article/checks/text.ts';
import { markedText } from '../../article/compare/inline.ts';
import { plain } from '../../article/plain.ts';

/** What the footer says about the body: the blocks below the three fields, as the check against the target length counts them. */
export interface Counts {
  readonly words: number;
  readonly characters: number;
  /** Whole minutes, at least one where there is a word. */
  readonly minutes: number;
  /** TK and XX left anywhere in the text. */
  readonly placeholders: number;
}

/** Words a minute of a usual reader. */
const wordsAMinute = 230;

/** Counts of the public text, suggestions left out. Unchanged blocks are not counted again. */
export function countsOf(article: Article): Counts {
  const blocks = plain(article).body.content ?? [];
  const body = blocks.slice(3);
  const words = body.reduce((sum, block) => sum + wordCount(block), 0);
  return {
    words,
    characters: body.reduce((sum, block) => sum + charactersOf(block), 0),
    minutes: words === 0 ? 0 : Math.max(1, Math.round(words / wordsAMinute)),
    placeholders: blocks.reduce((sum, block) => sum + placeholdersOf(block), 0),
  };
}

const kept = new WeakMap<BodyJson, { readonly characters: number; readonly placeholders: number }>();

function measure(block: BodyJson): { readonly characters: number; readonly placeholders: number } {
  let found = kept.get(block);
  if (!found) {
    const { text } = markedText(block);
    found = { characters: characterCount(text), placeholders: text.match(/\b(?:TK|XX+)\b/g)?.length ?? 0 };
    kept.set(block, found);
  }
  return found;
}

const charactersOf = (block: BodyJson): number => measure(block).characters;
const placeholdersOf = (block: BodyJson): number => measure(block).placeholders;
