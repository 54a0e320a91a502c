import type { Article } from '../../article/article.ts';
import { readVersion, storeVersion } from './metadata-versions.ts';
import type { Db } from './open-database.ts';

/** What an article has beside metadata and blocks: stored together, since all of it is mostly empty. */
type Attachments = Pick<Article, 'comments' | 'conflicts' | 'images'>;

export const attachmentsOf = ({ comments, conflicts, images }: Article): Attachments => ({ comments, conflicts, images });

export const storeAttachments = (db: Db, attachments: Attachments): number => storeVersion(db, attachments);

export function readAttachments(db: Db, id: number): Attachments | null {
  const version = readVersion(db, id);
  // Its hash says that it is what was stored; the whole article is parsed where it is put together.
  return version ? (version.value as Attachments) : null;
}
