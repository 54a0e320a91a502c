import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Article } from '../../src/article/article.ts';
import { takeBackup } from '../../src/main/storage/backup.ts';
import { eraseFromBackups } from '../../src/main/storage/backup-erase.ts';
import { checkBackup, listBackups } from '../../src/main/storage/backup-folder.ts';
import { all, databaseFile, openForReading } from '../../src/main/storage/open-database.ts';
import { openReadOnly } from '../../src/main/storage/read-only.ts';
import { articleWith, context, idsOf, newFolder, openFolder, paragraph, value } from './storage-fixtures.ts';

const imageId = `sha256-${'ab'.repeat(32)}`;
const secret = 'Kilimanjaro';

function secretArticle(): Article {
  const article = articleWith(`${secret} informant`, [`The source is ${secret}.`, 'Shared words.'], `${secret}-SLUG`);
  return { ...article, metadata: { ...article.metadata, tags: [secret], internalNote: `Called ${secret}.` }, images: { [imageId]: { fileName: `${secret}.jpg`, mediaType: 'image/jpeg', width: 1, height: 1, bytes: 3, fromFile: {} } } };
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)).filter((path) => statSync(path).isFile());
}

/** What blocks and metadata look like in the file: they are packed, so that a search for the word alone would find nothing anyway. */
function packedSecrets(folder: string, articleId: string): Buffer[] {
  const db = openForReading(databaseFile(folder));
  try {
    const rows = all<{ bytes: Buffer }>(db, 'SELECT json AS bytes FROM blocks UNION ALL SELECT json FROM metadata_versions UNION ALL SELECT seal FROM revisions WHERE article = (SELECT id FROM articles WHERE uuid = ?)', articleId);
    return rows.map(({ bytes }) => bytes);
  } finally {
    db.close();
  }
}

const holding = (folder: string, needles: readonly (string | Buffer)[]): string[] =>
  filesIn(folder).filter((path) => {
    const bytes = readFileSync(path);
    return needles.some((needle) => bytes.includes(needle));
  });

test('an article that is deleted for good is in no file of the data folder, its backups and pictures included; the others are as they were', async () => {
  const folder = newFolder();
  const store = openFolder(folder);
  try {
    const picture = join(folder, 'images', 'ab', `${imageId}.jpg`);
    mkdirSync(join(folder, 'images', 'ab'), { recursive: true });
    writeFileSync(picture, `EXIF ${secret}`);
    const article = secretArticle();
    value(store.call('articles.create', { article, cause: 'import' }, context));
    const needles = packedSecrets(folder, article.id);
    const other = articleWith('Other', ['Shared words.', 'Ferries run.']);
    value(store.call('articles.create', { article: other, cause: 'import' }, context));
    const order = idsOf(article.body);
    value(await takeBackup(folder, { reason: 'hour', nowMs: 1_000 }));
    for (let number = 1; number <= 3; number += 1) {
      value(store.call('articles.save', { articleId: article.id, number, changedBlocks: [paragraph(order[3] ?? '', `${secret} said ${number}.`)], order, metadata: null, images: null }, context));
      value(store.call('revisions.make', { articleId: article.id, cause: 'explicit-save', name: `${secret} ${number}`, note: '' }, context));
    }
    store.call('articles.list', { query: 'kili', filter: 'all', sort: 'changed', offset: 0, limit: 9 }, context);
    value(await takeBackup(folder, { reason: 'hour', nowMs: 9_000_000 }));
    // The index writes words in small letters and leaves out what a word shares with the one before it.
    const words = [secret, 'limanjaro', ...needles];
    expect(holding(folder, words).length).toBeGreaterThan(3);

    const erased = value(store.call('articles.eraseHere', { articleId: article.id }, context));
    expect(erased).toEqual({ revisions: 4, pictures: [imageId], unreached: [] });
    const cleaned = eraseFromBackups(folder, { articleId: article.id, nowMs: 10_000_000, context, pictures: erased.pictures });
    expect(cleaned).toEqual({ backups: 2, pictures: 1, unreached: [] });
    expect(holding(folder, words)).toEqual([]);

    expect(value(store.call('articles.open', { articleId: other.id }, context)).article).toEqual(other);
    expect(value(store.call('articles.list', { query: 'ferries', filter: 'all', sort: 'changed', offset: 0, limit: 9 }, context)).rows).toHaveLength(1);
    expect(store.call('articles.open', { articleId: article.id }, context)).toMatchObject({ ok: false, error: { code: 'article-not-found' } });
    const library = value(openReadOnly(folder));
    expect(library.verify()).toEqual({ ok: true, articles: 1, revisions: 1, problems: [] });
    library.close();
    for (const backup of listBackups(folder)) {
      expect(checkBackup(backup)).toEqual(backup);
      expect(backup.manifest?.facts).toMatchObject({ articles: 1, revisions: 1, newest: { name: 'Other' } });
    }
    const db = openForReading(databaseFile(folder));
    expect(all(db, 'SELECT article, revisions FROM erasures')).toEqual([{ article: article.id, revisions: 4 }]);
    db.close();
  } finally {
    store.close();
    rmSync(folder, { recursive: true, force: true });
  }
});

test('a damaged backup cannot be cleaned: it is named and not passed over', async () => {
  const folder = newFolder();
  const store = openFolder(folder);
  try {
    const article = secretArticle();
    value(store.call('articles.create', { article, cause: 'import' }, context));
    const { backup } = value(await takeBackup(folder, { reason: 'hour', nowMs: 1_000 }));
    writeFileSync(databaseFile(backup.folder), 'No database.');
    mkdirSync(join(folder, 'put-aside', 'old'), { recursive: true });
    const { pictures } = value(store.call('articles.eraseHere', { articleId: article.id }, context));
    expect(eraseFromBackups(folder, { articleId: article.id, nowMs: 2_000, context, pictures }).unreached).toEqual([backup.folder, join(folder, 'put-aside', 'old')]);
  } finally {
    store.close();
    rmSync(folder, { recursive: true, force: true });
  }
});
