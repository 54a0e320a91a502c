import type { EditorView } from '@tiptap/pm/view';

/** Where something floats, in pixels from the sheet's top left corner: it scrolls with the text. */
export interface Place {
  readonly left: number;
  readonly top: number;
}

/** Height and width a floating thing needs at least, so that it stays in sight, pixels. */
const room = { width: 392, height: 330 };

/** Width of the bar above a selection, pixels. */
const barWidth = 440;

/** Below the line of a place in the text. */
export function placeBelow(view: EditorView, sheet: HTMLElement, pos: number): Place {
  const coords = view.coordsAtPos(pos);
  const frame = sheet.getBoundingClientRect();
  const below = coords.bottom + room.height < window.innerHeight || coords.top < room.height;
  return { left: within(coords.left - frame.left, frame), top: (below ? coords.bottom + 6 : coords.top - room.height) - frame.top };
}

/** Above the line of a place in the text. */
export function placeAbove(view: EditorView, sheet: HTMLElement, pos: number): Place {
  const coords = view.coordsAtPos(pos);
  const frame = sheet.getBoundingClientRect();
  return { left: within(coords.left - frame.left, frame, barWidth), top: coords.top - frame.top - 42 };
}

function within(left: number, frame: DOMRect, width: number = room.width): number {
  return Math.max(8, Math.min(left, frame.width - width));
}

/** The element of a top-level block. */
export function elementOf(view: EditorView, pos: number): HTMLElement | null {
  const dom = view.nodeDOM(pos);
  return dom instanceof HTMLElement ? dom : null;
}

/** The gap between top-level blocks nearest to a height: before the block at `index`; `top` in pixels of the window. */
export function gapAt(view: EditorView, y: number): { readonly index: number; readonly top: number } {
  let top = 0;
  for (let index = 3; index < view.state.doc.childCount; index += 1) {
    const box = elementOf(view, view.state.doc.resolve(0).posAtIndex(index, 0))?.getBoundingClientRect();
    if (!box) continue;
    if (y < box.top + box.height / 2) return { index, top: box.top - 8 };
    top = box.bottom + 8;
  }
  return { index: view.state.doc.childCount, top };
}
