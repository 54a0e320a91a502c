import type { ArticleRow } from './articles.ts';
import { sha256 } from './content.ts';
import { type Db, one, run } from './open-database.ts';

type Owner = Pick<ArticleRow, 'id'>;

/** The notes beside an article; '' where there are none. */
export const padOf = (db: Db, { id }: Owner): string => one<{ text: string }>(db, 'SELECT text FROM notes_pads WHERE article = ?', id)?.text ?? '';

export function writePad(db: Db, { id }: Owner, text: string): void {
  if (text === '') run(db, 'DELETE FROM notes_pads WHERE article = ?', id);
  else run(db, 'INSERT INTO notes_pads (article, text, hash) VALUES (?, ?, ?) ON CONFLICT (article) DO UPDATE SET text = excluded.text, hash = excluded.hash', id, text, sha256(text));
}

/** Notes of a library that was damaged, where the other has none or older ones. */
export function adoptPad(db: Db, salvaged: Db, { from, to, isNewer }: { readonly from: Owner; readonly to: Owner; readonly isNewer: boolean }): void {
  const text = padOf(salvaged, from);
  if (text !== '' && (isNewer || padOf(db, to) === '')) writePad(db, to, text);
}
