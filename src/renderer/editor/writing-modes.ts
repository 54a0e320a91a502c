/**
 * Two ways to write undisturbed. Typewriter: the line of the caret stays at the middle of the page. Focus: the block of the caret
 * stands out. Which are on stands on the window's root element, as the theme does: style and text read it there.
 */
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view';

export type WritingMode = 'typewriter' | 'focus';

const isOn = (mode: WritingMode): boolean => document.documentElement.dataset[mode] === 'on';

/** @param views whose text follows at once */
export function setWritingMode(mode: WritingMode, on: boolean, view: EditorView | null): void {
  if (on === isOn(mode)) return;
  if (on) document.documentElement.dataset[mode] = 'on';
  else delete document.documentElement.dataset[mode];
  if (view) view.dispatch(mode === 'typewriter' ? view.state.tr.scrollIntoView() : view.state.tr);
}

/** Where the line of the caret stays, as a share of the page's height. */
const restsAt = 0.45;
/** Nearer to the edge of the page than this a line is brought further in, pixels. */
const edge = 80;

export function writingModesPlugin(): Plugin {
  return new Plugin({
    key: new PluginKey('writingModes'),
    props: {
      decorations: ({ doc, selection: { $from, $to } }) => {
        if (!isOn('focus')) return DecorationSet.empty;
        const last = Math.min(doc.childCount - 1, Math.max($from.index(0), $to.depth === 0 ? $to.index(0) - 1 : $to.index(0)));
        const root = doc.resolve(0);
        const found: Decoration[] = [];
        for (let index = $from.index(0); index <= last; index += 1) found.push(Decoration.node(root.posAtIndex(index, 0), root.posAtIndex(index + 1, 0), { class: 'is-current' }));
        return DecorationSet.create(doc, found);
      },
      handleScrollToSelection: (view) => {
        const scroller = view.dom.closest('.editor-scroll');
        if (!scroller) return false;
        const { top, height, bottom } = scroller.getBoundingClientRect();
        const { $head } = view.state.selection;
        if (isOn('typewriter')) {
          scroller.scrollTop += view.coordsAtPos($head.pos).top - (top + height * restsAt);
          return true;
        }
        // What stands in a table or in code may also lie beside what is in sight.
        if ($head.depth !== 1 || $head.parent.type.name !== 'paragraph') return false;
        // A line well in sight is where it should be: ProseMirror would ask every element around it, at every key.
        const line = view.coordsAtPos($head.pos);
        return line.top > top + edge && line.bottom < bottom - edge;
      },
    },
  });
}
