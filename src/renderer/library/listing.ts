import type { ArticleSummary, ListRequest } from '../../ipc/contract.ts';
import { type AppError, ok, type Result } from '../../ipc/result.ts';
import { call } from '../api.ts';

export type Search = Pick<ListRequest, 'query' | 'filter' | 'sort'>;

/** What is known of the answer to one search: some of its pages, and perhaps how many rows there are. */
export interface Listing {
  readonly search: Search;
  readonly askedAtMs: number;
  readonly total: number | null;
  /** Rows there are for sure while the total is not known. */
  readonly atLeast: number;
  readonly pages: ReadonlyMap<number, readonly ArticleSummary[]>;
}

/** Rows asked for at once: two screens, so that a page of scrolling costs one call. */
const pageSize = 60;

export const rowAt = ({ pages }: Listing, index: number): ArticleSummary | null => pages.get(Math.floor(index / pageSize))?.[index % pageSize] ?? null;

/** Most rows one call answers. */
const mostAtOnce = 1000;

/** The rows of a search from one place to another, both included, whether or not the list has asked for them. */
export async function readRows(search: Search, first: number, last: number): Promise<Result<readonly ArticleSummary[]>> {
  const rows: ArticleSummary[] = [];
  for (let offset = first; offset <= last; offset += mostAtOnce) {
    const result = await call('articles.list', { ...search, offset, limit: Math.min(mostAtOnce, last - offset + 1) });
    if (!result.ok) return result;
    rows.push(...result.value.rows);
  }
  return ok(rows);
}

interface Hearers {
  readonly onListing: (listing: Listing) => void;
  readonly onError: (error: AppError) => void;
}

/**
 * Asks for rows: first those that are seen, then how many there are. No key waits for a timer: while an answer is on its way the
 * next question is the newest one, and those typed over are never asked. The last listing stands until a newer one is there.
 */
export class Lister {
  readonly #hearers: Hearers;
  #wanted: Search | null = null;
  /** Rises with each question; an answer to an older one is dropped. */
  #number = 0;
  #isAsking = false;
  #asked = new Set<number>();
  #listing: Listing | null = null;

  constructor(hearers: Hearers) {
    this.#hearers = hearers;
  }

  /** The same search again reads the list anew. */
  async ask(search: Search): Promise<void> {
    this.#wanted = search;
    this.#number += 1;
    if (this.#isAsking) return;
    this.#isAsking = true;
    for (let number = 0; number !== this.#number;) {
      number = this.#number;
      await this.#askFirst(this.#wanted, number);
    }
    this.#isAsking = false;
  }

  /** Asks for the pages of these rows where they are not there yet. */
  want(first: number, last: number): void {
    if (this.#isAsking) return;
    for (let page = Math.floor(first / pageSize); page <= Math.floor(last / pageSize); page++) if (!this.#asked.has(page)) void this.#askPage(page);
  }

  async #askFirst(search: Search, number: number): Promise<void> {
    const result = await call('articles.list', { ...search, offset: 0, limit: pageSize });
    if (number !== this.#number) return;
    if (!result.ok) return this.#hearers.onError(result.error);
    const { rows } = result.value;
    // The same question asked again keeps its other pages on screen until they are read anew, and its length until it is counted.
    const old = this.#listing?.search === search ? this.#listing : null;
    const isAll = rows.length < pageSize;
    this.#asked = new Set([0]);
    this.#show({ search, askedAtMs: Date.now(), total: isAll ? rows.length : (old?.total ?? null), atLeast: rows.length, pages: new Map([...(old?.pages ?? []), [0, rows]]) });
    if (!isAll) void this.#askTotal(search, number);
  }

  async #askTotal({ query, filter }: Search, number: number): Promise<void> {
    const result = await call('articles.total', { query, filter });
    if (number !== this.#number || !this.#listing) return;
    if (result.ok) this.#show({ ...this.#listing, total: result.value });
    else this.#hearers.onError(result.error);
  }

  async #askPage(page: number): Promise<void> {
    const number = this.#number;
    if (!this.#wanted) return;
    this.#asked.add(page);
    const result = await call('articles.list', { ...this.#wanted, offset: page * pageSize, limit: pageSize });
    if (number !== this.#number || !this.#listing) return;
    if (result.ok) return this.#show({ ...this.#listing, pages: new Map([...this.#listing.pages, [page, result.value.rows]]) });
    this.#asked.delete(page);
    this.#hearers.onError(result.error);
  }

  #show(listing: Listing): void {
    this.#listing = listing;
    this.#hearers.onListing(listing);
  }
}
