// Gives the first article of a library many revisions more, an hour apart, by two people in turn. Run in Electron's Node.
// argv: DATA_FOLDER COUNT
import { createHash, randomUUID } from 'node:crypto';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import canonicalize from 'canonicalize';

const [folder = '', count = ''] = process.argv.slice(2);
const Database = createRequire(import.meta.url)(process.env.GALLEY_SQLITE || 'better-sqlite3');
const db = new Database(join(folder, 'galley.db'));
const bytesOf = (/** @type {string} */ uuid) => Buffer.from(uuid.replaceAll('-', ''), 'hex');
const hashOf = (/** @type {string} */ table, /** @type {number} */ id) => db.prepare(`SELECT hex(hash) AS hash FROM ${table} WHERE id = ?`).get(id).hash;

db.exec('BEGIN');
const first = db.prepare('SELECT r.*, o.device_id, o.zone FROM revisions r JOIN origins o ON o.id = r.origin WHERE r.article = (SELECT min(id) FROM articles) ORDER BY sequence DESC LIMIT 1').get();
const people = ['Asha Rao', 'Daniel Okafor'].map((name) => {
  const id = `fill-${name}`;
  return { id, name, origin: db.prepare('INSERT INTO origins (author_id, author_name, device_id, zone) VALUES (?, ?, ?, ?)').run(id, name, first.device_id, first.zone).lastInsertRowid };
});
// One chunk: the article is short. Its row number is one varint byte.
const content = [[hashOf('chunks', first.chunks[0])], [hashOf('metadata_versions', first.metadata), hashOf('metadata_versions', first.attachments)]];
const insert = db.prepare(`INSERT INTO revisions (article, sequence, uuid, parent, origin, cause, instant_ms, name, note, words, metadata, attachments, chunks, seal) VALUES (?, ?, ?, ?, ?, 'typing-pause', ?, ?, '', ?, ?, ?, ?, ?)`);
let parent = first.uuid.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
for (let number = 1; number <= Number(count); number += 1) {
  const [id, sequence, person] = [randomUUID(), first.sequence + number, people[number % 2]];
  const ms = Math.floor(first.instant_ms / 1000) * 1000 + number * 3_600_000;
  const name = number % 1000 === 0 ? `Milestone ${number}` : '';
  const summary = { id, sequence, parents: [parent], author: { id: person.id, name: person.name }, deviceId: first.device_id, cause: 'typing-pause', time: { instant: new Date(ms).toISOString().replace('.000', ''), zone: first.zone, asWritten: '' }, name, note: '', words: first.words };
  const seal = createHash('sha256').update(canonicalize([summary, ...content])).digest().subarray(0, 16);
  insert.run(first.article, sequence, bytesOf(id), sequence - 1, person.origin, ms, name, first.words, first.metadata, first.attachments, first.chunks, seal);
  parent = id;
}
db.exec('COMMIT');
db.close();
