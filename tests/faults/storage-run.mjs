// The built storage process without a window: run by Electron's Node, spoken to through the port it expects of Electron.
//   storage-run.mjs STORAGE.js FOLDER write SAVES BIG   types into an article as the window does and prints a line for each acknowledged save
//   storage-run.mjs STORAGE.js FOLDER read              prints every article and revision it can read, as JSON
//   storage-run.mjs STORAGE.js FOLDER library|inspect   see library-run.mjs
import { EventEmitter } from 'node:events';
import { createHash } from 'node:crypto';
import { writeSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { inspect, library } from './library-run.mjs';

const [, , script = '', folder = '', mode = '', ...words] = process.argv;
const [saves = '0', big = '0'] = words;
const context = { author: { id: 'a-1', name: 'Asha Rao' }, deviceId: 'device-1', zone: 'Asia/Kolkata' };
const attempts = 4;

const inbox = new EventEmitter();
const answers = new EventEmitter();
let lastId = 0;
process.parentPort = {
  postMessage: (message) => answers.emit(message.kind === 'answer' ? `answer ${message.id}` : message.kind, message.result),
  on: (event, listener) => inbox.on(event, listener),
};

/** Lines go out at once: what is printed was acknowledged, whatever happens next. */
const print = (value) => writeSync(1, `${JSON.stringify(value)}\n`);

const once = (name) => new Promise((resolve) => answers.once(name, resolve));

async function call(name, request) {
  const id = ++lastId;
  const answer = once(`answer ${id}`);
  inbox.emit('message', { data: { id, name, request, context } });
  return answer;
}

/** As the window does: what failed is tried again. */
async function insist(name, request) {
  for (let attempt = 1; ; attempt++) {
    const result = await call(name, request);
    if (result.ok) return result.value;
    print({ failed: name, code: result.error.code, message: result.error.message });
    if (attempt === attempts) throw new Error(`${name}: ${result.error.message}`);
  }
}

const opening = once('opened');
process.argv.splice(2, Number.POSITIVE_INFINITY, folder);
await import(pathToFileURL(script).href);
const opened = await opening;
if (!opened.ok) {
  print({ refused: opened.error.code, message: opened.error.message });
  process.exit(3);
}
const more = { library, inspect };
await (mode in more ? more[mode]({ call, insist, print, folder }, words) : mode === 'write' ? write() : read());
process.exit(0);

async function write() {
  const { article } = await insist('articles.create', { article: null, cause: null });
  const fields = article.body.content.slice(0, 3).map((block) => block.attrs.blockId);
  const paragraphs = [];
  for (let number = 1; number <= Number(saves); number++) {
    if ((number - 1) % 4 === 0) paragraphs.push({ id: `p-${number}`, text: '' });
    const last = paragraphs.at(-1);
    last.text += `${number} `;
    const changedBlocks = [paragraph(last)];
    const order = [...fields, ...paragraphs.map(({ id }) => id)];
    // Text that does not pack, as much as makes the log long enough to be folded back into the database.
    if (Number(big) > 0) {
      changedBlocks.push(paragraph({ id: 'big', text: noise(number, Number(big)) }));
      order.push('big');
    }
    await insist('articles.save', { articleId: article.id, number, changedBlocks, order, metadata: null, images: null });
    print({ saved: number, articleId: article.id, text: paragraphs.map(({ text }) => text).join('\n') });
    if (number % 3 === 0) {
      const revision = await insist('revisions.make', { articleId: article.id, cause: 'explicit-save', name: '', note: '' });
      print({ revision: revision.id, articleId: article.id, text: paragraphs.map(({ text }) => text).join('\n') });
    }
  }
  await insist('articles.list', { query: '1', filter: 'all', sort: 'changed', offset: 0, limit: 10 });
  print({ finished: true });
}

function paragraph({ id, text }) {
  return { type: 'paragraph', attrs: { blockId: id, lang: null, dir: null }, content: [{ type: 'text', text }] };
}

function noise(number, length) {
  let text = '';
  for (let part = 0; text.length < length; part++) text += createHash('sha256').update(`${number} ${part}`).digest('base64');
  return text.slice(0, length);
}

async function read() {
  const { rows } = await insist('articles.list', { query: '', filter: 'all', sort: 'created', offset: 0, limit: 1000 });
  const articles = [];
  for (const { id } of rows) {
    const { article } = await insist('articles.open', { articleId: id });
    const list = await insist('revisions.list', { articleId: id, offset: 0, limit: 1000 });
    const revisions = [];
    for (const revision of list.rows) revisions.push({ id: revision.id, sequence: revision.sequence, text: textOf(await insist('revisions.read', { articleId: id, revisionId: revision.id })) });
    articles.push({ id, text: textOf(article), revisions });
  }
  print({ articles });
}

function textOf({ body }) {
  return body.content.filter(({ type, attrs }) => type === 'paragraph' && attrs.blockId !== 'big').map(({ content }) => (content ?? []).map(({ text }) => text).join('')).join('\n');
}
