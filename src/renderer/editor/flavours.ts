/** The three flavours a selection has on the clipboard: Galley's own, plain text, and public HTML while the gate is open. */
import { toHtml } from 'hast-util-to-html';
import type { Fragment, Node, Schema, Slice } from '@tiptap/pm/model';
import { Fragment as Pieces } from '@tiptap/pm/model';
import * as v from 'valibot';
import { type Article, nodeToJson, storedImage } from '../../article/article.ts';
import { imageId } from '../../article/blocks/image.ts';
import { type BodyJson, parseBlocks } from '../../article/body.ts';
import { imageIdsIn } from '../../article/export/names.ts';
import { blockToHast } from '../../article/export/html-fragment.ts';
import { blocksToText } from '../../article/export/text.ts';
import { idOf } from './block-ids.ts';

/** Galley's own flavour; a custom type, so that other programs leave it alone. */
export const galleyType = 'application/x-galley';

export interface Flavours {
  readonly galley: string;
  readonly text: string;
  /** Null while the gate is shut (DESIGN section 7). */
  readonly html: string | null;
}

export interface FlavourContext {
  readonly articleId: string;
  readonly language: string;
  readonly gateShut: boolean;
  /** The article's pictures; those in the selection go along. */
  readonly images: Article['images'];
}

/** What Galley's own flavour holds. */
export interface Copied {
  readonly blocks: readonly BodyJson[];
  readonly images: Article['images'];
}

const galleyFlavour = v.strictObject({ articleId: v.string(), blocks: v.unknown(), images: v.optional(v.record(imageId, storedImage), {}) });

export function flavoursOf(slice: Slice, schema: Schema, context: FlavourContext): Flavours {
  const blocks = blocksOfSlice(slice, schema);
  const json = blocks.map((block) => nodeToJson(block));
  return {
    galley: JSON.stringify({ articleId: context.articleId, blocks: json, images: imagesOf(json, context.images) }),
    text: blocksToText(json, { language: context.language }),
    html: context.gateShut ? null : toHtml(json.flatMap((block) => blockToHast(block, { imageAddress: () => null, language: context.language }))),
  };
}

/**
 * The blocks of Galley's own flavour; null where it is not ours or damaged. Ids stay for a paste into the same article,
 * where a block that was cut gets its own back; in another article everything is new.
 */
export function readGalley(flavour: string, articleId: string): Copied | null {
  if (flavour === '') return null;
  const parsed = v.safeParse(galleyFlavour, parsedJson(flavour));
  if (!parsed.success) return null;
  const blocks = parseBlocks(parsed.output.blocks);
  if (!blocks.ok) return null;
  return { blocks: parsed.output.articleId === articleId ? blocks.value : blocks.value.map(withoutIds), images: parsed.output.images };
}

/** Which blocks of which article they were; null where it is not ours or damaged. */
export function blocksCarried(flavour: string): { readonly articleId: string; readonly blockIds: readonly string[] } | null {
  const parsed = v.safeParse(galleyFlavour, parsedJson(flavour));
  const blocks = parsed.success ? parseBlocks(parsed.output.blocks) : null;
  if (!parsed.success || !blocks?.ok) return null;
  return { articleId: parsed.output.articleId, blockIds: blocks.value.flatMap(({ attrs }) => (typeof attrs?.['blockId'] === 'string' ? [attrs['blockId']] : [])) };
}

function imagesOf(blocks: readonly BodyJson[], images: Article['images']): Article['images'] {
  const ids = blocks.flatMap((block) => imageIdsIn(block));
  return Object.fromEntries(ids.flatMap((id) => (images[id] ? [[id, images[id]]] : [])));
}

/** The block as a copy: its ids are assigned anew when it is put in. */
export function withoutIds(json: BodyJson): BodyJson {
  const attrs = json.attrs && 'blockId' in json.attrs ? { ...json.attrs, blockId: '' } : json.attrs;
  return { ...json, ...(attrs ? { attrs } : {}), ...(json.content ? { content: json.content.map(withoutIds) } : {}) };
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** What was selected as whole blocks of a body: fields become paragraphs, a part of one paragraph comes without its list or quote. */
function blocksOfSlice(slice: Slice, schema: Schema): Node[] {
  const { content } = unwrapped(slice);
  // Selected cells are copied as rows without their table.
  if (content.length > 0 && content.every((node) => node.type.name === 'tableRow')) return [schema.node('table', { blockId: 'copied-cells' }, content)];
  return content.flatMap((node) => blocksOf(node, schema));
}

/** Leaves out the containers a selection only stands in, as far as blocks remain. */
function unwrapped(slice: Slice): Fragment {
  let { content } = slice;
  let blocks = content;
  for (let open = Math.min(slice.openStart, slice.openEnd); open > 1; open -= 1) {
    const only = content.childCount === 1 ? content.firstChild : null;
    if (!only || only.isTextblock) break;
    content = only.content;
    if (content.content.every((node) => node.type.isInGroup('block'))) blocks = content;
  }
  return blocks;
}

function blocksOf(node: Node, schema: Schema): Node[] {
  if (node.isInline) return [schema.node('paragraph', { blockId: 'copied-text' }, node)];
  if (node.type.name === 'byline') return [];
  if (node.type.name === 'headline' || node.type.name === 'standfirst') {
    return node.content.size === 0 ? [] : [schema.node('paragraph', { blockId: idOf(node) }, node.content)];
  }
  return [whole(node)];
}

/** A node cut out of a selection may lack what its grammar asks for; it is filled up. */
function whole(node: Node): Node {
  return node.type.createAndFill(node.attrs, Pieces.from(node.content), node.marks) ?? node;
}
