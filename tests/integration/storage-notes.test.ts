import { copyFileSync, openSync, readFileSync, writeSync, closeSync } from 'node:fs';
import { expect, test } from 'vitest';
import { takeBackup } from '../../src/main/storage/backup.ts';
import { readPadFrom } from '../../src/main/storage/backup-look.ts';
import { eraseFromBackups } from '../../src/main/storage/backup-erase.ts';
import { databaseFile, openWritable } from '../../src/main/storage/open-database.ts';
import { recover } from '../../src/main/storage/salvage-recover.ts';
import { verifyStore } from '../../src/main/storage/verify.ts';
import { articleWith, context, newFolder, openFolder, value } from './storage-fixtures.ts';

const secret = 'Kilimanjaro';
const passage = { phrases: [secret], matchCase: false, wholeWord: false, matchAccents: false };

test('notes are kept beside the article, in backups, and in no copy of it', async () => {
  const folder = newFolder();
  const store = openFolder(folder);
  const { article } = value(store.call('articles.create', { article: articleWith('Ferries', ['One.']), cause: 'import' }, context));
  value(store.call('notes.write', { articleId: article.id, text: 'first' }, context));
  value(store.call('notes.write', { articleId: article.id, text: `Ring ${secret} – “now”` }, context));
  expect(value(store.call('notes.read', { articleId: article.id }, context))).toEqual({ text: `Ring ${secret} – “now”` });
  const copy = value(store.call('articles.duplicate', { articleId: article.id }, context));
  expect(value(store.call('notes.read', { articleId: copy.article.id }, context))).toEqual({ text: '' });
  expect(JSON.stringify(value(store.call('articles.open', { articleId: article.id }, context)))).not.toContain(secret);
  const taken = await takeBackup(folder, { reason: 'asked', nowMs: 1_800_000_000_000 });
  const id = taken.ok ? taken.value.backup.id : '';
  const library = { dataFolder: folder, second: '', deviceId: context.deviceId };
  expect(readPadFrom(library, { backupId: id, articleId: article.id })).toEqual({ ok: true, value: `Ring ${secret} – “now”` });
  // A note is a change: the next backup is not the same.
  value(store.call('notes.write', { articleId: article.id, text: '' }, context));
  const next = await takeBackup(folder, { reason: 'asked', nowMs: 1_800_000_100_000 });
  expect(next.ok && next.value.unchanged).toBe(false);
  // What is brought back takes no note away, and brings one back where there is none.
  value(store.call('articles.bringBack', { article, note: '', pad: 'from the backup' }, context));
  expect(value(store.call('notes.read', { articleId: article.id }, context)).text).toBe('from the backup');
  value(store.call('articles.bringBack', { article, note: '', pad: 'older' }, context));
  expect(value(store.call('notes.read', { articleId: article.id }, context)).text).toBe('from the backup');
  store.close();
});

test('words deleted for good are gone from the notes too, and notes go with their article', async () => {
  const folder = newFolder();
  const store = openFolder(folder);
  const { article } = value(store.call('articles.create', { article: articleWith('Ferries', ['One.']), cause: 'import' }, context));
  value(store.call('notes.write', { articleId: article.id, text: `Ring ${secret} now` }, context));
  const taken = await takeBackup(folder, { reason: 'asked', nowMs: 1_800_000_000_000 });
  expect(value(store.call('articles.countPassage', { articleId: article.id, passage }, context)).places).toBe(1);
  value(store.call('articles.erasePassageHere', { articleId: article.id, passage }, context));
  expect(value(store.call('notes.read', { articleId: article.id }, context)).text).not.toContain(secret);
  eraseFromBackups(folder, { articleId: article.id, passage, pictures: [], nowMs: 1_800_000_200_000, context });
  for (const path of [databaseFile(folder), taken.ok ? databaseFile(taken.value.backup.folder) : '']) expect(readFileSync(path).includes(secret), path).toBe(false);
  value(store.call('notes.write', { articleId: article.id, text: 'Serengeti' }, context));
  value(store.call('articles.eraseHere', { articleId: article.id }, context));
  store.close();
  expect(readFileSync(databaseFile(folder)).includes('Serengeti')).toBe(false);
});

test('notes that were changed on the disk are never shown: told when they are read, by verify, and mended by what is brought back', () => {
  const folder = newFolder();
  const store = openFolder(folder);
  const { article } = value(store.call('articles.create', { article: articleWith('Ferries', ['One.']), cause: 'import' }, context));
  value(store.call('notes.write', { articleId: article.id, text: 'Ring the harbour master' }, context));
  store.close();
  const db = openWritable(databaseFile(folder));
  expect(verifyStore(db).problems).toEqual([]);
  db.prepare("UPDATE notes_pads SET text = 'Ring the harbour mister'").run();
  expect(verifyStore(db).problems).toEqual(['notes of “Ferries” are not what was stored']);
  db.close();
  const again = openFolder(folder);
  const refused = again.call('notes.read', { articleId: article.id }, context);
  expect(refused.ok ? '' : refused.error.code).toBe('store-damaged');
  // Deleting other words does not make the damage look sound.
  value(again.call('articles.erasePassageHere', { articleId: article.id, passage }, context));
  expect(again.call('notes.read', { articleId: article.id }, context).ok).toBe(false);
  value(again.call('articles.bringBack', { article, note: '', pad: 'Ring the harbour master' }, context));
  expect(value(again.call('notes.read', { articleId: article.id }, context)).text).toBe('Ring the harbour master');
  again.close();
});

test('of a damaged library the notes come back', async () => {
  const folder = newFolder();
  const store = openFolder(folder);
  const { article } = value(store.call('articles.create', { article: articleWith('Ferries', ['One.']), cause: 'import' }, context));
  value(store.call('notes.write', { articleId: article.id, text: 'Ring the harbour master' }, context));
  store.close();
  const file = databaseFile(folder);
  copyFileSync(file, `${file}.whole`);
  // The head of the file: nothing leads to any table any more.
  const handle = openSync(file, 'r+');
  writeSync(handle, Buffer.alloc(40, 0xff), 0, 40, 60);
  closeSync(handle);
  const recovered = await recover(folder, 'everything', { ...context, nowMs: 1_800_000_000_000 });
  expect(recovered.ok).toBe(true);
  const again = openFolder(folder);
  expect(value(again.call('notes.read', { articleId: article.id }, context)).text).toBe('Ring the harbour master');
  again.close();
});
