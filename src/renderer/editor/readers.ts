/** What reads text of other programs: no start waits for it. It comes once the window is idle, or with the first sign of a paste before that. */
import type { EditorView } from '@tiptap/pm/view';
import type { looksLikeFinishedCopy } from '../../article/import/copy-layout.ts';
import type { paste, textBlocks } from '../../article/import/paste.ts';
import { alsoLate } from '../ui/late.tsx';

export interface Readers {
  readonly paste: typeof paste;
  readonly textBlocks: typeof textBlocks;
  readonly looksLikeFinishedCopy: typeof looksLikeFinishedCopy;
}

let readers: Readers | null = null;
async function load(): Promise<Readers> {
  const [forClipboard, forCopy] = await Promise.all([import('../../article/import/paste.ts'), import('../../article/import/copy-layout.ts')]);
  return (readers ??= { ...forClipboard, ...forCopy });
}
alsoLate(load);

/** A key is pressed, a menu opened, something dragged in: what comes next may be a paste. */
export function expectReaders(): void {
  if (!readers) void load();
}

/** Does it now where they are there; otherwise once they are, if the view still is. */
export function withReaders(view: EditorView, action: (readers: Readers) => void): void {
  if (readers) action(readers);
  else void load().then((loaded) => { if (!view.isDestroyed) action(loaded); });
}
