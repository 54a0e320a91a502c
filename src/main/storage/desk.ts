import type { RevisionSummary } from '../../ipc/contract.ts';
import { type ArticleRow, findArticle, nameOf } from './articles.ts';
import type { Db } from './open-database.ts';
import { placeOf } from './place.ts';
import { attempt } from './refusal.ts';
import { makeRevision, type NewRevision } from './revisions.ts';
import type { Clock, TimedRevisions } from './timed-revisions.ts';
import { readVarints } from './varint.ts';
import { readCopy, type WorkingCopy } from './working-copy.ts';

/** Working copies kept in memory; any other is read again when it is saved. */
const mostCopies = 30;
/** Milliseconds in which an answer is on its way. */
const readAheadMs = 20;

/** What the answers work with: the open database and what is remembered between calls. */
export class Desk {
  readonly db: Db;
  readonly clock: Clock;
  readonly timed: TimedRevisions;
  readonly #copies = new Map<string, WorkingCopy>();
  readonly #refuseIfMoved: () => void;

  constructor(db: Db, clock: Clock, timed: (desk: Desk) => TimedRevisions) {
    this.db = db;
    this.clock = clock;
    this.#refuseIfMoved = placeOf(db.name);
    this.timed = timed(this);
  }

  /** One transaction, taken for writing at once. Nothing is committed, and so acknowledged, where nobody will find it. */
  atomic<T>(action: () => T): T {
    return this.db
      .transaction(() => {
        const answer = action();
        this.#refuseIfMoved();
        return answer;
      })
      .immediate();
  }

  copyOf(row: ArticleRow): WorkingCopy {
    const known = this.#copies.get(row.uuid);
    if (known) return known;
    return readCopy(this.db, readVarints(row.blocks), nameOf(row));
  }

  /** Reads what the first save of an article needs, once the article itself has been answered. What fails here is told by that save. */
  readAhead(articleId: string): void {
    this.clock.after(readAheadMs, () => {
      if (this.db.open && !this.#copies.has(articleId)) attempt(this.db.name, () => this.remember(articleId, this.copyOf(findArticle(this.db, articleId))));
    });
  }

  /** To be called once the database is sure to hold what the copy says. */
  remember(articleId: string, copy: WorkingCopy): void {
    this.#copies.delete(articleId);
    this.#copies.set(articleId, copy);
    for (const oldest of [...this.#copies.keys()].slice(0, Math.max(0, this.#copies.size - mostCopies))) this.#copies.delete(oldest);
  }

  /** Its working copy was replaced by another way than a save, or it is about to be gone. */
  forget(articleId: string): void {
    this.#copies.delete(articleId);
    this.timed.made(articleId);
  }

  /** A revision of the working copy; null where nothing changed. No timed one is due after it. */
  makeRevision(row: ArticleRow, revision: Pick<NewRevision, 'cause' | 'origin'> & Partial<NewRevision>): RevisionSummary | null {
    const made = this.atomic(() => makeRevision(this.db, row, { name: '', note: '', nowMs: this.clock.nowMs(), ...revision }));
    this.timed.made(row.uuid);
    return made;
  }
}
