import type { ReactNode } from 'react';
import type { PictureRow, PictureUse } from '../../ipc/pictures.ts';
import { say } from '../../language/index.ts';
import './picture-uses.css';

interface PictureUsesProps extends Pick<PictureRow, 'uses' | 'articles' | 'backups'> {
  /** How many articles are named. */
  readonly most: number;
  /** Null where no article can be opened from here. */
  readonly onOpen: ((articleId: string) => void) | null;
}

/** Where a picture is used: articles by name, then how many backups. */
export function PictureUses({ uses, articles, backups, most, onOpen }: PictureUsesProps): ReactNode {
  if (articles === 0 && backups === 0) return <p className="picture-uses">{say('pictures.unused')}</p>;
  const shown = uses.slice(0, most);
  return (
    <ul className="picture-uses">
      {shown.map((use) => (
        <li key={use.articleId}>
          {onOpen ? <button type="button" className="link" onClick={() => onOpen(use.articleId)}>{nameOf(use)}</button> : <b>{nameOf(use)}</b>}
          {` · ${placesOf(use).join(', ')}`}
        </li>
      ))}
      {articles > shown.length ? <li>{say('pictures.moreArticles', { count: articles - shown.length })}</li> : null}
      {backups > 0 ? <li>{say('pictures.inBackups', { count: backups })}</li> : null}
    </ul>
  );
}

const nameOf = ({ name }: PictureUse): string => name || say('library.untitled');

function placesOf({ isInText, isTrashed, revisions }: PictureUse): readonly string[] {
  return [...(isInText ? [say('pictures.inText')] : []), ...(revisions > 0 ? [say('pictures.inRevisions', { count: revisions })] : []), ...(isTrashed ? [say('pictures.inTrash')] : [])];
}
