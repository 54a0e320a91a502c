import type { Hit } from '../../article/find/index.ts';
import type { Scope } from '../../article/find/scope.ts';
import type { EditorHandle } from '../editor/article-editor.tsx';

/**
 * Paints the hits over the text, the current one stronger, and brings that into sight. Painted by the browser
 * (CSS.highlights), so the document stays untouched.
 * @returns a function that takes the paint away
 */
export function showHits(handle: EditorHandle | null, hits: readonly Hit[], current: number): () => void {
  const ranges = handle?.rangesOf(hits.map(placeOf)) ?? [];
  const hit = hits[current];
  const shown = ranges[current];
  CSS.highlights.set('find', new Highlight(...ranges.filter((range): range is Range => range !== null && range !== shown)));
  CSS.highlights.set('find-current', new Highlight(...(shown ? [shown] : [])));
  const element = shown?.startContainer.parentElement ?? (hit?.blockId ? handle?.elementOfBlock(hit.blockId) : null);
  element?.scrollIntoView({ block: 'center' });
  if (element) bringBelowPanel(shown ?? element);
  return () => {
    CSS.highlights.delete('find');
    CSS.highlights.delete('find-current');
  };
}

/**
 * Paints the part of the text that is searched.
 * @returns a function that takes the paint away
 */
export function showScope(handle: EditorHandle | null, scope: Scope | null): () => void {
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

function bringBelowPanel(hit: Range | Element): void {
  const panel = document.querySelector('.find')?.getBoundingClientRect();
  const box = hit.getBoundingClientRect();
  if (!panel || box.top > panel.bottom || box.right < panel.left) return;
  document.querySelector('.editor-scroll')?.scrollBy(0, box.top - panel.bottom - gap);
}
