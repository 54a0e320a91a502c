/** Taking one block or one field back from another version. Pure: saving the result as a revision is the caller's. */
import { v7 } from 'uuid';
import type { Article, StoredImage } from '../article.ts';
import { type BodyJson, parseBody } from '../body.ts';
import { type FieldName, fieldNames } from '../blocks/index.ts';
import type { MetadataField } from '../metadata.ts';
import { plain } from '../plain.ts';
import { compareArticles } from './compare.ts';
import { type Pairing, pairBlocks } from './pair.ts';
import { type Block, type BlockTree, blockTree, isField, natureOf, shellOf, withBlockId } from './tree.ts';

/**
 * Gives back `current` with one block as `from` has it: its content and, where it was moved, its place; put back behind its
 * old neighbour where it was removed, taken out where `from` does not have it (what it holds and `from` has stays).
 * @param blockId the id in either article; one that neither has changes nothing
 */
export function restoreBlock(current: Article, from: Article, blockId: string): Article {
  const now = blockTree(current.body);
  const then = blockTree(plain(from).body);
  const pairing = pairBlocks(then, now);
  const old = then.all.find((block) => block.id === blockId);
  const standing = old ? pairing.partnerOf(old) : now.all.find((block) => block.id === blockId);
  const wanted = old ?? (standing && pairing.partnerOf(standing));
  const edits: Edits = { instead: new Map(), behind: new Map(), atStart: new Map() };
  if (!wanted) {
    if (!standing || isField(standing.node.type)) return current;
    edits.instead.set(standing, heldBack(standing, pairing));
    return ifValid(current, edited(current, now, edits));
  }
  const taken = new Set(now.all.map(({ id }) => id));
  for (const { id } of standing ? subtree(standing) : []) taken.delete(id);
  const node = withFreeIds(wanted.node, taken, standing?.id ?? wanted.id);
  const moved = compareArticles(from, current).blocks.some((change) => change.blockId === wanted.id && change.moved);
  if (standing) edits.instead.set(standing, moved ? [] : [node]);
  if (!standing || moved) putBack(wanted, node, { now, pairing, edits });
  return ifValid(current, { ...edited(current, now, edits), images: imagesFor(node, current, from) });
}

/** A block may have been turned into another where its old form is not allowed (a paragraph into a list item): then nothing changes. */
function ifValid(current: Article, restored: Article): Article {
  return parseBody(restored.body).ok ? restored : current;
}

/** Headline, standfirst, byline or one metadata field as `from` has it. */
export function restoreField(current: Article, from: Article, field: FieldName | MetadataField): Article {
  if (!isFieldName(field)) return { ...current, metadata: { ...current.metadata, [field]: from.metadata[field] } };
  const old = plain(from).body.content?.find(({ type }) => type === field);
  const content = current.body.content?.map((node) => (node.type === field && old ? { ...old, attrs: { ...old.attrs, blockId: node.attrs?.['blockId'] } } : node));
  return { ...current, body: { ...current.body, ...(content ? { content } : {}) } };
}

const isFieldName = (field: string): field is FieldName => fieldNames.some((name) => name === field);

/** What to do to the blocks of a tree. */
interface Edits {
  readonly instead: Map<Block, readonly BodyJson[]>;
  readonly behind: Map<Block, BodyJson>;
  readonly atStart: Map<Block, BodyJson>;
}

/** The article again, edited; parents that become empty go with what they held, and a body keeps at least one paragraph. */
function edited(article: Article, now: BlockTree, edits: Edits): Article {
  const content = [...contentOf(now.root, edits)];
  if (content.every(({ type }) => isField(type))) content.push({ type: 'paragraph', attrs: { blockId: v7(), lang: null, dir: null } });
  return { ...article, body: { ...now.root.node, content } };
}

function contentOf(block: Block, edits: Edits): BodyJson[] {
  const first = edits.atStart.get(block);
  const rest = block.children.flatMap((child) => {
    const behind = edits.behind.get(child);
    return [...(edits.instead.get(child) ?? withEdits(child, edits)), ...(behind ? [behind] : [])];
  });
  return first ? [...rest.filter(({ type }) => isField(type)), first, ...rest.filter(({ type }) => !isField(type))] : rest;
}

function withEdits(block: Block, edits: Edits): readonly BodyJson[] {
  if (natureOf(block.node.type) !== 'container') return [block.node];
  const content = contentOf(block, edits);
  if (content.length === 0) return [];
  const same = content.length === block.children.length && content.every((node, index) => node === block.children[index]?.node);
  return [same ? block.node : { ...shellOf(block.node), content }];
}

/** Blocks in an added one that the other article has as well: they stay when it goes. */
function heldBack(block: Block, pairing: Pairing): BodyJson[] {
  return block.children.flatMap((child) => (pairing.partnerOf(child) ? [child.node] : heldBack(child, pairing)));
}

/** Behind the nearest earlier sibling that is still there, else at the start; where its parent is gone, with that at its place. */
function putBack(block: Block, node: BodyJson, state: { readonly now: BlockTree; readonly pairing: Pairing; readonly edits: Edits }): void {
  const { now, pairing, edits } = state;
  const parent = block.parent ?? block;
  const home = parent.id === '' ? now.root : pairing.partnerOf(parent);
  if (!home || home.node.type !== parent.node.type) {
    putBack(parent, { ...shellOf(parent.node), content: [node] }, state);
    return;
  }
  for (let index = block.index - 1; index >= 0; index -= 1) {
    const sibling = parent.children[index];
    const neighbour = sibling && pairing.partnerOf(sibling);
    if (neighbour?.parent === home) {
      edits.behind.set(neighbour, node);
      return;
    }
  }
  edits.atStart.set(home, node);
}

function subtree(block: Block): Block[] {
  return [block, ...block.children.flatMap(subtree)];
}

/** Ids that `current` uses elsewhere are made new; the block itself gets `id`. */
function withFreeIds(node: BodyJson, taken: ReadonlySet<string>, id: string): BodyJson {
  const visit = (child: BodyJson): BodyJson => {
    const own = child.attrs?.['blockId'];
    const named = typeof own === 'string' && taken.has(own) ? withBlockId(child, v7()) : child;
    return named.content ? { ...named, content: named.content.map(visit) } : named;
  };
  return withBlockId(visit(node), id);
}

function imagesFor(node: BodyJson, current: Article, from: Article): Article['images'] {
  const needed: Record<string, StoredImage> = {};
  const visit = (child: BodyJson): void => {
    const id = child.attrs?.['imageId'];
    const stored = typeof id === 'string' ? from.images[id] : undefined;
    if (typeof id === 'string' && stored && !current.images[id]) needed[id] = stored;
    for (const inner of child.content ?? []) visit(inner);
  };
  visit(node);
  return { ...current.images, ...needed };
}
