// The parts that measure the store, run in Electron's own Node with the SQLite that goes with it.
// argv: BUNDLE PART FOLDER [WORDS [BEFORE AFTER [PICTURES PHOTOGRAPH WIDTH HEIGHT]]]; the last line of stdout is the answer as JSON.
import { createHash } from 'node:crypto';
import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, statSync, writeFileSync, writeSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { summary } from './figures.mjs';
import { paragraphs } from './text.mjs';
import { pressText, queries } from './vocabulary.mjs';

const [bundle = '', part = '', folder = '', words = '', before = '0', after = '0', pictures = '', photograph = '', width = '', height = ''] = process.argv.slice(2);
const { openStore } = await import(pathToFileURL(bundle).href);
const { emptyArticle } = await import(pathToFileURL(join(dirname(bundle), 'article.mjs')).href);
const Database = createRequire(import.meta.url)(process.env.GALLEY_SQLITE || 'better-sqlite3');

const context = { author: { id: 'bench', name: 'Bench' }, deviceId: 'bench', zone: 'Etc/UTC' };

const parts = { seed, revisions, saves, search };
process.stdout.write(`\n${JSON.stringify(parts[/** @type {keyof typeof parts} */ (part)]())}\n`);

/** A data folder with one article, with ten pictures a thousand words where nothing else is said, short ones made before and after it, and with settings, so that no welcome stands before the text. */
function seed() {
  const store = withoutSync(() => open(folder));
  const short = (/** @type {number} */ seed) => ask(store, 'articles.create', { article: articleOf(paragraphs(60, seed), `Short article ${seed}`), cause: null });
  for (let number = 1; number <= Number(before); number += 1) short(number);
  ask(store, 'articles.create', { article: withPictures(articleOf(paragraphs(Number(words))), Number(pictures || Number(words) / 100)), cause: null });
  for (let number = 1; number <= Number(after); number += 1) short(Number(before) + number);
  store.close();
  const person = { id: '00000000-0000-7000-8000-000000000001', name: 'Bench' };
  writeFileSync(join(folder, 'settings.json'), JSON.stringify({ person, zone: 'Etc/UTC', language: 'en', theme: 'light', exportFolder: '', deviceId: 'bench' }));
  return null;
}

/** Bytes a revision takes: growth of the database, checkpointed and compacted by VACUUM INTO, over 200 edits of one paragraph. */
function revisions() {
  const count = 200;
  const store = open(folder);
  const article = articleOf(pressText(700, 1));
  const { id } = ask(store, 'articles.create', { article, cause: null }).article;
  const make = () => ask(store, 'revisions.make', { articleId: id, cause: 'explicit-save', name: '', note: '' });
  make();
  const before = compacted(join(folder, 'galley.db'));
  const copies = copyTables(article);
  for (let number = 1; number <= count; number += 1) {
    edit(store, { article, id, number });
    if (!make()) throw new Error('an edit made no revision');
    copies.add(article);
  }
  const after = compacted(join(folder, 'galley.db'));
  store.close();
  return { count, galley: (after - before) / count, ...copies.perRevision(count) };
}

/** The same revisions as whole articles, plain and gzipped, one row each. @param {object} first */
function copyTables(first) {
  const tables = ['plain', 'gzip'].map((name) => {
    const file = join(folder, `${name}.db`);
    const db = new Database(file);
    db.exec('CREATE TABLE revisions (id INTEGER PRIMARY KEY, article BLOB NOT NULL) STRICT');
    const insert = db.prepare('INSERT INTO revisions (article) VALUES (?)');
    const add = (/** @type {object} */ article) => {
      const bytes = Buffer.from(JSON.stringify(article));
      insert.run(name === 'gzip' ? gzipSync(bytes) : bytes);
    };
    add(first);
    return { file, add, before: compacted(file) };
  });
  return {
    /** @param {object} article */
    add: (article) => tables.forEach((table) => table.add(article)),
    /** @param {number} count */
    perRevision: (count) => {
      const [fullCopies, gzipCopies] = tables.map((table) => (compacted(table.file) - table.before) / count);
      return { fullCopies, gzipCopies };
    },
  };
}

/** One edited paragraph, durably, beside 4 KB appended to a file and synced; in turn, so that a busy disk meets all alike. */
function saves() {
  const count = 400;
  const store = open(folder);
  const sizes = [700, 10_000].map((size) => {
    const article = articleOf(paragraphs(size));
    return { article, id: ask(store, 'articles.create', { article, cause: null }).article.id, times: [] };
  });
  const file = openSync(join(folder, 'raw'), 'a');
  const page = Buffer.alloc(4_096, 1);
  const raw = [];
  for (let number = 1; number <= count; number += 1) {
    raw.push(timed(() => {
      writeSync(file, page);
      fsyncSync(file);
    }));
    for (const { article, id, times } of sizes) {
      const request = editRequest({ article, id, number });
      times.push(timed(() => ask(store, 'articles.save', request)));
    }
  }
  closeSync(file);
  store.close();
  return { raw: summary(raw), 'galley 700': summary(sizes[0].times), 'galley 10000': summary(sizes[1].times) };
}

/** Search as the library asks it, beside LIKE over the same texts in one table. */
function search() {
  const count = Number(words) || 10_000;
  const filling = withoutSync(() => open(folder));
  mkdirSync(join(folder, 'like'));
  const plain = new Database(join(folder, 'like', 'texts.db'));
  plain.exec('CREATE TABLE texts (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT');
  const insert = plain.prepare('INSERT INTO texts (text) VALUES (?)');
  plain.exec('BEGIN');
  for (let index = 0; index < count; index += 1) {
    // One paragraph each: the index sees the same words, and 10,000 articles are made in a third of the time.
    const texts = pressText(700, index, 700);
    ask(filling, 'articles.create', { article: articleOf(texts), cause: null });
    insert.run(texts.join('\n'));
  }
  plain.exec('COMMIT');
  filling.close();
  const store = open(folder);
  const indexMs = timed(() => listed(store, 'warm'));
  const { galley, totals, like, found } = askBoth(store, plain);
  store.close();
  plain.close();
  return { articles: count, queries: galley.length, found, indexMs, galley: summary(galley), totals: summary(totals), like: summary(like) };
}

/** A page of rows as the library asks for it. @param {ReturnType<typeof open>} store @param {string} query */
function listed(store, query) {
  return ask(store, 'articles.list', { query, filter: 'all', sort: 'changed', offset: 0, limit: 60 }).rows;
}

/** @param {ReturnType<typeof open>} store @param {{prepare(sql: string): {all(...values: string[]): unknown[], get(...values: string[]): unknown}}} plain */
function askBoth(store, plain) {
  const galley = [];
  const totals = [];
  const like = [];
  let found = 0;
  for (const query of queries(150)) {
    galley.push(timed(() => (found += listed(store, query).length > 0 ? 1 : 0)));
    totals.push(timed(() => ask(store, 'articles.total', { query, filter: 'all' })));
    const terms = query.split(' ').map((word) => `%${word}%`);
    const where = terms.map(() => 'text LIKE ?').join(' AND ');
    like.push(timed(() => {
      plain.prepare(`SELECT id FROM texts WHERE ${where} ORDER BY id DESC LIMIT 60`).all(...terms);
      plain.prepare(`SELECT count(*) FROM texts WHERE ${where}`).get(...terms);
    }));
  }
  return { galley, totals, like, found };
}

/** Filling the library is not measured, so it need not be durable: 10,000 syncs would take minutes. @template T @param {() => T} action @returns {T} */
function withoutSync(action) {
  const { pragma } = Database.prototype;
  Database.prototype.pragma = function loose(/** @type {string} */ text, /** @type {object} */ options) {
    return pragma.call(this, text === 'synchronous = FULL' ? 'synchronous = OFF' : text, options);
  };
  try {
    return action();
  } finally {
    Database.prototype.pragma = pragma;
  }
}

/** @param {string} at */
function open(at) {
  const opened = openStore(at);
  if (!opened.ok) throw new Error(opened.error.message);
  return opened.value;
}

/** @param {{call(name: string, request: object, context: object): any}} store @param {string} name @param {object} request */
function ask(store, name, request) {
  const result = store.call(name, request, context);
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

/** @param {string[]} texts @param {string} [title] */
function articleOf(texts, title = 'Benchmark article') {
  const article = emptyArticle();
  const [headline, ...fields] = article.body.content.slice(0, 3);
  const titled = { ...headline, content: [{ type: 'text', text: title }] };
  const body = texts.map((text, index) => ({ type: 'paragraph', attrs: { blockId: `${article.id.slice(0, 18)}-${index}`, lang: null, dir: null }, content: [{ type: 'text', text }] }));
  return { ...article, body: { type: 'doc', content: [titled, ...fields, ...body] } };
}

/**
 * The article with pictures spread evenly through its text, ten a thousand words as in a newsroom, each a file of its own in the store.
 * @param {ReturnType<typeof articleOf>} article @param {number} count
 */
function withPictures(article, count) {
  const [headline, standfirst, byline, ...body] = article.body.content;
  const jpeg = readFileSync(photograph || join(import.meta.dirname, '..', '..', 'resources', 'sample', 'west-pier.jpg'));
  /** @type {Record<string, object>} */
  const images = {};
  const blocks = [];
  for (const [index, block] of body.entries()) {
    blocks.push(block);
    while (blocks.length - index - 1 < Math.floor(((index + 1) * count) / body.length)) {
      const number = Object.keys(images).length;
      // What stands behind a JPEG's end changes its hash, not the picture.
      const bytes = Buffer.concat([jpeg, Buffer.from(`picture ${number}`)]);
      const imageId = `sha256-${createHash('sha256').update(bytes).digest('hex')}`;
      const path = join(folder, 'images', imageId.slice(7, 9), `${imageId}.jpg`);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, bytes);
      images[imageId] = { fileName: `pier-${number}.jpg`, mediaType: 'image/jpeg', width: Number(width || 1600), height: Number(height || 900), bytes: bytes.length, fromFile: {} };
      blocks.push(pictureBlock(`${article.id.slice(0, 18)}-picture-${number}`, imageId));
    }
  }
  return { ...article, images, body: { type: 'doc', content: [headline, standfirst, byline, ...blocks] } };
}

/** @param {string} blockId @param {string} imageId */
function pictureBlock(blockId, imageId) {
  const empty = { origin: '', alt: 'A pier', longDescription: '', credit: 'Bench', creditAsWritten: '', source: '', copyright: '', usageTerms: '' };
  return { type: 'image', attrs: { blockId, imageId, ...empty, decorative: false, focalPoint: null, crops: {}, role: 'inline' }, content: [{ type: 'text', text: 'The western pier at low tide.' }] };
}

/** Changes one paragraph in `article` by some words and saves it. @param {ReturnType<typeof open>} store @param {{article: any, id: string, number: number}} change */
function edit(store, change) {
  ask(store, 'articles.save', editRequest(change));
}

/** @param {{article: any, id: string, number: number}} change @returns {object} the save a window sends after it */
function editRequest({ article, id, number }) {
  const blocks = article.body.content;
  // The three fields stand first; 7 is prime to the number of paragraphs, so that each has its turn.
  const block = blocks[3 + ((number * 7) % (blocks.length - 3))];
  const [text] = block.content;
  text.text = text.text.replace(/^\S+/, `Edit${number}`);
  return { articleId: id, number, changedBlocks: [structuredClone(block)], order: blocks.map((/** @type {any} */ each) => each.attrs.blockId), metadata: null, images: null };
}

/** @param {string} file @returns {number} bytes of the database without free pages */
function compacted(file) {
  const db = new Database(file);
  db.pragma('wal_checkpoint(TRUNCATE)');
  const copy = `${file}.${performance.now()}.copy`;
  db.prepare('VACUUM INTO ?').run(copy);
  db.close();
  return statSync(copy).size;
}

/** @param {() => unknown} action @returns {number} milliseconds */
function timed(action) {
  const from = performance.now();
  action();
  return performance.now() - from;
}
