import { parse, stringify, v7 } from 'uuid';
import { type Article, parseArticle } from '../../article/article.ts';
import { timeAt } from '../../article/time.ts';
import type { RevisionCause, RevisionSummary } from '../../ipc/contract.ts';
import { type ArticleRow, nameOf } from './articles.ts';
import { recordBlockVersions } from './block-versions.ts';
import { readBlock, storeBlock } from './blocks.ts';
import { readChunk, storeChunks } from './chunks.ts';
import { pack } from './content.ts';
import { attachmentsOf, storeAttachments } from './images.ts';
import { readVersion, storeVersion } from './metadata-versions.ts';
import { all, changeOne, type Db, one } from './open-database.ts';
import { originOf } from './origins.ts';
import { Refusal } from './refusal.ts';
import { readVarints, writeVarints } from './varint.ts';

/** A row of `revisions` with its origin. */
export interface RevisionRow {
  readonly article: number;
  readonly sequence: number;
  readonly uuid: Uint8Array;
  readonly parent_uuid: Uint8Array | null;
  readonly other_parent_uuid: Uint8Array | null;
  readonly author_id: string;
  readonly author_name: string;
  readonly device_id: string;
  readonly zone: string;
  readonly cause: RevisionCause;
  readonly instant_ms: number;
  readonly name: string;
  readonly note: string;
  readonly words: number;
  readonly metadata: number;
  readonly attachments: number;
  readonly chunks: Uint8Array;
  readonly seal: Uint8Array;
}

const selectRevision = `SELECT r.*, p.uuid AS parent_uuid, q.uuid AS other_parent_uuid, o.author_id, o.author_name, o.device_id, o.zone
  FROM revisions r JOIN origins o ON o.id = r.origin
  LEFT JOIN revisions p ON p.article = r.article AND p.sequence = r.parent
  LEFT JOIN revisions q ON q.article = r.article AND q.sequence = r.other_parent`;

export interface NewRevision {
  readonly origin: number;
  readonly cause: RevisionCause;
  readonly name: string;
  readonly note: string;
  readonly nowMs: number;
  /** Made even where nothing changed. */
  readonly always?: boolean;
}

/** Makes a revision of the working copy inside the caller's transaction; null where nothing changed since the last one. */
export function makeRevision(db: Db, row: ArticleRow, { origin, cause, name, note, nowMs, always = false }: NewRevision): RevisionSummary | null {
  const last = lastOf(db, row);
  if (last.sequence > 0 && row.dirty === 0 && !always) return null;
  const chunks = writeVarints(storeChunks(db, readVarints(row.blocks)).map(({ id }) => id));
  const unchanged = last.metadata === row.metadata && last.attachments === row.attachments && chunks.equals(last.chunks);
  if (row.dirty === 1) changeOne(db, 'UPDATE articles SET dirty = 0 WHERE id = ?', row.id);
  if (unchanged && !always) return null;
  const sequence = last.sequence + 1;
  changeOne(
    db,
    `INSERT INTO revisions (article, sequence, uuid, parent, origin, cause, instant_ms, name, note, words, metadata, attachments, chunks, seal)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, x'')`,
    row.id, sequence, parse(v7()), last.sequence || null, origin, cause, nowMs, name, note, row.words, row.metadata, row.attachments, chunks,
  );
  recordBlockVersions(db, { article: row.id, sequence }, readVarints(last.chunks), readVarints(chunks));
  return seal(db, bySequence(db, row, sequence));
}

/** Adds a revision that was made elsewhere, with its own id, author and time; its number is its own where that is free. */
export function adoptRevision(db: Db, row: ArticleRow, revision: RevisionSummary, article: Article): RevisionSummary {
  const isTaken = one(db, 'SELECT 1 FROM revisions WHERE article = ? AND sequence = ?', row.id, revision.sequence) !== undefined;
  const sequence = isTaken ? lastOf(db, row).sequence + 1 : revision.sequence;
  const [parent = null, other = null] = revision.parents.map((id) => one<{ sequence: number }>(db, 'SELECT sequence FROM revisions WHERE article = ? AND uuid = ?', row.id, parse(id))?.sequence ?? null);
  const before = one<{ chunks: Uint8Array }>(db, 'SELECT chunks FROM revisions WHERE article = ? AND sequence < ? ORDER BY sequence DESC LIMIT 1', row.id, sequence);
  const chunks = storeChunks(db, (article.body.content ?? []).map((block) => storeBlock(db, block).id)).map(({ id }) => id);
  const { author, deviceId, time, cause, name, note, words } = revision;
  changeOne(
    db,
    `INSERT INTO revisions (article, sequence, uuid, parent, other_parent, origin, cause, instant_ms, name, note, words, metadata, attachments, chunks, seal)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, x'')`,
    row.id, sequence, parse(revision.id), parent, other, originOf(db, { author, deviceId, zone: time.zone }), cause, Date.parse(time.instant), name, note, words,
    storeVersion(db, article.metadata), storeAttachments(db, attachmentsOf(article)), writeVarints(chunks),
  );
  recordBlockVersions(db, { article: row.id, sequence }, readVarints(before?.chunks ?? new Uint8Array()), chunks);
  return seal(db, bySequence(db, row, sequence));
}

/** What a revision holds once words were taken out of it for good. Its number, author and time stay. */
export interface RewrittenRevision extends Pick<RevisionRow, 'metadata' | 'attachments' | 'name' | 'note' | 'words'> {
  readonly chunks: readonly number[];
}

export function rewriteRevision(db: Db, article: ArticleRow, sequence: number, { chunks, metadata, attachments, name, note, words }: RewrittenRevision): void {
  changeOne(
    db,
    'UPDATE revisions SET chunks = ?, metadata = ?, attachments = ?, name = ?, note = ?, words = ? WHERE article = ? AND sequence = ?',
    writeVarints(chunks), metadata, attachments, name, note, words, article.id, sequence,
  );
  seal(db, bySequence(db, article, sequence));
}

/** The newest revision; before the first one, number 0 with nothing in it. */
function lastOf(db: Db, row: ArticleRow): Pick<RevisionRow, 'sequence' | 'metadata' | 'attachments' | 'chunks'> {
  const found = one<RevisionRow>(db, 'SELECT sequence, metadata, attachments, chunks FROM revisions WHERE article = ? ORDER BY sequence DESC LIMIT 1', row.id);
  return found ?? { sequence: 0, metadata: 0, attachments: 0, chunks: new Uint8Array() };
}

/** Writes the seal: a hash over all that a revision says, its content by hash. Sixteen bytes tell a flipped bit as well as 32. */
function seal(db: Db, row: RevisionRow): RevisionSummary {
  changeOne(db, 'UPDATE revisions SET seal = ? WHERE article = ? AND sequence = ?', sealOf(db, row) ?? new Uint8Array(), row.article, row.sequence);
  return summaryOfRevision(row);
}

function sealOf(db: Db, row: RevisionRow): Buffer | null {
  const chunks = readVarints(row.chunks).map((id) => hashOf(db, 'chunks', id));
  const metadata = [row.metadata, row.attachments].map((id) => hashOf(db, 'metadata_versions', id));
  if ([...chunks, ...metadata].includes(null)) return null;
  return pack([summaryOfRevision(row), chunks, metadata]).hash.subarray(0, 16);
}

function hashOf(db: Db, table: 'chunks' | 'metadata_versions', id: number): string | null {
  return one<{ hash: string }>(db, `SELECT hex(hash) AS hash FROM ${table} WHERE id = ?`, id)?.hash ?? null;
}

/** @throws Refusal where the article has no revision of this number */
export function revisionOf(db: Db, article: ArticleRow, sequence: number): RevisionSummary {
  return summaryOfRevision(bySequence(db, article, sequence));
}

function bySequence(db: Db, article: ArticleRow, sequence: number): RevisionRow {
  const row = one<RevisionRow>(db, `${selectRevision} WHERE r.article = ? AND r.sequence = ?`, article.id, sequence);
  if (!row) throw new Refusal('revision-not-found', 'errors.revisionNotFound', { id: sequence });
  return row;
}

function byId(db: Db, article: ArticleRow, revisionId: string): RevisionRow {
  const row = one<RevisionRow>(db, `${selectRevision} WHERE r.uuid = ? AND r.article = ?`, parse(revisionId), article.id);
  if (!row) throw new Refusal('revision-not-found', 'errors.revisionNotFound', { id: revisionId });
  return row;
}

export const revisionById = (db: Db, article: ArticleRow, revisionId: string): RevisionSummary => summaryOfRevision(byId(db, article, revisionId));

/** Newest first. `condition`: more to ask of `revisions r JOIN origins o`. */
export function listRevisions(db: Db, article: ArticleRow, page: { readonly offset: number; readonly limit: number }, condition = noCondition): { total: number; rows: RevisionSummary[] } {
  const { where, values } = condition;
  const total = one<{ total: number }>(db, `SELECT count(*) AS total FROM revisions r JOIN origins o ON o.id = r.origin WHERE r.article = ?${where}`, article.id, ...values)?.total ?? 0;
  const rows = all<RevisionRow>(db, `${selectRevision} WHERE r.article = ?${where} ORDER BY r.sequence DESC LIMIT ? OFFSET ?`, article.id, ...values, page.limit, page.offset);
  return { total, rows: rows.map(summaryOfRevision) };
}
const noCondition: { readonly where: string; readonly values: readonly string[] } = { where: '', values: [] };

/** The article as it was; every hash on the way is checked. `which`: revision id or sequence number. */
export function readRevision(db: Db, article: ArticleRow, which: string | number): Article {
  const row = typeof which === 'number' ? bySequence(db, article, which) : byId(db, article, which);
  const damaged = (what: string): Refusal => new Refusal('store-damaged', 'errors.revisionDamaged', { sequence: row.sequence, name: nameOf(article), what });
  if (!sealOf(db, row)?.equals(row.seal)) throw damaged('seal');
  const content = readVarints(row.chunks).flatMap((id) => {
    const chunk = readChunk(db, id);
    if (!chunk) throw damaged(`chunk ${id}`);
    return chunk.blocks.map((block) => readBlock(db, block) ?? damaged(`block ${block}`));
  });
  const broken = content.find((block) => block instanceof Refusal);
  if (broken) throw broken;
  const metadata = readVersion(db, row.metadata);
  const attachments = readVersion(db, row.attachments);
  if (!metadata || !attachments) throw damaged('metadata');
  // Hashes say that it is what was stored: comments, conflicts and images.
  const rest = attachments.value as object;
  const parsed = parseArticle({ format: 'galley-article', version: 1, id: article.uuid, metadata: metadata.value, body: { type: 'doc', content }, ...rest });
  if (!parsed.ok) throw damaged(`${parsed.error.path}: ${parsed.error.message}`);
  return parsed.value;
}

export function nameRevision(db: Db, article: ArticleRow, revisionId: string, { name, note }: { readonly name: string; readonly note: string }): RevisionSummary {
  const row = byId(db, article, revisionId);
  changeOne(db, 'UPDATE revisions SET name = ?, note = ? WHERE article = ? AND sequence = ?', name, note, row.article, row.sequence);
  return seal(db, { ...row, name, note });
}

/** Sequence numbers of an article's revisions whose seal does not fit. */
export function unsealed(db: Db, article: ArticleRow): number[] {
  const rows = all<RevisionRow>(db, `${selectRevision} WHERE r.article = ? ORDER BY r.sequence`, article.id);
  return rows.flatMap((row) => (sealOf(db, row)?.equals(row.seal) ? [] : [row.sequence]));
}

function summaryOfRevision(row: RevisionRow): RevisionSummary {
  const parents = [row.parent_uuid, row.other_parent_uuid].flatMap((uuid) => (uuid ? [stringify(uuid)] : []));
  const { sequence, cause, name, note, words } = row;
  const author = { id: row.author_id, name: row.author_name };
  return { id: stringify(row.uuid), sequence, parents, author, deviceId: row.device_id, cause, time: timeAt(row.instant_ms, row.zone), name, note, words };
}
