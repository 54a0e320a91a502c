import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type Article, parseArticle } from '../../src/article/article.ts';
import { takeBackup } from '../../src/main/storage/backup.ts';
import { eraseFromBackups } from '../../src/main/storage/backup-erase.ts';
import { checkBackup, listBackups } from '../../src/main/storage/backup-folder.ts';
import { all, databaseFile, openForReading } from '../../src/main/storage/open-database.ts';
import { openReadOnly } from '../../src/main/storage/read-only.ts';
import exampleJson from '../../src/article/example.json' with { type: 'json' };
import { unpack } from '../../src/main/storage/content.ts';
import { readPages } from '../../src/main/storage/salvage-pages.ts';
import { rowsOf } from '../../src/main/storage/salvage-records.ts';
import { articleWith, context, idsOf, newFolder, openFolder, paragraph, value } from './storage-fixtures.ts';

const imageId = `sha256-${'ab'.repeat(32)}`;
const secret = 'Kilimanjaro';
const passage = { phrases: [secret], matchCase: false, wholeWord: false, matchAccents: false };

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
    mkdirSync(join(folder, 'thumbnails', 'ab'), { recursive: true });
    writeFileSync(join(folder, 'thumbnails', 'ab', `${imageId}.1600.webp`), secret);
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
    const cleaned = eraseFromBackups(folder, { articleId: article.id, passage: null, nowMs: 10_000_000, context, pictures: erased.pictures });
    expect(cleaned).toEqual({ backups: 2, pictures: 1, unreached: [], alsoIn: [] });
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
    writeFileSync(join(folder, 'put-aside', 'old', 'galley.db'), `Another program's. ${secret}`);
    const { pictures } = value(store.call('articles.eraseHere', { articleId: article.id }, context));
    expect(eraseFromBackups(folder, { articleId: article.id, passage: null, nowMs: 2_000, context, pictures }).unreached).toEqual([backup.folder, join(folder, 'put-aside', 'old')]);
  } finally {
    store.close();
    rmSync(folder, { recursive: true, force: true });
  }
});

/** Files that say a word, in plain bytes or in anything packed on any page of a database, free pages and logs included. */
function saying(folder: string, word: string): string[] {
  const needles = [Buffer.from(word), Buffer.from(word.toLowerCase()), Buffer.from(word, 'utf16le')];
  return filesIn(folder).filter((path) => {
    const bytes = readFileSync(path);
    return needles.some((needle) => bytes.includes(needle)) || (path.endsWith('galley.db') && packedTexts(path).some((text) => text.toLowerCase().includes(word.toLowerCase())));
  });
}

function packedTexts(file: string): string[] {
  return [...rowsOf(readPages(file))].flatMap(({ values: [, hash, json] }) => {
    const unpacked = Buffer.isBuffer(hash) && Buffer.isBuffer(json) ? unpack(json, hash) : null;
    return unpacked ? [JSON.stringify(unpacked.value)] : [];
  });
}

function wholeOf(json: unknown): Article {
  const parsed = parseArticle(json);
  if (!parsed.ok) throw new Error(`${parsed.error.path}: ${parsed.error.message}`);
  return parsed.value;
}

/** The word put into each string that is copy, wherever it stands. */
function planted(value: unknown, name = ''): unknown {
  const isStructure = ['format', 'blockId', 'imageId', 'id', 'type', 'dir', 'lang', 'align', 'role', 'language', 'adPolicy', 'code', 'instant', 'zone', 'date', 'kind', 'unit', 'mediaType', 'until', 'slotId', 'at', 'version'].includes(name);
  if (typeof value === 'string') {
    if (isStructure || value === '') return value;
    return /^(https?|mailto):/.test(value) ? `${value}${value.includes('?') ? '' : '?'}${secret}` : `${value} ${secret}`;
  }
  if (Array.isArray(value)) return value.map((item: unknown) => planted(item, name));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, key === 'email' ? inner : planted(inner, key)]));
}

test('words deleted for good are in no file of the data folder: every revision, backups, what was put aside, whatever says them', async () => {
  const folder = newFolder();
  let store = openFolder(folder);
  try {
    const whole = wholeOf(planted(exampleJson));
    expect(JSON.stringify(whole).split(secret).length).toBeGreaterThan(40);
    const { article } = value(store.call('articles.create', { article: whole, cause: 'import' }, context));
    const other = articleWith('Other', ['Ferries run.']);
    value(store.call('articles.create', { article: other, cause: 'import' }, context));
    value(await takeBackup(folder, { reason: 'hour', nowMs: 1_000 }));
    const order = idsOf(article.body);
    const last = order.at(-1) ?? '';
    const say = (number: number, text: string): void => {
      value(store.call('articles.save', { articleId: article.id, number, changedBlocks: [paragraph(last, text)], order, metadata: null, images: null }, context));
    };
    say(1, `In the office ${secret} spoke.`);
    value(store.call('revisions.make', { articleId: article.id, cause: 'explicit-save', name: `${secret} speaks`, note: `as ${secret.toUpperCase()} said` }, context));
    say(2, 'Nobody spoke.');
    value(store.call('revisions.make', { articleId: article.id, cause: 'explicit-save', name: '', note: '' }, context));
    say(3, `Not yet kept: ${secret}.`);
    value(await takeBackup(folder, { reason: 'hour', nowMs: 9_000_000 }));
    // A damaged library that was put aside: a page is gone, its log stands beside it.
    store.close();
    const aside = join(folder, 'put-aside', '20261125T010000Z');
    mkdirSync(aside, { recursive: true });
    writeFileSync(join(aside, 'galley.db'), readFileSync(databaseFile(folder)).fill(0, 0, 4096));
    store = openFolder(folder);
    const before = value(store.call('revisions.list', { articleId: article.id, offset: 0, limit: 99 }, context)).rows;
    const counted = value(store.call('articles.countPassage', { articleId: article.id, passage }, context));
    expect(counted.revisions).toBe(3);
    expect(counted.places).toBeGreaterThan(40);
    expect(saying(folder, secret).length).toBeGreaterThan(3);

    const erased = value(store.call('articles.erasePassageHere', { articleId: article.id, passage }, context));
    expect(erased).toEqual({ revisions: 3, pictures: [], unreached: [] });
    const cleaned = eraseFromBackups(folder, { articleId: article.id, passage, nowMs: 10_000_000, context, pictures: [] });
    expect(cleaned).toEqual({ backups: 3, pictures: 0, unreached: [], alsoIn: [] });
    expect(saying(folder, secret)).toEqual([]);

    // All else is there: the revisions with their numbers, authors and times, the text around the words, the other article.
    const after = value(store.call('revisions.list', { articleId: article.id, offset: 0, limit: 99 }, context)).rows;
    expect(after.map(({ id, sequence, time, author }) => ({ id, sequence, time, author }))).toEqual(before.map(({ id, sequence, time, author }) => ({ id, sequence, time, author })));
    expect(after[1]).toMatchObject({ name: ' speaks', note: 'as  said' });
    const texts = value(store.call('revisions.export', { articleId: article.id }, context)).map((one) => JSON.stringify(one.article.body.content?.at(-1)?.content));
    expect(texts.slice(1)).toEqual(['[{"type":"text","text":"In the office  spoke."}]', '[{"type":"text","text":"Nobody spoke."}]']);
    expect(JSON.stringify(value(store.call('articles.open', { articleId: article.id }, context)).article.body.content?.at(-1)?.content)).toContain('Not yet kept: .');
    expect(value(store.call('articles.open', { articleId: other.id }, context)).article).toEqual(other);
    expect(value(store.call('articles.list', { query: secret, filter: 'all', sort: 'changed', offset: 0, limit: 9 }, context)).rows).toEqual([]);
    for (const place of [folder, aside, ...listBackups(folder).map((backup) => backup.folder)]) {
      const library = value(openReadOnly(place));
      expect(library.verify().problems).toEqual([]);
      expect(library.listArticles().map(({ id }) => id)).toContain(article.id);
      library.close();
    }
    const db = openForReading(databaseFile(folder));
    expect(all(db, 'SELECT article, what, revisions FROM erasures')).toEqual([{ article: article.id, what: 'passage', revisions: 3 }]);
    db.close();
    // A save that was under way with the words in it comes too late.
    const late = value(store.call('articles.save', { articleId: article.id, number: 4, changedBlocks: [paragraph(last, secret)], order, metadata: null, images: null }, context));
    expect(late.number).toBe(4);
    expect(saying(folder, secret)).toEqual([]);
  } finally {
    store.close();
    rmSync(folder, { recursive: true, force: true });
  }
});

test('an article deleted for good leaves what was put aside as well; other articles that say the words are named', async () => {
  const folder = newFolder();
  let store = openFolder(folder);
  try {
    const article = secretArticle();
    value(store.call('articles.create', { article, cause: 'import' }, context));
    value(store.call('articles.create', { article: articleWith('Says it too', [`${secret} again.`]), cause: 'import' }, context));
    const picture = join(folder, 'images', 'ab', `${imageId}.jpg`);
    mkdirSync(join(folder, 'images', 'ab'), { recursive: true });
    writeFileSync(picture, `XMP ${secret}`);
    store.close();
    for (const name of ['one', 'two']) {
      mkdirSync(join(folder, 'put-aside', name), { recursive: true });
      writeFileSync(join(folder, 'put-aside', name, 'galley.db'), readFileSync(databaseFile(folder)).fill(name === 'one' ? 0 : 7, 0, 50));
    }
    store = openFolder(folder);
    expect(eraseFromBackups(folder, { articleId: article.id, passage, nowMs: 2_000, context, pictures: [] })).toEqual({ backups: 2, pictures: 0, unreached: [picture], alsoIn: ['Says it too'] });
    const { pictures } = value(store.call('articles.eraseHere', { articleId: article.id }, context));
    expect(eraseFromBackups(folder, { articleId: article.id, passage: null, nowMs: 3_000, context, pictures })).toMatchObject({ backups: 2, pictures: 1, unreached: [] });
    expect(filesIn(join(folder, 'put-aside')).flatMap((path) => packedTexts(path).filter((text) => text.includes('The source is')))).toEqual([]);
  } finally {
    store.close();
    rmSync(folder, { recursive: true, force: true });
  }
});
