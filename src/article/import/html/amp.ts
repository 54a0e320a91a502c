import type { Element, Nodes } from 'hast';
import { isElement } from './read.ts';

/** AMP writes the usual elements under names of its own. */
const plainTags: Readonly<Record<string, string>> = { 'amp-img': 'img', 'amp-anim': 'img', 'amp-iframe': 'iframe', 'amp-video': 'video', 'amp-audio': 'audio', 'amp-ad': 'ins', 'amp-embed': 'ins', 'amp-carousel': 'figure', 'amp-base-carousel': 'figure', 'amp-stream-gallery': 'figure' };

/** The tree with AMP's elements as plain ones; a place for advertising keeps saying so. */
export function withPlainTags<Node extends Nodes>(node: Node): Node {
  if (!('children' in node)) return node;
  const children = (node.children as Nodes[]).map((child): Nodes => {
    const tagName = isElement(child) ? plainTags[child.tagName] : undefined;
    if (!isElement(child) || tagName === undefined) return withPlainTags(child);
    const properties = tagName === 'ins' ? { ...child.properties, className: ['advertisement'] } : child.properties;
    const plain: Element = { ...child, tagName, properties };
    return withPlainTags(plain);
  });
  return { ...node, children };
}
