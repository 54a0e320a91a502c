/** Compares articles beside the window, so that no comparison, however long, keeps it from typing or painting. */
import type { Article } from '../../article/article.ts';
import type { BodyJson } from '../../article/body.ts';
import { StagedComparison } from '../../article/compare/compare.ts';
import type { ComparisonAnswer, ComparisonRequest, SentBlock } from './comparison-messages.ts';

/** What takes no longer than this after the blocks are paired is answered whole, milliseconds: nothing then changes under the reader's eyes. */
const wholeWithinMs = 60;
/** Words come in portions, milliseconds. */
const portionMs = 120;

const answer = (message: ComparisonAnswer): void => postMessage(message);

function compare(id: number, before: Article, after: Article): void {
  const staged = new StagedComparison(before, after);
  stepsFor(staged, wholeWithinMs);
  const pending = staged.pending();
  answer({ kind: 'rows', id, found: staged.found(), pending });
  let left = pending.length;
  while (left > 0) {
    const rows = stepsFor(staged, portionMs);
    left -= rows.length;
    answer({ kind: 'words', id, rows, isLast: left === 0 });
  }
}

function stepsFor(staged: StagedComparison, timeMs: number): NonNullable<ReturnType<StagedComparison['step']>>[] {
  const end = performance.now() + timeMs;
  const rows = [];
  do {
    const row = staged.step();
    if (!row) break;
    rows.push(row);
  } while (performance.now() < end);
  return rows;
}

let versions = new Map<string, Article>();
let blocks = new Map<number, BodyJson>();

function count({ id, versions: asked, rest, blocks: sent }: Extract<ComparisonRequest, { kind: 'count' }>): void {
  versions = new Map(asked.flatMap((version) => {
    const article = version.article ?? versions.get(version.id);
    return article ? [[version.id, article] as const] : [];
  }));
  blocks = new Map(sent.flatMap((block) => blockOf(block)));
  const article: Article = { ...rest, body: { type: 'doc', content: [...blocks.values()] } };
  const counts = asked.map((version) => {
    const then = versions.get(version.id);
    if (!then) return 0;
    const { comparison } = new StagedComparison(then, article).found();
    return comparison.blocks.length + comparison.metadata.length;
  });
  answer({ kind: 'counts', id, counts });
}

function blockOf(sent: SentBlock): [number, BodyJson][] {
  if (typeof sent !== 'number') return [[sent.number, sent.block]];
  const known = blocks.get(sent);
  return known ? [[sent, known]] : [];
}

addEventListener('message', ({ data }: MessageEvent<ComparisonRequest>) => {
  if (data.kind === 'count') count(data);
  else compare(data.id, data.before, data.after);
});
