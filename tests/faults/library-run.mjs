// What storage-run.mjs does for the tests of damage.
//   storage-run.mjs STORAGE.js FOLDER library PART IMAGE   part 1 makes articles, each later one changes some and adds one; prints every text that ever was one, as {text, id}
//                                                          part 3 ends as a killed app does, with its saves in the log
//   storage-run.mjs STORAGE.js FOLDER inspect              prints all that can be read, and what is said of the rest

import { createRequire } from 'node:module';
import { join } from 'node:path';

const articles = 12;
const words = 'ferry council harbour budget evening lantern market river school timber vessel winter'.split(' ');

export async function library({ insist, print, folder }, [part = '1', imageId = '']) {
  const tell = async (id) => {
    const { article } = await insist('articles.open', { articleId: id });
    print({ text: textOf(article), id });
    return article;
  };
  const add = async (index) => {
    const { article: blank } = await insist('articles.create', { article: null, cause: null });
    await tell(blank.id);
    const blocks = [0, 1, 2, 3].map((number) => paragraph(`${blank.id}-${number}`, prose(index * 7 + number, 8 + ((index * 5 + number * 11) % 60))));
    const [headline, standfirst, byline] = blank.body.content;
    const titled = { ...headline, content: [{ type: 'text', text: `Headline ${index}` }] };
    const order = [titled, standfirst, byline, ...blocks].map(({ attrs }) => attrs.blockId);
    const images = { [imageId]: { fileName: 'west-pier.jpg', mediaType: 'image/jpeg', width: 10, height: 10, bytes: 10, fromFile: {} } };
    await insist('articles.save', { articleId: blank.id, number: 1, changedBlocks: [titled, ...blocks], order, metadata: { ...blank.metadata, slugline: `SLUG-${index}` }, images });
    await tell(blank.id);
    await insist('revisions.make', { articleId: blank.id, cause: 'explicit-save', name: '', note: '' });
  };
  if (part === '1') for (let index = 0; index < articles; index++) await add(index);
  else {
    const { rows } = await insist('articles.list', { query: '', filter: 'all', sort: 'created', offset: 0, limit: 100 });
    for (const { id } of rows.slice(Number(part), Number(part) + 6)) {
      const { article, lastSaveNumber } = await insist('articles.open', { articleId: id });
      const order = article.body.content.map(({ attrs }) => attrs.blockId);
      await insist('articles.save', { articleId: id, number: lastSaveNumber + 1, changedBlocks: [paragraph(order[3], prose(Number(part) * 31, 30))], order, metadata: null, images: null });
      await tell(id);
      await insist('revisions.make', { articleId: id, cause: 'explicit-save', name: `Part ${part}`, note: '' });
    }
    await add(articles + Number(part));
  }
  if (part !== '3') foldLog(folder);
  print({ finished: true });
  if (part === '3') process.kill(process.pid, 'SIGKILL');
}

/** Writes the log into the database, as SQLite does by itself after some megabytes. */
function foldLog(folder) {
  const Database = createRequire(import.meta.url)(process.env.GALLEY_SQLITE || 'better-sqlite3');
  const db = new Database(join(folder, 'galley.db'));
  db.pragma('wal_checkpoint(TRUNCATE)');
  db.close();
}

export async function inspect({ call, print }) {
  const listed = await call('articles.list', { query: '', filter: 'all', sort: 'created', offset: 0, limit: 1000 });
  if (!listed.ok) return print({ refused: listed.error.code, message: listed.error.message });
  const found = [];
  for (const { id } of listed.value.rows) {
    const opened = await call('articles.open', { articleId: id });
    const list = await call('revisions.list', { articleId: id, offset: 0, limit: 1000 });
    const revisions = [];
    for (const { id: revisionId } of list.ok ? list.value.rows : []) {
      revisions.push({ id: revisionId, ...read(await call('revisions.read', { articleId: id, revisionId }), (article) => article) });
    }
    found.push({ id, ...read(opened, ({ article }) => article), revisions, ...(list.ok ? {} : { code: list.error.code, said: list.error.message }) });
  }
  print({ inspected: found });
}

function read(result, articleOf) {
  return result.ok ? { text: textOf(articleOf(result.value)) } : { code: result.error.code, said: result.error.message };
}

const textOf = ({ body, metadata, images }) => JSON.stringify([body, metadata, images]);
const prose = (seed, length) => Array.from({ length }, (_, index) => words[(seed * 13 + index * 7 + ((seed * index) % 5)) % words.length]).join(' ');

function paragraph(blockId, text) {
  return { type: 'paragraph', attrs: { blockId, lang: null, dir: null }, content: [{ type: 'text', text }] };
}
