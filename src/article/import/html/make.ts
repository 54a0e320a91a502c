import { v7 } from 'uuid';
import type { BodyJson } from '../../body.ts';
import { blocks, type BlockName } from '../../blocks/index.ts';
import { attributeDefaults } from '../../blocks/definition.ts';

/** A block with a fresh id; attributes not named take their defaults, in canonical order. */
export function make(name: BlockName, attrs: Readonly<Record<string, unknown>> = {}, content: readonly BodyJson[] = []): BodyJson {
  const entries = blocks[name].attrs;
  const known = entries === null ? null : { ...attributeDefaults(entries), ...attrs };
  const withId = known !== null && 'blockId' in known ? { ...known, blockId: v7() } : known;
  return { type: name, ...(withId === null ? {} : { attrs: withId }), ...(content.length > 0 ? { content } : {}) };
}

/** Blocks as what may stand where only paragraphs may: the rest comes after, in order. */
export function asParagraphs(blocksIn: readonly BodyJson[]): { paragraphs: BodyJson[]; rest: BodyJson[] } {
  const paragraphs: BodyJson[] = [];
  const rest: BodyJson[] = [];
  for (const block of blocksIn) {
    if (isOfType(block, 'paragraph')) paragraphs.push(block);
    else if (isOfType(block, 'subhead', 'pullQuote')) paragraphs.push(make('paragraph', {}, block.content));
    else if (isOfType(block, 'preformatted')) paragraphs.push(make('paragraph', {}, brokenLines(block.content?.[0]?.text ?? '')));
    else if (isOfType(block, 'quote', 'bulletList', 'orderedList', 'listItem', 'factBox')) {
      const inner = asParagraphs(block.content ?? []);
      paragraphs.push(...inner.paragraphs);
      rest.push(...inner.rest);
    } else if (!isOfType(block, 'divider')) rest.push(block);
  }
  return { paragraphs, rest };
}

/** Text of several lines as inline content. */
export function brokenLines(text: string): BodyJson[] {
  return text.split('\n').flatMap((line, index) => [...(index > 0 ? [{ type: 'hardBreak' }] : []), ...(line === '' ? [] : [{ type: 'text', text: line }])]);
}

export const isOfType = (block: BodyJson, ...names: readonly BlockName[]): boolean => names.some((name) => name === block.type);
