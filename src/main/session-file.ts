import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import type { Session } from '../ipc/session.ts';
import { writeAtomically } from './files/write-atomically.ts';

const count = v.pipe(v.number(), v.minValue(0));
const place = v.strictObject({ anchor: count, head: count, blockId: v.pipe(v.string(), v.maxLength(64)), offset: v.number() });

/** Shape of a session, from the disk and from the window. */
export const sessionForm = v.strictObject({
  active: v.pipe(v.string(), v.maxLength(64)),
  tabs: v.pipe(v.array(v.strictObject({ articleId: v.pipe(v.string(), v.uuid()), place: v.nullable(place) })), v.maxLength(1000)),
});

/** Which articles the window had open, so that they open there again: known by their ids and by no time, which a wrong clock upsets. */
export class SessionFile {
  readonly #path: string;
  #session: Session;
  #writing: Promise<void> = Promise.resolve();

  constructor(dataFolder: string) {
    this.#path = join(dataFolder, 'session.json');
    this.#session = read(this.#path);
  }

  get current(): Session {
    return this.#session;
  }

  /** In force at once; the file follows. Resolves when it is written, or cannot be: then the window opens on the article that was changed last. */
  keep(session: Session): Promise<void> {
    this.#session = session;
    const json = `${JSON.stringify(session)}\n`;
    this.#writing = this.#writing.then(() => writeAtomically(this.#path, json)).catch(() => undefined);
    return this.#writing;
  }
}

function read(path: string): Session {
  try {
    return v.parse(sessionForm, JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    return { active: '', tabs: [] };
  }
}
