import { deepestNesting } from '../../body.ts';

/** A node of any syntax tree. */
interface TreeNode {
  readonly type: string;
  readonly children?: readonly TreeNode[];
}

/** True where a tree is nested deeper than recursive code may see. Walks by levels, without recursion. */
export function isTooDeep(root: TreeNode): boolean {
  let level: readonly TreeNode[] = [root];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > deepestNesting) return true;
    level = level.flatMap((node) => node.children ?? []);
  }
  return false;
}

const neverOpen = new Set(['area', 'base', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'source', 'track', 'wbr', 'p', 'li']);
const rawTextTags = new Set(['script', 'style', 'textarea', 'title', 'xmp', 'noframes']);
/** Open tags at once beyond which a source is refused unparsed: far over what pages have, far under what a stack bears. */
const mostOpenTags = 2000;

/**
 * True where a source would give a tree too deep even to build: the parser's own tree builder recurses.
 * Counts open tags roughly; what is between is settled by `isTooDeep` on the tree.
 */
export function isTooDeepToParse(source: string): boolean {
  const open: string[] = [];
  const tag = /<(\/?)([a-zA-Z][^\s/>]*)/g;
  for (let match = tag.exec(source); match; match = tag.exec(source)) {
    const name = match[2]?.toLowerCase() ?? '';
    if (match[1] === '/') {
      const index = open.lastIndexOf(name);
      if (index >= 0) open.length = index;
    } else if (rawTextTags.has(name)) {
      const end = endOf(source, name, tag.lastIndex);
      if (end < 0) return false;
      tag.lastIndex = end;
    } else if (!neverOpen.has(name)) {
      open.push(name);
      if (open.length > mostOpenTags) return true;
    }
  }
  return false;
}

function endOf(source: string, name: string, from: number): number {
  const end = new RegExp(`</${name}`, 'gi');
  end.lastIndex = from;
  return end.exec(source)?.index ?? -1;
}
