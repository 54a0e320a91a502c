/**
 * A key that moves the caret is the browser's own, and ProseMirror hears of the move a task later. Keys that are struck faster, or waited
 * behind a busy window, would meet the caret where it was before: Enter would part another paragraph than the one the caret stands in.
 */
import { Plugin, PluginKey } from '@tiptap/pm/state';

const moving = /^(?:Arrow|Home|End|Page)/u;

export function caretKeysPlugin(): Plugin {
  let hasMoved = false;
  return new Plugin({
    key: new PluginKey('caretKeys'),
    props: {
      handleDOMEvents: {
        keydown: (view, event) => {
          // As the browser says it a moment later: ProseMirror reads where the caret is now.
          if (hasMoved && !view.composing) view.dom.ownerDocument.dispatchEvent(new Event('selectionchange'));
          hasMoved = moving.test(event.key);
          return false;
        },
      },
    },
  });
}
