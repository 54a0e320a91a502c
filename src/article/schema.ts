import { type AttributeSpec, type MarkSpec, type NodeSpec, Schema } from 'prosemirror-model';
import { attributeDefaults, type BlockDefinition } from './blocks/definition.ts';
import { blocks } from './blocks/index.ts';
import { type MarkDefinition, marks, suggestionMarkNames } from './marks/index.ts';

/** The top node: three fields, then at least one block. */
export const docSpec = { content: 'headline standfirst byline block+', marks: suggestionMarkNames.join(' ') };

/** The ProseMirror grammar of one block: also what the window's editor is built from. */
export function nodeSpecOf(definition: BlockDefinition): NodeSpec {
  const { spec, attrs, name } = definition;
  const isTextblock = spec.content === 'inline*' || spec.content === 'text*';
  const group = spec.group === 'block' && name !== 'factBox' ? 'block boxed' : spec.group;
  return {
    ...spec,
    ...(group === undefined ? {} : { group }),
    ...(isTextblock || spec.content === undefined ? {} : { marks: suggestionMarkNames.join(' ') }),
    attrs: attributeSpecs(attrs),
  };
}

export function markSpecOf(definition: MarkDefinition): MarkSpec {
  return {
    ...definition.spec,
    attrs: attributeSpecs(definition.attrs),
  };
}

function attributeSpecs(entries: BlockDefinition['attrs']): Record<string, AttributeSpec> {
  const defaults: Readonly<Record<string, unknown>> = attributeDefaults(entries);
  return Object.fromEntries(Object.entries(defaults).map(([key, value]) => [key, { default: value }]));
}

/** The article's schema, headless. The editor builds an equal one from the same definitions. */
export const schema = new Schema({
  topNode: 'doc',
  nodes: {
    doc: docSpec,
    // The paragraph comes first so that ProseMirror fills and splits with it.
    paragraph: nodeSpecOf(blocks.paragraph),
    ...Object.fromEntries(Object.values(blocks).map((definition) => [definition.name, nodeSpecOf(definition)])),
    text: { group: 'inline' },
    hardBreak: { inline: true, group: 'inline', selectable: false, linebreakReplacement: true },
  },
  marks: Object.fromEntries(Object.values(marks).map((definition) => [definition.name, markSpecOf(definition)])),
});
