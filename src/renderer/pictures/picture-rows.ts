import type { PictureRow } from '../../ipc/pictures.ts';
import { say } from '../../language/index.ts';

export const pictureFilters = ['all', 'unused', 'cleaned'] as const;
export type PictureFilter = (typeof pictureFilters)[number];

const isUnused = ({ articles, backups, cleanedAtMs }: PictureRow): boolean => cleanedAtMs === null && articles === 0 && backups === 0;

const belongs: Readonly<Record<PictureFilter, (row: PictureRow) => boolean>> = {
  all: ({ cleanedAtMs }) => cleanedAtMs === null,
  unused: isUnused,
  cleaned: ({ cleanedAtMs }) => cleanedAtMs !== null,
};

export const rowsOf = (rows: readonly PictureRow[], filter: PictureFilter): readonly PictureRow[] => rows.filter(belongs[filter]);

/** What the person calls it: its file's name, else the start of its id. */
export const pictureName = ({ fileName, imageId }: Pick<PictureRow, 'fileName' | 'imageId'>): string => fileName || say('pictures.nameless', { id: imageId.slice('sha256-'.length, 'sha256-'.length + 8) });

/** Rows whose name, or the name of an article they are in, has all the words. */
export function withWords(rows: readonly PictureRow[], query: string): readonly PictureRow[] {
  const words = query.toLocaleLowerCase().split(/\s+/u).filter((word) => word !== '');
  return rows.filter((row) => {
    const text = [pictureName(row), ...row.uses.map(({ name }) => name)].join(' ').toLocaleLowerCase();
    return words.every((word) => text.includes(word));
  });
}
