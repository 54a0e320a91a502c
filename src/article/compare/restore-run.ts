/** Taking one change of a block's text back. */
import type { Article } from '../article.ts';
import { type BodyJson, joinText, parseBody } from '../body.ts';
import type { BlockChange } from './comparison.ts';
import { blockIdOf, natureOf } from './tree.ts';

/**
 * Gives back `current` with one replaced, deleted or inserted passage as it was: the runs of text from `run` up to the next
 * unchanged one. Marks come with the passage.
 * @param change compared against `current`; where its block has gone or reads differently by now, nothing changes
 * @param run index into `change.text` of the first of the runs to take back
 */
export function restoreRun(current: Article, change: BlockChange, run: number): Article {
  const { before, after, text } = change;
  if (!before || !after || !canRestoreRuns(change)) return current;
  let [startA, startB] = [0, 0];
  for (const { op, text: passage } of text.slice(0, run)) {
    if (op !== 'insert') startA += passage.length;
    if (op !== 'delete') startB += passage.length;
  }
  let [endA, endB] = [startA, startB];
  for (const { op, text: passage } of text.slice(run)) {
    if (op === 'same') break;
    if (op === 'delete') endA += passage.length;
    else endB += passage.length;
  }
  const content = joinText([...slice(after, 0, startB), ...slice(before, startA, endA), ...slice(after, endB, Infinity)]);
  const { content: _old, ...shell } = after;
  const body = withBlock(current.body, blockIdOf(after), (node) => (JSON.stringify(node) === JSON.stringify(after) ? { ...shell, ...(content.length > 0 ? { content } : {}) } : node));
  return parseBody(body).ok ? { ...current, body } : current;
}

/** Text in one block of one type; in a table a passage may go across cells. */
export const canRestoreRuns = ({ change, before, after }: BlockChange): boolean =>
  change === 'changed' && before?.type === after?.type && after !== null && natureOf(after.type) === 'inline';

/** Inline content between two offsets of its text, a hard break counting 1. */
function slice(node: BodyJson, from: number, to: number): BodyJson[] {
  let at = 0;
  return (node.content ?? []).flatMap((child): BodyJson[] => {
    const start = at;
    at += child.text?.length ?? 1;
    const [low, high] = [Math.max(from - start, 0), Math.min(to - start, at - start)];
    if (low >= high) return [];
    return [child.text === undefined ? child : { ...child, text: child.text.slice(low, high) }];
  });
}

function withBlock(node: BodyJson, blockId: string, edit: (block: BodyJson) => BodyJson): BodyJson {
  if (node.type !== 'doc' && blockIdOf(node) === blockId) return edit(node);
  return node.content ? { ...node, content: node.content.map((child) => withBlock(child, blockId, edit)) } : node;
}
