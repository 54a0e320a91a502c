import { type Article, emptyArticle, parseArticle } from '../../article/article.ts';
import type { BodyJson } from '../../article/body.ts';
import type { RevisionSummary } from '../../ipc/contract.ts';
import { say } from '../../language/index.ts';
import { sealArticle } from './article-seal.ts';
import { type ArticleRow, createArticle, findArticle, nameOf, readWorkingCopy } from './articles.ts';
import { readBlock } from './blocks.ts';
import { readVersion } from './metadata-versions.ts';
import { adoptPad } from './notes-pad.ts';
import { all, type Db, one, run } from './open-database.ts';
import { attempt } from './refusal.ts';
import { replaceWorkingCopy } from './replace-article.ts';
import { adoptRevision, listRevisions, makeRevision, readRevision } from './revisions.ts';
import { readVarints } from './varint.ts';

/** What became of one article that the damaged database had and the backup had not, or not as it was last. */
export interface Adopted {
  readonly name: string;
  readonly revisions: number;
  /** Revisions that are named there and could not be read. */
  readonly lostRevisions: number;
  /** `kept`: the backup's is as new. */
  readonly text: 'whole' | 'in part' | 'kept' | 'lost';
  readonly lostBlocks: number;
}

interface Reading {
  readonly article: Article | null;
  /** Its seal is right: it is what was saved last, nothing else. */
  readonly isWhole: boolean;
  readonly lostBlocks: number;
}

/** Takes what a salvaged library has beyond `db`: newer working copies, and every revision that can be read. Articles without news are left out. */
export function adoptAll(db: Db, salvaged: Db, context: { readonly nowMs: number; readonly origin: number }): readonly Adopted[] {
  return all<ArticleRow>(salvaged, 'SELECT * FROM articles ORDER BY id').flatMap((row) => {
    const adopted = db.transaction(() => adopt(db, salvaged, row, context))();
    const isNews = adopted.revisions > 0 || adopted.lostRevisions > 0 || adopted.text !== 'kept';
    return isNews ? [adopted] : [];
  });
}

function adopt(db: Db, salvaged: Db, row: ArticleRow, context: { readonly nowMs: number; readonly origin: number }): Adopted {
  const known = one<ArticleRow>(db, 'SELECT * FROM articles WHERE uuid = ?', row.uuid);
  const { read, missing } = newsOf(db, salvaged, { row, known });
  const last = read.at(-1)?.article ?? null;
  const isNewer = isNewerThan(row, known);
  const working: Reading = isNewer ? workingCopyOf(salvaged, row, last) : { article: null, isWhole: false, lostBlocks: 0 };
  const target = known ?? place(db, row, working.article ?? last, context);
  if (target) for (const { revision, article } of read) adoptRevision(db, target, revision, article);
  if (target && working.isWhole) takeOver(db, { row, target, article: known ? working.article : null, origin: context.origin });
  else if (known && working.article) keepPart(db, { known, part: working.article, last }, context);
  if (target) adoptPad(db, salvaged, { from: row, to: target, isNewer });
  return { name: nameOf(row), revisions: read.length, lostRevisions: missing - read.length, text: isNewer ? textOf(working) : 'kept', lostBlocks: working.lostBlocks };
}

const isNewerThan = (row: ArticleRow, known: ArticleRow | undefined): boolean => known === undefined || row.save_number > known.save_number || row.changed_at_ms > known.changed_at_ms;

/** Revisions the backup has not: those that can be read, oldest first, and how many there are. */
function newsOf(db: Db, salvaged: Db, { row, known }: { readonly row: ArticleRow; readonly known: ArticleRow | undefined }): { readonly read: readonly { readonly revision: RevisionSummary; readonly article: Article }[]; readonly missing: number } {
  const listed = attempt('', () => listRevisions(salvaged, row, { offset: 0, limit: -1 }).rows.toReversed());
  const has = (id: string): boolean => known !== undefined && one(db, 'SELECT 1 FROM revisions WHERE article = ? AND uuid = ?', known.id, Buffer.from(id.replaceAll('-', ''), 'hex')) !== undefined;
  const missing = (listed.ok ? listed.value : []).filter(({ id }) => !has(id));
  const read = missing.flatMap((revision) => {
    const article = attempt('', () => readRevision(salvaged, row, revision.sequence));
    return article.ok ? [{ revision, article: article.value }] : [];
  });
  return { read, missing: missing.length };
}

function textOf({ article, isWhole }: Reading): Adopted['text'] {
  if (article === null) return 'lost';
  return isWhole ? 'whole' : 'in part';
}

/** What is left of a newer text is a revision; the text is the newest whole one. Nobody finds half an article where a whole one was. */
function keepPart(db: Db, { known, part, last }: { readonly known: ArticleRow; readonly part: Article; readonly last: Article | null }, { nowMs, origin }: { readonly nowMs: number; readonly origin: number }): void {
  const whole = last ?? readWorkingCopy(db, known);
  const put = (article: Article, note: string): void => {
    replaceWorkingCopy(db, findArticle(db, known.uuid), article, { nowMs, origin });
    makeRevision(db, findArticle(db, known.uuid), { cause: 'restore', name: '', note, nowMs, origin });
  };
  makeRevision(db, known, { cause: 'restore', name: '', note: '', nowMs, origin });
  put(part, say('backups.partNote'));
  put(whole, '');
}

/** The newer text, where it can be read, and what the library shows of it. */
function takeOver(db: Db, { row, target, article, origin }: { readonly row: ArticleRow; readonly target: ArticleRow; readonly article: Article | null; readonly origin: number }): void {
  if (article) replaceWorkingCopy(db, target, article, { nowMs: row.changed_at_ms, origin });
  run(
    db,
    'UPDATE articles SET state = ?, trashed_at_ms = ?, created_at_ms = ?, changed_at_ms = ?, author = ?, save_number = max(save_number, ?) WHERE id = ?',
    row.state, row.trashed_at_ms, row.created_at_ms, row.changed_at_ms, row.author, row.save_number, target.id,
  );
  sealArticle(db, target.id);
}

function place(db: Db, row: ArticleRow, article: Article | null, { nowMs, origin }: { readonly nowMs: number; readonly origin: number }): ArticleRow | null {
  return article && createArticle(db, { ...article, id: row.uuid }, { nowMs, origin, authorName: row.author });
}

/** The working copy, whole or with the blocks that can still be read; what its fields and metadata were is taken from `last` where they are lost. */
function workingCopyOf(salvaged: Db, row: ArticleRow, last: Article | null): Reading {
  const whole = attempt('', () => readWorkingCopy(salvaged, row));
  if (whole.ok) return { article: whole.value, isWhole: true, lostBlocks: 0 };
  const numbers = readVarints(row.blocks);
  const isOwn = (id: number): boolean => one(salvaged, 'SELECT 1 FROM blocks WHERE id = ? AND kept = 1', id) !== undefined;
  const blocks = numbers.flatMap((id) => (isOwn(id) ? (readBlock(salvaged, id) ?? []) : []));
  const metadata = readVersion(salvaged, row.metadata)?.value ?? last?.metadata;
  if (blocks.length === 0 || metadata === undefined) return { article: null, isWhole: false, lostBlocks: numbers.length };
  const rest = readVersion(salvaged, row.attachments)?.value ?? { comments: [], conflicts: [], images: last?.images ?? {} };
  const parsed = parseArticle({ format: 'galley-article', version: 1, id: row.uuid, metadata, body: { type: 'doc', content: withFields(blocks, last) }, ...Object(rest) });
  return parsed.ok ? { article: parsed.value, isWhole: false, lostBlocks: numbers.length - blocks.length } : { article: null, isWhole: false, lostBlocks: numbers.length };
}

/** Three fields and at least one block, as every article has. */
function withFields(blocks: readonly BodyJson[], last: Article | null): readonly BodyJson[] {
  const fallback = [...(last?.body.content ?? []), ...(emptyArticle().body.content ?? [])];
  const fields = ['headline', 'standfirst', 'byline'];
  const found = fields.flatMap((type) => [...blocks, ...fallback].find((block) => block.type === type) ?? []);
  const body = blocks.filter(({ type }) => !fields.includes(type));
  return [...found, ...(body.length > 0 ? body : fallback.filter(({ type }) => type === 'paragraph').slice(-1))];
}
