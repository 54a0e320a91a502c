import type { Article, StoredImage } from '../../article/article.ts';
import type { PictureUse } from '../../ipc/pictures.ts';
import { type ArticleRow, nameOf } from './articles.ts';
import { readVersion } from './metadata-versions.ts';
import { all, type Db } from './open-database.ts';

export interface UsedPicture {
  readonly imageId: string;
  readonly stored: StoredImage;
  /** Articles changed last come first. */
  readonly uses: readonly PictureUse[];
}

type Images = Article['images'];

/** Every picture that a working copy or a revision lists, articles in the trash included, and where. */
export function usedPictures(db: Db): readonly UsedPicture[] {
  const known = new Map<number, Images>();
  const imagesOf = (version: number): Images => {
    const read = known.get(version) ?? (readVersion(db, version)?.value as Pick<Article, 'images'> | undefined)?.images ?? {};
    known.set(version, read);
    return read;
  };
  const pictures = new Map<string, { stored: StoredImage; uses: PictureUse[] }>();
  const rows = all<Pick<ArticleRow, 'id' | 'uuid' | 'slugline' | 'headline' | 'trashed_at_ms' | 'attachments'>>(db, 'SELECT id, uuid, slugline, headline, trashed_at_ms, attachments FROM articles ORDER BY changed_at_ms DESC, id DESC');
  const versions = new Map<number, { readonly attachments: number; readonly n: number }[]>();
  for (const { article, ...version } of all<{ article: number; attachments: number; n: number }>(db, 'SELECT article, attachments, count(*) AS n FROM revisions GROUP BY article, attachments')) {
    const own = versions.get(article);
    if (own) own.push(version);
    else versions.set(article, [version]);
  }
  for (const row of rows) {
    const now = imagesOf(row.attachments);
    const revisions = new Map<string, number>();
    const seen: Record<string, StoredImage> = { ...now };
    for (const { attachments, n } of versions.get(row.id) ?? []) {
      for (const [imageId, stored] of Object.entries(imagesOf(attachments))) {
        revisions.set(imageId, (revisions.get(imageId) ?? 0) + n);
        seen[imageId] ??= stored;
      }
    }
    for (const [imageId, stored] of Object.entries(seen)) {
      const use = { articleId: row.uuid, name: nameOf(row), isTrashed: row.trashed_at_ms !== null, isInText: Object.hasOwn(now, imageId), revisions: revisions.get(imageId) ?? 0 };
      const picture = pictures.get(imageId);
      if (picture) picture.uses.push(use);
      else pictures.set(imageId, { stored, uses: [use] });
    }
  }
  return [...pictures].map(([imageId, picture]) => ({ imageId, ...picture }));
}
