import { Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';

/** Blocks that show tools while the caret is in them; the caret gives an element no focus of its own to see it by. */
const withTools: ReadonlySet<string> = new Set(['table', 'gallery']);

/** Marks the table or gallery of the caret; looks at the caret's own block only. */
export function caretBlockPlugin(): Plugin {
  return new Plugin({
    key: new PluginKey('caretBlock'),
    props: {
      decorations: ({ doc, selection: { $from } }) => {
        for (let depth = 1; depth <= $from.depth; depth += 1) {
          const node = $from.node(depth);
          if (withTools.has(node.type.name)) return DecorationSet.create(doc, [Decoration.node($from.before(depth), $from.after(depth), { class: 'has-caret' })]);
        }
        return DecorationSet.empty;
      },
    },
  });
}
