import { type ReactNode, type RefObject, useEffect, useMemo, useRef } from 'react';
import type { Article } from '../../article/article.ts';
import { hitKey, replacementFor } from '../../article/find/index.ts';
import type { EditorHandle } from '../editor/article-editor.tsx';
import { FindPanel } from '../find/find-panel.tsx';
import type { ShownHit } from '../find/hit-list.tsx';
import { placeNames } from './finding-place.ts';
import { contextOf, placeText } from './hit-words.ts';
import { placeOf } from './show-hits.ts';
import type { FindDesk } from './use-find.ts';

interface FindViewProps {
  readonly find: FindDesk;
  readonly article: Article;
  readonly editor: RefObject<EditorHandle | null>;
  readonly readOnly: boolean;
  /** Goes to a field of the Details. */
  readonly onField: (field: string) => void;
  /** Deletes what is found for good, from every revision; asks first. */
  readonly onErase: () => void;
}

/** The find panel with its hits in words, while it is open. */
export function FindView({ find, article, editor, readOnly, onField, onErase }: FindViewProps): ReactNode {
  const panel = useRef<{ focus: () => void }>(null);
  const { open, hits, query, replacement, spared } = find;
  const isOpen = open !== null;
  const { opened } = find;
  useEffect(() => panel.current?.focus(), [opened]);
  const shown = useMemo(() => {
    if (!isOpen) return [];
    const nameOf = placeNames(article, false);
    return hits.map((hit): ShownHit => ({
      key: hitKey(hit),
      place: placeText(hit, ({ blockId }) => nameOf(blockId)),
      ...contextOf(hit),
      put: open === 'replace' ? replacementFor(hit.groups, replacement, query.isRegex) : null,
      isSpared: spared.has(hitKey(hit)),
    }));
  }, [isOpen, open, article, hits, query, replacement, spared]);
  if (open === null) return null;
  const close = (): void => {
    const hit = hits[find.current];
    find.setOpen(null);
    // The page remembers the panel that is going as where it was left.
    if (!hit) editor.current?.editor.view.focus();
    else if (hit.blockId === null) onField(String(hit.path[0]));
    else editor.current?.focusPlace(placeOf(hit));
  };
  return (
    <FindPanel
      ref={panel}
      withReplace={open === 'replace'}
      query={query}
      replacement={replacement}
      hits={shown}
      error={find.error}
      isSearching={find.isSearching}
      current={find.current}
      readOnly={readOnly}
      isInSelection={find.isInSelection}
      onInSelection={find.toggleInSelection}
      onQuery={find.setQuery}
      onReplacement={find.setReplacement}
      onShowReplace={() => find.setOpen('replace')}
      onGo={find.go}
      onSpare={(index, isSpared) => {
        const hit = hits[index];
        if (hit) find.spare(hit, isSpared);
      }}
      onReplaceOne={find.replaceOne}
      onReplaceAll={() => void find.replaceAll()}
      onErase={onErase}
      onClose={close}
    />
  );
}
