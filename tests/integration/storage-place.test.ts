import { existsSync, mkdirSync, readdirSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { databaseFile, openForReading } from '../../src/main/storage/open-database.ts';
import { openStore, type Store } from '../../src/main/storage/store.ts';
import { articleWith, context, idsOf, newFolder, openFolder, paragraph, value } from './storage-fixtures.ts';

it('acknowledges nothing while its file is not where it was, and goes on once it is back', () => {
  const folder = join(newFolder(), 'data');
  mkdirSync(folder);
  const store = openFolder(folder);
  const { article } = value(store.call('articles.create', { article: null, cause: null }, context));
  const order = idsOf(article.body);
  const save = (number: number, text: string): ReturnType<typeof store.call<'articles.save'>> =>
    store.call('articles.save', { articleId: article.id, number, changedBlocks: [paragraph(order[3] ?? '', text)], order, metadata: null, images: null }, context);
  value(save(1, 'before'));
  renameSync(folder, `${folder}-away`);
  expect(save(2, 'gone')).toMatchObject({ ok: false, error: { code: 'not-writable' } });
  // Another file of the same name is not the one that was opened either.
  mkdirSync(folder);
  writeFileSync(join(folder, 'galley.db'), 'something else');
  expect(save(3, 'still gone')).toMatchObject({ ok: false, error: { code: 'not-writable' } });
  renameSync(folder, `${folder}-other`);
  renameSync(`${folder}-away`, folder);
  value(save(4, 'back'));
  store.close();
  const again = openFolder(folder);
  const found = value(again.call('articles.open', { articleId: article.id }, context)).article;
  expect(JSON.stringify(found.body)).toContain('"back"');
  again.close();
});

it('makes no new library where one was open a moment ago', () => {
  const folder = join(newFolder(), 'data');
  const again = { mustExist: true };
  expect(openStore(folder, again)).toMatchObject({ ok: false, error: { code: 'not-writable' } });
  expect(existsSync(folder)).toBe(false);
  // Something else may have made the folder again.
  mkdirSync(folder);
  expect(openStore(folder, again)).toMatchObject({ ok: false });
  expect(readdirSync(folder)).toEqual([]);
  openFolder(folder).close();
  openFolder(folder, again).close();
});

describe('the log beside the database', () => {
  const size = (file: string): number => statSync(file, { throwIfNoEntry: false })?.size ?? 0;

  function write(store: Store, times: number): () => void {
    const { article } = value(store.call('articles.create', { article: articleWith('Flood', Array.from({ length: 60 }, (_, index) => `Paragraph ${index}: the water rose in the night. `.repeat(8))), cause: 'import' }, context));
    const order = idsOf(article.body);
    let number = 0;
    const save = (): void => {
      number += 1;
      value(store.call('articles.save', { articleId: article.id, number, changedBlocks: [paragraph(order[number % 50 + 3] ?? '', `${number} of many`)], order, metadata: null, images: null }, context));
    };
    for (let count = 0; count < times; count++) save();
    return save;
  }

  it('grows by a little with each save while somebody reads for long, and is cut back once they have done', () => {
    const folder = newFolder();
    const log = join(folder, 'galley.db-wal');
    const store = openFolder(folder);
    write(store, 1);
    const reader = openForReading(databaseFile(folder));
    reader.exec('BEGIN');
    reader.prepare('SELECT count(*) FROM articles').get();
    const before = size(log);
    const saves = 400;
    const save = write(store, saves);
    const grown = size(log) - before;
    expect(grown).toBeGreaterThan(8 * 1024 * 1024);
    expect(grown / saves).toBeLessThan(48 * 1024);
    reader.exec('COMMIT');
    save();
    save();
    expect(size(log)).toBeLessThanOrEqual(8 * 1024 * 1024);
    reader.close();
    store.close();
    expect(size(log)).toBe(0);
  });

  it('stays small while others read in short turns', () => {
    const folder = newFolder();
    const store = openFolder(folder);
    const save = write(store, 1);
    const reader = openForReading(databaseFile(folder));
    for (let count = 0; count < 400; count++) {
      save();
      if (count % 10 === 0) reader.prepare('SELECT count(*) FROM blocks').get();
    }
    expect(size(join(folder, 'galley.db-wal'))).toBeLessThanOrEqual(8 * 1024 * 1024);
    reader.close();
    store.close();
  });
});
