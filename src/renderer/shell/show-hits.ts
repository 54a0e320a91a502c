import { type RefObject, useEffect, useRef } from 'react';
import type { Hit } from '../../article/find/index.ts';
import type { Scope } from '../../article/find/scope.ts';
import type { EditorHandle } from '../editor/article-editor.tsx';

interface Hits {
  readonly hits: readonly Hit[];
  /** Index; -1 where there is none. */
  readonly current: number;
  /** Counts what a person asked to see: another hit, or others. */
  readonly asked: number;
  /** The part of the text that is searched, where that is not all of it. */
  readonly scope: Scope | null;
}

/**
 * Paints what is searched and the hits in it over the text, the current one stronger, and brings that into sight
 * where somebody asks for it: not from under one who writes elsewhere, for whom only the text has changed.
 */
export function useShownHits(editor: RefObject<EditorHandle | null>, { hits, current, asked, scope }: Hits): void {
  const answered = useRef(0);
  useEffect(() => paintScope(editor.current, scope), [editor, scope]);
  useEffect(() => {
    const isAsked = answered.current !== asked || document.activeElement?.closest('.find');
    if (hits.length > 0) answered.current = asked;
    const shown = paintHits(editor.current, hits, current);
    if (isAsked && shown) bringIntoSight(shown);
    return () => {
      CSS.highlights.delete('find');
      CSS.highlights.delete('find-current');
    };
  }, [editor, hits, current, asked]);
}

/** Painted by the browser (CSS.highlights), so the document stays untouched. @returns where the current one stands */
function paintHits(handle: EditorHandle | null, hits: readonly Hit[], current: number): Range | HTMLElement | null {
  const ranges = handle?.rangesOf(hits.map(placeOf)) ?? [];
  const hit = hits[current];
  const shown = ranges[current];
  CSS.highlights.set('find', new Highlight(...ranges.filter((range): range is Range => range !== null && range !== shown)));
  CSS.highlights.set('find-current', new Highlight(...(shown ? [shown] : [])));
  return shown ?? (hit?.blockId ? handle?.elementOfBlock(hit.blockId) : null) ?? null;
}

/** @returns a function that takes the paint away */
function paintScope(handle: EditorHandle | null, scope: Scope | null): () => void {
  const places = [...(scope ?? [])].filter(([, { from, to }]) => from < to).map(([blockId, { from, to }]) => ({ blockId, from, to }));
  const ranges = (handle?.rangesOf(places) ?? []).filter((range) => range !== null);
  const painted = new Highlight(...ranges);
  // Hits in it are painted over it.
  painted.priority = -1;
  CSS.highlights.set('find-scope', painted);
  return () => void CSS.highlights.delete('find-scope');
}

/** A hit as the editor's places are named. */
export function placeOf({ blockId, path, from, to }: Hit): { readonly blockId: string; readonly field: string | null; readonly from: number; readonly to: number } {
  const [field] = path;
  return { blockId: blockId ?? '', field: field === undefined ? null : String(field), from, to };
}

/** Room left between the panel and what it would cover, pixels. */
const gap = 24;

function bringIntoSight(hit: Range | HTMLElement): void {
  (hit instanceof Range ? hit.startContainer.parentElement : hit)?.scrollIntoView({ block: 'center' });
  const panel = document.querySelector('.find')?.getBoundingClientRect();
  const box = hit.getBoundingClientRect();
  if (!panel || box.top > panel.bottom || box.right < panel.left) return;
  document.querySelector('.editor-scroll')?.scrollBy(0, box.top - panel.bottom - gap);
}
