import type { Article } from '../../article/article.ts';
import type { BodyJson } from '../../article/body.ts';
import { lineCount } from '../../article/checks/lines.ts';
import { characterCount, wordCount } from '../../article/checks/text.ts';
import { markedText } from '../../article/compare/inline.ts';
import { plain } from '../../article/plain.ts';

/** What the footer says about the body: the blocks below the three fields, as the check against the target length counts them. */
export interface Counts {
  readonly words: number;
  readonly characters: number;
  /** In the newsroom's column. */
  readonly lines: number;
  /** Whole minutes, at least one where there is a word. */
  readonly minutes: number;
}

/** Words a minute of a usual reader. */
const wordsAMinute = 230;

/** Counts of the public text, suggestions left out. Unchanged blocks are not counted again. */
export function countsOf(article: Article, lineLength: number): Counts {
  const body = (plain(article).body.content ?? []).slice(3);
  const words = body.reduce((sum, block) => sum + wordCount(block), 0);
  return {
    words,
    characters: body.reduce((sum, block) => sum + charactersOf(block), 0),
    lines: body.reduce((sum, block) => sum + lineCount(block, lineLength), 0),
    minutes: words === 0 ? 0 : Math.max(1, Math.round(words / wordsAMinute)),
  };
}

const kept = new WeakMap<BodyJson, number>();

function charactersOf(block: BodyJson): number {
  const known = kept.get(block);
  if (known !== undefined) return known;
  const count = characterCount(markedText(block).text);
  kept.set(block, count);
  return count;
}
