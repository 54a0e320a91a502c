/** Small changes of a block's JSON that more than one part of the core makes. What does not change stays the same object. */
import { type BodyJson, joinText } from './body.ts';

export interface TextReplacement {
  /** Offsets in the block's inline content, UTF-16 units, a hard break counting one. */
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** Replaces a passage, keeping the marks of its first character; the rest of the block stays as it is. */
export function withText(block: BodyJson, change: TextReplacement): BodyJson {
  let at = 0;
  let isPut = false;
  const content = (block.content ?? []).flatMap((child): BodyJson[] => {
    const start = at;
    const own = child.text ?? '\n';
    at += own.length;
    if (at <= change.from || start >= change.to) return [child];
    const put = isPut ? '' : change.text;
    isPut = true;
    const text = own.slice(0, Math.max(0, change.from - start)) + put + own.slice(change.to - start);
    return text === '' ? [] : [{ type: 'text', ...(child.marks ? { marks: child.marks } : {}), text }];
  });
  const { content: _content, ...shell } = block;
  return content.length > 0 ? { ...shell, content: joinText(content) } : shell;
}

/** The tree with a block replaced by others, or by none. */
export function replaceBlock(node: BodyJson, block: BodyJson, by: readonly BodyJson[]): BodyJson {
  const content = node.content?.flatMap((child) => (child === block ? by : [replaceBlock(child, block, by)]));
  return content && (content.length !== node.content?.length || content.some((child, index) => child !== node.content?.[index])) ? { ...node, content } : node;
}
