/** Looking into an article's history: revisions of a kind, when a passage came and went, how much a revision changed. */
import { type ComparisonSummary, compareArticles, summariseComparison } from '../../article/compare/index.ts';
import { emptyArticle } from '../../article/article.ts';
import type { BodyJson } from '../../article/body.ts';
import type { Calls, PassageChange, RevisionFilter } from '../../ipc/contract.ts';
import type { ArticleRow } from './articles.ts';
import { textOf } from './block-text.ts';
import { keyOf } from './block-versions.ts';
import { readBlock } from './blocks.ts';
import { all, type Db, one } from './open-database.ts';
import { readRevision, revisionById, revisionOf } from './revisions.ts';

/** A filter as a condition on `revisions r JOIN origins o`, and its values. */
export function filterSql({ show, author, cause }: RevisionFilter): { readonly where: string; readonly values: readonly string[] } {
  const shown = { all: '', named: " AND r.name <> ''", approved: " AND r.cause = 'approve'", exported: " AND r.cause = 'export'", published: " AND r.cause = 'publish'" }[show];
  return { where: `${shown}${author === '' ? '' : ' AND o.author_id = ?'}${cause === '' ? '' : ' AND r.cause = ?'}`, values: [author, cause].filter((value) => value !== '') };
}

export function authorsOf(db: Db, article: ArticleRow): { id: string; name: string }[] {
  return all(db, 'SELECT DISTINCT o.author_id AS id, o.author_name AS name FROM origins o WHERE EXISTS (SELECT 1 FROM revisions r WHERE r.article = ? AND r.origin = o.id) ORDER BY name', article.id);
}

/** Most answers to a search. */
const mostHits = 200;

/** The revisions in which a passage came into the article or went out of it, newest first. A passage that only moved to another block did neither. */
export function findPassage(db: Db, article: ArticleRow, wanted: string): Calls['revisions.findText']['answer'] {
  const passage = folded(wanted);
  if (passage === '') return { rows: [] };
  const hits: { sequence: number; change: PassageChange['change'] }[] = [];
  const holders = new Set<string>();
  const holdersByRow = new Map<number, ReadonlySet<string>>();
  let [was, last] = [false, 0];
  const note = (sequence: number): void => {
    const is = holders.size > 0;
    if (is !== was) hits.push({ sequence, change: is ? 'appeared' : 'gone' });
    was = is;
  };
  const versions = all<{ block_key: Uint8Array; sequence: number; block: number | null }>(db, 'SELECT block_key, sequence, block FROM block_versions WHERE article = ? ORDER BY sequence', article.id);
  for (const { block_key, sequence, block } of versions) {
    if (sequence !== last && last > 0) note(last);
    last = sequence;
    const key = nameOfKey(block_key);
    if (block !== null && holdersIn(db, block, passage, holdersByRow).has(key)) holders.add(key);
    else holders.delete(key);
  }
  note(last);
  return { rows: hits.toReversed().slice(0, mostHits).map(({ sequence, change }) => ({ revision: revisionOf(db, article, sequence), change })) };
}

const nameOfKey = (key: Uint8Array): string => Buffer.from(key).toString('base64');
const folded = (text: string): string => text.normalize('NFKC').toLocaleLowerCase('en').replace(/[’‘]/gu, "'").replace(/[“”]/gu, '"').replace(/\s+/gu, ' ').trim();

/** Keys of the blocks in a stored top-level block whose text holds the passage. */
function holdersIn(db: Db, row: number, passage: string, known: Map<number, ReadonlySet<string>>): ReadonlySet<string> {
  const before = known.get(row);
  if (before) return before;
  const found = new Set<string>();
  const visit = (node: BodyJson): void => {
    const id = node.attrs?.['blockId'];
    if (typeof id === 'string' && folded(textOf(node)).includes(passage)) found.add(nameOfKey(keyOf(id)));
    for (const child of node.content ?? []) visit(child);
  };
  const block = readBlock(db, row);
  if (block) visit(block);
  known.set(row, found);
  return found;
}

/** What a revision changed against the one before it; the first against nothing. */
export function sizeOfRevision(db: Db, article: ArticleRow, revisionId: string): ComparisonSummary {
  const { sequence } = revisionById(db, article, revisionId);
  const before = one<{ sequence: number }>(db, 'SELECT sequence FROM revisions WHERE article = ? AND sequence < ? ORDER BY sequence DESC LIMIT 1', article.id, sequence);
  const after = readRevision(db, article, sequence);
  return summariseComparison(compareArticles(before ? readRevision(db, article, before.sequence) : emptyArticle(), after));
}
