/** The editor's schema: the same definitions as the headless one (`article/schema.ts`), as Tiptap wants them. */
import { type Extensions, Mark, Node, type NodeViewRenderer } from '@tiptap/core';
import { type BlockDefinition } from '../../article/blocks/definition.ts';
import { type BlockName, blocks } from '../../article/blocks/index.ts';
import { type MarkDefinition, type MarkName, marks } from '../../article/marks/index.ts';
import { docSpec, markSpecOf, nodeSpecOf } from '../../article/schema.ts';
import { markDrawings, nodeDrawings } from './node-dom.ts';

/** Views of the blocks that have controls; the others are plain elements. */
export type BlockViews = { readonly [Name in BlockName]?: NodeViewRenderer };

/** Elements the browser itself may put into the text while someone types. */
const typedElements: { readonly [Name in BlockName | MarkName]?: readonly string[] } = {
  paragraph: ['p', 'div'], bold: ['strong', 'b'], italic: ['em', 'i'], strike: ['s'], superscript: ['sup'], subscript: ['sub'], code: ['code'],
};

/** Every node and mark, the paragraph first so that ProseMirror fills and splits with it. */
export function articleExtensions(views: BlockViews = {}): Extensions {
  const definitions = Object.values(blocks).filter(({ name }) => name !== 'paragraph');
  return [
    Node.create({ name: 'doc', topNode: true, content: docSpec.content, marks: docSpec.marks }),
    blockExtension(blocks.paragraph, views.paragraph),
    ...definitions.map((definition) => blockExtension(definition, views[definition.name])),
    Node.create({ name: 'text', group: 'inline' }),
    Node.create({
      name: 'hardBreak', inline: true, group: 'inline', selectable: false, linebreakReplacement: true,
      parseHTML: () => [{ tag: 'br' }],
      renderHTML: () => ['br'],
      renderText: () => '\n',
    }),
    ...Object.values(marks).map(markExtension),
  ];
}

function blockExtension(definition: BlockDefinition<BlockName>, view: NodeViewRenderer | undefined): Node {
  const { attrs, ...spec } = nodeSpecOf(definition);
  const tableRole: unknown = spec['tableRole'];
  const drawing = nodeDrawings[definition.name];
  return Node.create({
    ...spec,
    name: definition.name,
    addAttributes: () => tiptapAttributes(attrs),
    extendNodeSchema: (extension: { readonly name: string }) => (extension.name === definition.name && tableRole !== undefined ? { tableRole } : {}),
    parseHTML: () => (typedElements[definition.name] ?? []).map((tag) => ({ tag })),
    renderHTML: ({ node }) => drawing(node),
    ...(view ? { addNodeView: () => view } : {}),
  });
}

function markExtension(definition: MarkDefinition & { readonly name: MarkName }): Mark {
  const { attrs, inclusive, excludes, code } = markSpecOf(definition);
  return Mark.create({
    name: definition.name,
    ...(inclusive === undefined ? {} : { inclusive }),
    ...(excludes === undefined ? {} : { excludes }),
    ...(code === undefined ? {} : { code }),
    addAttributes: () => tiptapAttributes(attrs),
    parseHTML: () => (typedElements[definition.name] ?? []).map((tag) => ({ tag })),
    renderHTML: ({ mark }) => markDrawings[definition.name](mark),
  });
}

/** Never rendered by Tiptap itself: the drawings decide what stands in the page. */
function tiptapAttributes(attrs: Readonly<Record<string, { default?: unknown }>> | null | undefined): Record<string, { default: unknown; rendered: false }> {
  return Object.fromEntries(Object.entries(attrs ?? {}).map(([name, { default: value }]) => [name, { default: value, rendered: false }]));
}
