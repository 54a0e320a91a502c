import { rmSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { articleArbitrary } from '../../src/article/arbitrary.ts';
import type { Article } from '../../src/article/article.ts';
import type { BodyJson } from '../../src/article/body.ts';
import { one, openForReading } from '../../src/main/storage/open-database.ts';
import { openReadOnly } from '../../src/main/storage/read-only.ts';
import { databaseFile } from '../../src/main/storage/store.ts';
import { context, idsOf, newFolder, openFolder, paragraph, value } from './storage-fixtures.ts';

/** What may happen to an article; numbers choose a place among the blocks after the fields. */
type Change =
  | { readonly kind: 'write'; readonly at: number; readonly text: string }
  | { readonly kind: 'add'; readonly at: number; readonly text: string }
  | { readonly kind: 'drop' | 'turn' | 'again' | 'stale' | 'unsent'; readonly at: number }
  | { readonly kind: 'metadata'; readonly slugline: string };
type Step = Change | { readonly kind: 'revision' } | { readonly kind: 'reopen' };

const at = fc.nat(20);
const text = fc.constantFrom('One.', 'Two.', 'Ünïcode 漢字 🚢', 'A longer paragraph about nothing much. '.repeat(8), 'x');
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('write' as const), at, text }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('add' as const), at, text }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constantFrom('drop' as const, 'turn' as const, 'again' as const, 'stale' as const, 'unsent' as const), at }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('metadata' as const), slugline: text }) },
  { weight: 3, arbitrary: fc.constantFrom<Step>({ kind: 'revision' }, { kind: 'reopen' }) },
);

test('whatever is saved in whatever order, the store holds what a plain list would, and every revision reads as it was', () => {
  fc.assert(
    fc.property(articleArbitrary, fc.array(step, { minLength: 5, maxLength: 25 }), (start, steps) => {
      const folder = newFolder();
      try {
        run(folder, start, steps);
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    }),
    { numRuns: 40 },
  );
});

function run(folder: string, start: Article, steps: readonly Step[]): void {
  let store = openFolder(folder);
  let model = value(store.call('articles.create', { article: start, cause: 'import' }, context)).article;
  expect(model).toEqual(start);
  const revisions = [model];
  const gone: BodyJson[] = [];
  let number = 0;
  let fresh = 0;
  const blocks = (): BodyJson[] => [...(model.body.content ?? [])];
  const send = (next: BodyJson[], changed: readonly BodyJson[], metadata = model.metadata): void => {
    number += 1;
    const body = { type: 'doc', content: next };
    value(store.call('articles.save', { articleId: model.id, number, changedBlocks: changed, order: idsOf(body), metadata: metadata === model.metadata ? null : metadata, images: null }, context));
    model = { ...model, metadata, body };
  };
  const change = (one: Change): void => {
    const next = blocks();
    if (one.kind === 'metadata') return send(next, [], { ...model.metadata, slugline: one.slugline });
    const index = 3 + (one.at % (next.length - 3));
    const here = next[index];
    if (!here) throw new Error('no block');
    if (one.kind === 'write') {
      const written = paragraph(String(here.attrs?.['blockId']), one.text);
      send(next.with(index, written), [written]);
    } else if (one.kind === 'add') {
      fresh += 1;
      const added = paragraph(`fresh-${fresh}`, one.text);
      send(next.toSpliced(index, 0, added), [added]);
    } else if (one.kind === 'drop' && next.length > 4) {
      gone.push(here);
      send(next.toSpliced(index, 1), []);
    } else if (one.kind === 'turn') {
      send([...next.slice(0, 3), ...next.slice(3).toReversed()], []);
    } else if (one.kind === 'again') {
      const back = gone.pop();
      if (back) send([...next, back], [back]);
    } else if (one.kind === 'stale') {
      value(store.call('articles.save', { articleId: model.id, number, changedBlocks: [], order: [], metadata: null, images: null }, context));
    } else if (one.kind === 'unsent') {
      const refused = store.call('articles.save', { articleId: model.id, number: number + 1, changedBlocks: [paragraph('half', 'Half.')], order: [...idsOf(model.body), 'half', 'never-sent'], metadata: null, images: null }, context);
      expect(refused.ok).toBe(false);
    }
  };
  for (const one of steps) {
    if (one.kind === 'revision') {
      const made = value(store.call('revisions.make', { articleId: model.id, cause: 'explicit-save', name: '', note: '' }, context));
      const last = revisions.at(-1);
      expect(made === null).toBe(JSON.stringify(last) === JSON.stringify(model));
      if (made) revisions.push(model);
    } else if (one.kind === 'reopen') {
      store.close();
      store = openFolder(folder);
    } else change(one);
  }
  expect(value(store.call('articles.open', { articleId: model.id }, context)).article).toEqual(model);
  const kept = value(store.call('revisions.export', { articleId: model.id }, context));
  expect(kept.map(({ article }) => article)).toEqual(revisions);
  const reader = value(openReadOnly(folder));
  expect(reader.verify().problems).toEqual([]);
  reader.close();
  const db = openForReading(databaseFile(folder));
  expect(one<{ n: number }>(db, 'SELECT count(*) AS n FROM blocks WHERE uses = 0 AND kept = 0')).toEqual({ n: 0 });
  db.close();
  store.close();
}
