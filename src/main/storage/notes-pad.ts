import { type ArticleRow, nameOf } from './articles.ts';
import { sha256 } from './content.ts';
import { type Db, one, run } from './open-database.ts';
import { Refusal } from './refusal.ts';

type Owner = Pick<ArticleRow, 'id'>;

interface Pad {
  /** '' where there are no notes. */
  readonly text: string;
  /** Whether it is what was written. */
  readonly isSound: boolean;
}

/** The notes beside an article as they stand in the store, damaged ones too. */
export function readPad(db: Db, { id }: Owner): Pad {
  const pad = one<{ text: string; hash: Uint8Array }>(db, 'SELECT text, hash FROM notes_pads WHERE article = ?', id);
  return pad ? { text: pad.text, isSound: sha256(pad.text).equals(pad.hash) } : { text: '', isSound: true };
}

/** The notes beside an article, to be shown. @throws Refusal where they are not what was written */
export function padOf(db: Db, row: ArticleRow): string {
  const { text, isSound } = readPad(db, row);
  if (!isSound) throw new Refusal('store-damaged', 'errors.notesDamaged', { name: nameOf(row) });
  return text;
}

export function writePad(db: Db, { id }: Owner, text: string): void {
  if (text === '') run(db, 'DELETE FROM notes_pads WHERE article = ?', id);
  else run(db, 'INSERT INTO notes_pads (article, text, hash) VALUES (?, ?, ?) ON CONFLICT (article) DO UPDATE SET text = excluded.text, hash = excluded.hash', id, text, sha256(text));
}

/** Notes of a backup, where there are none now, or damaged ones. */
export function bringPadBack(db: Db, owner: Owner, text: string): void {
  const now = readPad(db, owner);
  if (text !== '' && (now.text === '' || !now.isSound)) writePad(db, owner, text);
}

/** Notes of a library that was damaged, where the other has none or older ones. */
export function adoptPad(db: Db, salvaged: Db, { from, to, isNewer }: { readonly from: Owner; readonly to: Owner; readonly isNewer: boolean }): void {
  const { text } = readPad(salvaged, from);
  if (isNewer && text !== '') writePad(db, to, text);
  else bringPadBack(db, to, text);
}
