import { v7 } from 'uuid';
import { type Article, parseArticle } from '../../article/article.ts';
import type { Metadata } from '../../article/metadata.ts';
import type { ArticleState, ArticleSummary, SaveAnswer, SaveRequest } from '../../ipc/contract.ts';
import { articleSealOf, isSealed, sealArticle, unsealed } from './article-seal.ts';
import { attachmentsOf, readAttachments, storeAttachments } from './images.ts';
import { dropUnusedVersion, readVersion, storeVersion } from './metadata-versions.ts';
import { changeOne, type Db, insert, one, type SqlValue } from './open-database.ts';
import { Refusal } from './refusal.ts';
import { readVarints, writeVarints } from './varint.ts';
import { changeBlocks, hashesOf, headlineOf, readBlocks, rowsOf, storeBlocks, type WorkingCopy, wordsOf } from './working-copy.ts';

/** A row of `articles`: the working copy and what the library shows of it. */
export interface ArticleRow {
  readonly id: number;
  readonly uuid: string;
  readonly slugline: string;
  readonly headline: string;
  readonly section: string;
  readonly state: ArticleState;
  readonly words: number;
  readonly author: string;
  readonly changed_at_ms: number;
  readonly created_at_ms: number;
  readonly trashed_at_ms: number | null;
  readonly save_number: number;
  /** 1 while something changed since the last revision. */
  readonly dirty: number;
  /** 1 while the search index does not have it as it is. */
  readonly unindexed: number;
  /** Origin of the last save: whose the next timed revision is. */
  readonly saved_by: number;
  readonly metadata: number;
  readonly attachments: number;
  readonly blocks: Uint8Array;
  /** Its row in the search index; null until it was indexed. */
  readonly search_row: number | null;
  readonly seal: Uint8Array;
}

/** What the library shows of a row. */
export type SummaryRow = Pick<ArticleRow, 'uuid' | 'slugline' | 'headline' | 'section' | 'state' | 'words' | 'author' | 'changed_at_ms' | 'created_at_ms' | 'trashed_at_ms'>;

interface Moment {
  readonly nowMs: number;
  readonly origin: number;
}

export function findArticle(db: Db, uuid: string): ArticleRow {
  const row = one<ArticleRow>(db, 'SELECT * FROM articles WHERE uuid = ?', uuid);
  if (!row) throw new Refusal('article-not-found', 'errors.articleNotFound', { id: uuid });
  return row;
}

export const nameOf = ({ slugline, headline, uuid }: Pick<ArticleRow, 'slugline' | 'headline' | 'uuid'>): string => slugline || headline || uuid;

/** Adds an article under its own id, or under a new one where that is taken. */
export function createArticle(db: Db, article: Article, { nowMs, origin, authorName }: Moment & { readonly authorName: string }): ArticleRow {
  const taken = one(db, 'SELECT 1 FROM articles WHERE uuid = ?', article.id) !== undefined;
  const uuid = taken ? v7() : article.id;
  const copy = storeBlocks(db, article.body.content ?? []);
  const { slugline, section } = article.metadata;
  const id = insert(
    db,
    `INSERT INTO articles (uuid, slugline, headline, section, state, words, author, changed_at_ms, created_at_ms, save_number, dirty, unindexed, saved_by, metadata, attachments, blocks)
     VALUES (?, ?, ?, ?, 'draft', ?, ?, ?, ?, 0, 1, 1, ?, ?, ?, ?)`,
    uuid, slugline, headlineOf(copy), section, wordsOf(copy), authorName, nowMs, nowMs, origin,
    storeVersion(db, article.metadata), storeAttachments(db, attachmentsOf(article)), writeVarints(rowsOf(copy)),
  );
  sealArticle(db, id);
  return findArticle(db, uuid);
}

/** The working copy, put together and parsed as everything from the disk is. */
export function readWorkingCopy(db: Db, row: ArticleRow): Article {
  const damaged = (what: string): Refusal => new Refusal('store-damaged', 'errors.articleDamaged', { name: nameOf(row), what });
  const content = readBlocks(db, readVarints(row.blocks), nameOf(row));
  const metadata = readVersion(db, row.metadata);
  const attachments = readAttachments(db, row.attachments);
  if (!metadata || !attachments) throw damaged('metadata');
  if (!isSealed(db, row)) throw damaged('seal');
  const parsed = parseArticle({ format: 'galley-article', version: 1, id: row.uuid, metadata: metadata.value, body: { type: 'doc', content }, ...attachments });
  if (!parsed.ok) throw damaged(`${parsed.error.path}: ${parsed.error.message}`);
  return parsed.value;
}

/** Writes a save, inside one transaction of the caller's that has looked at its number. */
export function saveArticle(db: Db, row: ArticleRow, before: WorkingCopy, save: SaveRequest & Moment): { readonly answer: SaveAnswer; readonly copy: WorkingCopy } {
  const copy = changeBlocks(db, before, save);
  const metadata = save.metadata ? storeVersion(db, save.metadata) : row.metadata;
  const attachments = save.images ? storeAttachments(db, { ...(readAttachments(db, row.attachments) ?? { comments: [], conflicts: [] }), images: save.images }) : row.attachments;
  const { slugline, section } = save.metadata ?? row;
  const saved: ArticleRow = {
    ...row, slugline, section, metadata, attachments, dirty: 1, unindexed: 1,
    headline: headlineOf(copy), words: wordsOf(copy), changed_at_ms: save.nowMs, save_number: save.number, saved_by: save.origin, blocks: writeVarints(rowsOf(copy)),
  };
  writeChanged(db, row, { ...saved, seal: articleSealOf(db, saved, hashesOf(copy)) ?? unsealed });
  if (metadata !== row.metadata) dropUnusedVersion(db, row.metadata);
  if (attachments !== row.attachments) dropUnusedVersion(db, row.attachments);
  return { answer: { number: save.number, savedAtMs: save.nowMs }, copy };
}

/** Names only the columns that are others now: an index of one that is named is written anew even where it stays, and somebody is typing. */
function writeChanged(db: Db, row: ArticleRow, saved: ArticleRow): void {
  const before = new Map<string, SqlValue>(Object.entries(row));
  const changed = Object.entries(saved).filter(([column, value]) => value !== before.get(column));
  changeOne(db, `UPDATE articles SET ${changed.map(([column]) => `${column} = ?`).join(', ')} WHERE id = ?`, ...changed.map(([, value]): SqlValue => value), row.id);
}

export function setState(db: Db, uuid: string, state: ArticleState): ArticleSummary {
  const { id } = findArticle(db, uuid);
  changeOne(db, 'UPDATE articles SET state = ? WHERE id = ?', state, id);
  sealArticle(db, id);
  return summaryOf(findArticle(db, uuid));
}

export function setTrashed(db: Db, uuid: string, trashedAtMs: number | null): null {
  const { id } = findArticle(db, uuid);
  changeOne(db, 'UPDATE articles SET trashed_at_ms = ? WHERE id = ?', trashedAtMs, id);
  sealArticle(db, id);
  return null;
}

export function summaryOf(row: SummaryRow): ArticleSummary {
  const { uuid, slugline, headline, section, state, words, author } = row;
  return { id: uuid, slugline, headline, section, state, words, author, changedAtMs: row.changed_at_ms, createdAtMs: row.created_at_ms, trashedAtMs: row.trashed_at_ms };
}

/** A copy with an id and blockIds of its own. */
export function withNewIds(article: Article): Article {
  const renew = (node: Article['body']): Article['body'] => ({
    ...node,
    ...(typeof node.attrs?.['blockId'] === 'string' ? { attrs: { ...node.attrs, blockId: v7() } } : {}),
    ...(node.content ? { content: node.content.map(renew) } : {}),
  });
  // Comments and conflicts point at blocks of the other article; publication is the other article's as well.
  const metadata: Metadata = { ...article.metadata, publishedAt: null, updatedAt: null, corrections: [], canonicalUrl: '' };
  return { ...article, id: v7(), metadata, body: renew(article.body), comments: [], conflicts: [] };
}
