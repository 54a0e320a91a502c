import { useEffect } from 'react';

/**
 * While the gate is shut, what is selected outside the page (previews, comparisons, lists) is copied and dragged as plain text,
 * as it is from the page itself, and no picture is dragged out: a preview is the export, and would leave as HTML.
 */
export function usePlainCopies(gateShut: () => boolean): void {
  useEffect(() => {
    const copied = (event: ClipboardEvent): void => {
      const text = isForeign(event) ? selectedText() : null;
      if (text === null || !event.clipboardData || !gateShut()) return;
      event.preventDefault();
      event.clipboardData.setData('text/plain', text);
    };
    const dragged = (event: DragEvent): void => {
      if (!isForeign(event) || !event.dataTransfer || !gateShut()) return;
      const text = event.composedPath()[0] instanceof HTMLImageElement ? null : selectedText();
      if (text === null) return event.preventDefault();
      event.dataTransfer.clearData();
      event.dataTransfer.setData('text/plain', text);
    };
    document.addEventListener('copy', copied);
    document.addEventListener('dragstart', dragged);
    return () => {
      document.removeEventListener('copy', copied);
      document.removeEventListener('dragstart', dragged);
    };
  }, [gateShut]);
}

/** Neither of the page, which sees to its own, nor of a field or a grip, which carry no article. */
function isForeign(event: Event): boolean {
  const inside = event.composedPath().find((one) => one instanceof Element);
  return !event.defaultPrevented && !inside?.closest('.ProseMirror, input, textarea, [draggable="true"]');
}

/** What is selected, null where nothing is; in a preview's shadow too. */
function selectedText(): string | null {
  const selection = document.getSelection();
  return selection && selection.type === 'Range' ? selection.toString() : null;
}
