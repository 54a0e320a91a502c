/** The way back from a comparison to an article: what proves that a comparison says everything. */
import type { Article } from '../article.ts';
import type { BodyJson } from '../body.ts';
import { plain } from '../plain.ts';
import type { BlockChange, Comparison } from './comparison.ts';
import { type Block, blockIdOf, blockTree, natureOf, shellOf, withBlockId } from './tree.ts';

/** A block's own part and, under `''` for the body, the order of what each holds. */
interface Parts {
  readonly shells: Map<string, BodyJson>;
  readonly children: Map<string, string[]>;
}

/**
 * Applies `compareArticles(a, b)` to `a`. Gives `b` without suggestions, but paired blocks keep A's ids, and picture files
 * are A's: a comparison names pictures and does not carry them.
 */
export function applyComparison(a: Article, comparison: Comparison): Article {
  const before = plain(a);
  const metadata = { ...before.metadata, ...Object.fromEntries(comparison.metadata.map(({ field, after }) => [field, after])) };
  const images = renameFiles(before.images, comparison.blocks);
  if (comparison.blocks.length === 0) return { ...before, metadata, images };
  const parts = partsOf(before.body);
  takeOut(parts, comparison.blocks);
  putIn(parts, comparison.blocks);
  return { ...before, metadata, images, body: { type: 'doc', content: build('', parts) } };
}

function partsOf(body: BodyJson): Parts {
  const parts: Parts = { shells: new Map(), children: new Map() };
  const tree = blockTree(body);
  for (const block of [tree.root, ...tree.all]) register(block, parts);
  return parts;
}

function register(block: Block, { shells, children }: Parts): void {
  shells.set(block.id, shellOf(block.node));
  children.set(block.id, block.children.map(({ id }) => id));
}

/** Takes out of their places all blocks that are listed; what stays keeps its order. */
function takeOut(parts: Parts, blocks: readonly BlockChange[]): void {
  const out = new Set(blocks.filter(({ change }) => change !== 'added').map(({ blockId }) => blockId));
  for (const [id, children] of parts.children) parts.children.set(id, children.filter((child) => !out.has(child)));
}

/** Puts them in at their new places, the first place first, so that each index is right when its turn comes. */
function putIn(parts: Parts, blocks: readonly BlockChange[]): void {
  for (const { change, blockId, after } of blocks) {
    if (!after) continue;
    if (change === 'added') addSubtree(after, parts);
    else parts.shells.set(blockId, withBlockId(after, blockId));
  }
  for (const { blockId, parent, to } of blocks.toSorted((x, y) => (x.to ?? 0) - (y.to ?? 0))) {
    if (to === null) continue;
    const siblings = parts.children.get(parent ?? '') ?? [];
    siblings.splice(to, 0, blockId);
    parts.children.set(parent ?? '', siblings);
  }
}

function addSubtree(node: BodyJson, parts: Parts): void {
  parts.shells.set(blockIdOf(node), shellOf(node));
  const held = natureOf(node.type) === 'container' ? (node.content ?? []) : [];
  parts.children.set(blockIdOf(node), held.map(blockIdOf));
  for (const child of held) addSubtree(child, parts);
}

function build(id: string, parts: Parts): BodyJson[] {
  return (parts.children.get(id) ?? []).flatMap((child) => {
    const shell = parts.shells.get(child);
    if (!shell) return [];
    if (natureOf(shell.type) !== 'container') return [shell];
    return [{ ...shell, content: build(child, parts) }];
  });
}

function renameFiles(images: Article['images'], blocks: readonly BlockChange[]): Article['images'] {
  const result = { ...images };
  for (const { after, attrs } of blocks) {
    const id = after?.attrs?.['imageId'];
    const name = attrs.find((attribute) => attribute.name === 'fileName')?.after;
    const stored = typeof id === 'string' ? result[id] : undefined;
    if (typeof id === 'string' && stored && typeof name === 'string') result[id] = { ...stored, fileName: name };
  }
  return result;
}
