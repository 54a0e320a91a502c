import { rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { RevisionSummary } from '../../src/ipc/contract.ts';
import { openForReading, one } from '../../src/main/storage/open-database.ts';
import { databaseFile, type Store } from '../../src/main/storage/store.ts';
import type { Clock } from '../../src/main/storage/timed-revisions.ts';
import { articleWith, context, idsOf, newFolder, openFolder, paragraph, value } from './storage-fixtures.ts';

let folder: string;
let store: Store;

/** A clock that stands still until it is told to go on. */
class FakeClock implements Clock {
  #now = Date.parse('2026-03-01T09:00:00Z');
  readonly #timers = new Set<{ readonly at: number; readonly action: () => void }>();
  /** What the time of day is off by. */
  wrongByMs = 0;
  nowMs = (): number => this.#now + this.wrongByMs;
  passedMs = (): number => this.#now;
  after = (delayMs: number, action: () => void): (() => void) => {
    const timer = { at: this.#now + delayMs, action };
    this.#timers.add(timer);
    return () => void this.#timers.delete(timer);
  };
  pass(ms: number): void {
    this.#now += ms;
    for (const timer of [...this.#timers].filter(({ at }) => at <= this.#now)) {
      this.#timers.delete(timer);
      timer.action();
    }
  }
}

let clock: FakeClock;
let changes: number;
const open = (): Store => openFolder(folder, { clock, onLibraryChanged: () => (changes += 1) });
beforeEach(() => {
  folder = newFolder();
  clock = new FakeClock();
  changes = 0;
  store = open();
});
afterEach(() => {
  store.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Words of letters at random: they deflate worse than prose, so what is measured with them is an upper bound. */
function sentence(seed: number, length: number): string {
  let state = (seed + 1) * 2_654_435_761;
  const random = (below: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  const word = (): string => Array.from({ length: 2 + random(8) }, () => 'etaoinshrdlucmfwypvbgk'[random(22)]).join('');
  return Array.from({ length }, word).join(' ');
}
/** About 700 words in 12 paragraphs, no two alike. */
const longArticle = () => articleWith('Ferries stop for a week', Array.from({ length: 12 }, (_, index) => `${sentence(index, 58)}.`), 'FERRY');

function saver(articleId: string, order: readonly string[]): (changed: string, text: string) => void {
  let number = 0;
  return (changed, text) => {
    number += 1;
    value(store.call('articles.save', { articleId, number, changedBlocks: [paragraph(changed, text)], order, metadata: null, images: null }, context));
  };
}
const revisionsOf = (articleId: string): readonly RevisionSummary[] => value(store.call('revisions.list', { articleId, offset: 0, limit: 1000 }, context)).rows;
const count = (table: string): number => {
  const db = openForReading(databaseFile(folder));
  const row = one<{ n: number }>(db, `SELECT count(*) AS n FROM ${table}`);
  db.close();
  return row?.n ?? -1;
};

test('a revision comes 30 s after the last save, and after 5 minutes of saves without a pause', () => {
  const { article } = value(store.call('articles.create', { article: longArticle(), cause: 'import' }, context));
  const order = idsOf(article.body);
  const save = saver(article.id, order);
  save(order[3] ?? '', 'One.');
  clock.pass(29_000);
  expect(revisionsOf(article.id)).toHaveLength(1);
  save(order[3] ?? '', 'Two.');
  clock.pass(29_000);
  expect(revisionsOf(article.id)).toHaveLength(1);
  clock.pass(1_000);
  expect(revisionsOf(article.id)[0]).toMatchObject({ cause: 'typing-pause', sequence: 2, author: context.author, time: { instant: '2026-03-01T09:00:59Z', zone: 'Asia/Kolkata' } });
  expect(changes).toBe(1);
  clock.pass(600_000);
  expect(revisionsOf(article.id)).toHaveLength(2);
  for (let second = 0; second < 301; second += 1) {
    save(order[4] ?? '', `Typed for ${second} seconds.`);
    clock.pass(1_000);
  }
  expect(revisionsOf(article.id)).toHaveLength(3);
});

test('five minutes of typing are five minutes whatever is done to the clock, and the order is that of the numbers', () => {
  const { article } = value(store.call('articles.create', { article: longArticle(), cause: 'import' }, context));
  const order = idsOf(article.body);
  const save = saver(article.id, order);
  const typeFor = (seconds: number): void => {
    for (let second = 0; second < seconds; second += 1) {
      save(order[3] ?? '', `Typed for ${second} seconds of ${seconds}.`);
      clock.pass(1_000);
    }
  };
  typeFor(100);
  clock.wrongByMs = -3_600_000;
  typeFor(201);
  const [second, first] = revisionsOf(article.id);
  expect([first?.sequence, second?.sequence]).toEqual([1, 2]);
  expect([first?.time.instant, second?.time.instant]).toEqual(['2026-03-01T09:00:00Z', '2026-03-01T08:05:00Z']);
  clock.wrongByMs = -Date.parse('2026-03-01T09:00:00Z');
  typeFor(10);
  clock.wrongByMs = Date.parse('2038-01-19T03:14:07Z') - Date.parse('2026-03-01T09:00:00Z');
  typeFor(10);
  expect(revisionsOf(article.id)).toHaveLength(2);
  clock.pass(30_000);
  expect(revisionsOf(article.id).map(({ sequence }) => sequence)).toEqual([3, 2, 1]);
});

test('an explicit revision calls the timed one off; what a crash left gets one after the next start', () => {
  const { article } = value(store.call('articles.create', { article: longArticle(), cause: 'import' }, context));
  const order = idsOf(article.body);
  const save = saver(article.id, order);
  save(order[3] ?? '', 'One.');
  value(store.call('revisions.make', { articleId: article.id, cause: 'explicit-save', name: '', note: '' }, context));
  clock.pass(60_000);
  expect(revisionsOf(article.id)).toHaveLength(2);
  save(order[3] ?? '', 'Two.');
  store.close();
  store = open();
  clock.pass(30_000);
  expect(revisionsOf(article.id).map(({ cause }) => cause)).toEqual(['typing-pause', 'explicit-save', 'import']);
});

test('makeAll gives each article with unkept changes one revision', () => {
  const ids = [1, 2, 3].map(() => value(store.call('articles.create', { article: longArticle(), cause: 'import' }, context)).article);
  const changed = ids[1];
  if (!changed) throw new Error('no article');
  const order = idsOf(changed.body);
  saver(changed.id, order)(order[3] ?? '', 'Changed.');
  value(store.call('revisions.makeAll', { cause: 'before-close' }, context));
  expect(ids.map(({ id }) => revisionsOf(id).length)).toEqual([1, 2, 1]);
});

test('each block is stored once, what saves in between replaced is dropped, and old revisions read as they were', () => {
  const { article } = value(store.call('articles.create', { article: longArticle(), cause: 'import' }, context));
  const order = idsOf(article.body);
  const before = count('blocks');
  const save = saver(article.id, order);
  for (let index = 0; index < 50; index += 1) save(order[5] ?? '', `Draft ${index}.`);
  expect(count('blocks')).toBe(before + 1);
  value(store.call('revisions.make', { articleId: article.id, cause: 'explicit-save', name: '', note: '' }, context));
  const original = article.body.content?.[5];
  if (!original) throw new Error('no paragraph');
  value(store.call('articles.save', { articleId: article.id, number: 51, changedBlocks: [original], order, metadata: null, images: null }, context));
  value(store.call('revisions.make', { articleId: article.id, cause: 'restore', name: '', note: '' }, context));
  expect(count('blocks')).toBe(before + 1);
  expect(count('chunks')).toBe(2);
  const [third, second, first] = revisionsOf(article.id);
  const read = (revision: RevisionSummary | undefined) => value(store.call('revisions.read', { articleId: article.id, revisionId: revision?.id ?? '' }, context));
  expect(read(first)).toEqual(article);
  expect(read(third)).toEqual(article);
  expect(read(second).body.content?.[5]).toEqual(paragraph(order[5] ?? '', 'Draft 49.'));
});

test('a revision of one changed paragraph in an article of 700 words costs less than 2,000 bytes', () => {
  const { article, summary } = value(store.call('articles.create', { article: longArticle(), cause: 'import' }, context));
  expect(summary.words).toBeGreaterThan(690);
  const order = idsOf(article.body);
  const size = (): number => {
    const copy = join(folder, 'size.db');
    rmSync(copy, { force: true });
    const db = openForReading(databaseFile(folder));
    db.pragma('query_only = OFF');
    db.prepare('VACUUM INTO ?').run(copy);
    db.close();
    return statSync(copy).size;
  };
  const save = saver(article.id, order);
  const before = size();
  const made = 1000;
  for (let index = 0; index < made; index += 1) {
    save(order[3 + (index % 12)] ?? '', `${sentence(index + 100, 57)} ${index}.`);
    value(store.call('revisions.make', { articleId: article.id, cause: 'explicit-save', name: '', note: '' }, context));
  }
  expect(revisionsOf(article.id)).toHaveLength(made);
  const each = (size() - before) / made;
  console.info(`bytes per revision: ${each.toFixed(0)}`);
  expect(each).toBeLessThan(2000);
});
