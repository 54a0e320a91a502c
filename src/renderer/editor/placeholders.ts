import { Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import { say } from '../../language/index.ts';

/** What stands in an empty field, and in the empty paragraph of the caret; looks at three blocks only, whatever the length. */
export function placeholdersPlugin(): Plugin {
  return new Plugin({
    key: new PluginKey('placeholders'),
    props: {
      decorations: ({ doc, selection }) => {
        const found: Decoration[] = [];
        const mark = (pos: number, size: number, text: string): void => {
          found.push(Decoration.node(pos, pos + size, { 'data-placeholder': text }));
        };
        const [headline, standfirst, byline, first] = [0, 1, 2, 3].map((index) => doc.maybeChild(index));
        if (!headline || !standfirst || !byline || !first) return DecorationSet.empty;
        if (headline.content.size === 0) mark(0, headline.nodeSize, say('editor.headline'));
        if (standfirst.content.size === 0) mark(headline.nodeSize, standfirst.nodeSize, say('editor.standfirst'));
        const { $from } = selection;
        const isOnly = doc.childCount === 4 && first.type.name === 'paragraph' && first.content.size === 0;
        const bodyStart = headline.nodeSize + standfirst.nodeSize + byline.nodeSize;
        if (isOnly) mark(bodyStart, first.nodeSize, say('editor.writeHere'));
        else if (selection.empty && $from.depth === 1 && $from.parent.type.name === 'paragraph' && $from.parent.content.size === 0) mark($from.before(), 2, say('editor.writeHere'));
        return DecorationSet.create(doc, found);
      },
    },
  });
}
