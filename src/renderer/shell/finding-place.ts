import type { Article } from '../../article/article.ts';
import type { BodyJson } from '../../article/body.ts';
import { blocksIn, idOf } from '../../article/checks/text.ts';
import { markedText } from '../../article/compare/inline.ts';
import { say } from '../../language/index.ts';
import { isBlockName, labelOf } from '../editor/node-dom.ts';

/** Letters of a block's text that tell it from its neighbours. */
const excerptLength = 48;

/** Where a finding is, in words: the block's name, its number where there are several, and how it begins (where asked). '' for the metadata. */
export function placeNames(article: Article, withStart = true): (blockId: string | null) => string {
  const names = new Map<string, string>();
  const counts = new Map<string, number>();
  const blocks = (article.body.content ?? []).flatMap((block) => [...blocksIn(block)]);
  for (const block of blocks) {
    const count = (counts.get(block.type) ?? 0) + 1;
    counts.set(block.type, count);
    names.set(idOf(block), nameOf(block, count, withStart));
  }
  return (blockId) => (blockId === null ? '' : (names.get(blockId) ?? ''));
}

function nameOf(block: BodyJson, count: number, withStart: boolean): string {
  const label = isBlockName(block.type) ? labelOf(block.type) : block.type;
  const numbered = block.type === 'headline' || block.type === 'standfirst' || block.type === 'byline' ? label : say('library.placeNumbered', { label, count });
  const letters = Array.from(markedText(block).text.replaceAll(/\s+/g, ' ').trim());
  if (!withStart || letters.length === 0) return numbered;
  const start = letters.slice(0, excerptLength).join('');
  return say('library.placeBegins', { place: numbered, start: letters.length > excerptLength ? `${start}…` : start });
}
