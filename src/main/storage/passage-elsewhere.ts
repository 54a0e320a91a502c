/** Where words that were removed from an article still are, to be told: other articles, and pictures' own files. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ArticleRow, findArticle, nameOf } from './articles.ts';
import { countPassage, type PassageErasure } from './erase-passage.ts';
import { readAttachments } from './images.ts';
import { all, type Db } from './open-database.ts';

/** Names that are told; more are counted by nobody. */
const mostNames = 20;

/** Other articles that say it, in their text or an old revision of it. */
export function articlesWith(db: Db, { articleId, passage }: PassageErasure): readonly string[] {
  const names: string[] = [];
  for (const row of all<ArticleRow>(db, 'SELECT * FROM articles WHERE uuid <> ? ORDER BY id', articleId)) {
    const { places, revisions } = countPassage(db, { articleId: row.uuid, passage });
    if (places + revisions > 0) names.push(nameOf(row));
    if (names.length === mostNames) break;
  }
  return names;
}

/** Picture files of the article that have the words in them, as cameras and agencies write captions into files. Originals are never changed. */
export function picturesWith(db: Db, dataFolder: string, { articleId, passage }: PassageErasure): readonly string[] {
  const row = findArticle(db, articleId);
  const lists = all<{ id: number }>(db, 'SELECT DISTINCT attachments AS id FROM revisions WHERE article = ?', row.id).map(({ id }) => id);
  const ids = new Set([row.attachments, ...lists].flatMap((list) => Object.keys(readAttachments(db, list)?.images ?? {})));
  const needles = passage.phrases.flatMap((phrase) => (['utf8', 'latin1', 'utf16le'] as const).map((encoding) => Buffer.from(phrase, encoding)));
  return [...ids].flatMap((id) => filesOf(dataFolder, id)).filter((path) => {
    const bytes = readFileSync(path);
    return needles.some((needle) => bytes.includes(needle));
  });
}

function filesOf(dataFolder: string, imageId: string): readonly string[] {
  const folder = join(dataFolder, 'images', imageId.slice('sha256-'.length, 'sha256-'.length + 2));
  try {
    return readdirSync(folder).filter((name) => name.startsWith(`${imageId}.`)).map((name) => join(folder, name));
  } catch {
    // No picture of this beginning is here: there is nothing to look into.
    return [];
  }
}
