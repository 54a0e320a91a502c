import { statSync } from 'node:fs';
import { Refusal } from './refusal.ts';

/**
 * An open database goes on taking writes after its folder was deleted or its disk pulled: they reach no file that anybody will find.
 * @returns a check that throws where the file's name no longer leads to the file that was opened
 */
export function placeOf(file: string): () => void {
  const opened = statSync(file, { bigint: true });
  return () => {
    const now = statSync(file, { bigint: true, throwIfNoEntry: false });
    if (now?.ino !== opened.ino || now.dev !== opened.dev) throw new Refusal('not-writable', 'errors.folderGone', { file });
  };
}
