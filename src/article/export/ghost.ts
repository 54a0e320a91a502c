import type { Comment, Element, ElementContent } from 'hast';
import type { Article } from '../article.ts';
import type { Dateline } from '../metadata.ts';
import type { BodyBlockName } from '../blocks/index.ts';
import type { BodyJson } from '../body.ts';
import { factsToHast } from './cms-facts.ts';
import { blockToHast } from './html/blocks.ts';
import { bylineToHast } from './html/byline.ts';
import { attributesOf, el, hidden, type HtmlContext, part, textNode } from './html/elements.ts';
import { inlineToHast } from './html/inline.ts';
import { afterwordToHast, datelineLead, datelineText, datelineToHast } from './html/metadata.ts';
import { writeHtml } from './html/write.ts';

type Renderer = (node: BodyJson, context: HtmlContext) => Element | null;

/** `null`: Ghost's own cards would lose something of it, so it is an HTML card, which Ghost keeps byte for byte. */
const renderers: { readonly [Name in BodyBlockName]: Renderer } = {
  paragraph: (node) => (isPassage(node) ? el('p', {}, inlineToHast(node.content)) : null),
  subhead: (node) => (isPassage(node) ? el(`h${attributesOf(node, 'subhead').level}`, {}, inlineToHast(node.content)) : null),
  bulletList: (node) => list('ul', node),
  orderedList: (node) => (attributesOf(node, 'orderedList').start === 1 ? list('ol', node) : null),
  quote: (node) => {
    const [only, ...more] = node.content ?? [];
    if (!only || more.length > 0 || attributesOf(node, 'quote').attribution !== '' || !isPassage(only)) return null;
    return el('blockquote', { dataGalleyBlock: 'quote' }, [el('p', {}, inlineToHast(only.content))]);
  },
  image,
  divider: () => el('hr'),
  preformatted: () => null,
  pullQuote: () => null,
  gallery: () => null,
  adSlot: () => null,
  embed: () => null,
  table: () => null,
  factBox: () => null,
};
const isRendered = (name: string): name is BodyBlockName => Object.hasOwn(renderers, name);

/**
 * A post's HTML as Ghost's Admin API takes it (`?source=html`), nothing dropped: what its editor has no card for stands in
 * HTML cards. The headline is the post's title and stands among the facts at the end.
 * @param article without suggestions, as `plain` gives it
 */
export function articleToGhost(article: Article, context: HtmlContext): string {
  const { metadata, body } = article;
  const nodes = (body.content ?? []).flatMap((node) => blockToGhost(node, context));
  const opened = metadata.dateline === null ? { nodes, isWritten: false } : withDateline(nodes, metadata.dateline, body);
  const facts = factsToHast(article, opened.isWritten ? { dateline: metadata.dateline } : {});
  const all = [...opened.nodes, ...afterwordToHast(metadata, context).flatMap((node) => card([node])), ...card([facts])];
  return writeHtml(all.flatMap((node) => [node, textNode('\n')]));
}

function blockToGhost(node: BodyJson, context: HtmlContext): ElementContent[] {
  if (node.type === 'headline') return [];
  if (node.type === 'standfirst') return node.content ? card([el('p', { className: 'standfirst' }, inlineToHast(node.content))]) : [];
  if (node.type === 'byline') return attributesOf(node, 'byline').contributors.length === 0 ? [] : card(bylineToHast(attributesOf(node, 'byline').contributors, context));
  if (!isRendered(node.type)) throw new RangeError(`no Ghost card for “${node.type}”`);
  const own = renderers[node.type](node, context);
  return own ? [own] : card(blockToHast(node, context));
}

/** Everything between these two comments Ghost keeps as it is. */
function card(nodes: readonly ElementContent[]): ElementContent[] {
  const comment = (value: string): Comment => ({ type: 'comment', value });
  return [comment('kg-card-begin: html'), ...nodes, comment('kg-card-end: html')];
}

/**
 * The dateline before the first paragraph. Ghost keeps no data in a paragraph: there it is words, and stands among the facts
 * as data (`isWritten`). Where the first paragraph or the dateline cannot be Ghost's own text, it is a card at the head.
 */
function withDateline(nodes: readonly ElementContent[], dateline: Dateline, body: BodyJson): { readonly nodes: readonly ElementContent[]; readonly isWritten: boolean } {
  const first = (body.content ?? []).find(({ type }) => type === 'paragraph');
  const index = nodes.findIndex((node) => node.type === 'element' && node.tagName === 'p' && !('className' in node.properties));
  const paragraph = nodes[index];
  const words = datelineText(dateline);
  if (!first || !isPassage(first) || paragraph?.type !== 'element' || words === '' || !isLine(words)) {
    return { nodes: [...card([el('p', { dataGalleyPart: 'dateline-line' }, [datelineToHast(dateline)])]), ...nodes], isWritten: false };
  }
  return { nodes: nodes.with(index, { ...paragraph, children: [textNode(datelineLead(dateline)), ...paragraph.children] }), isWritten: true };
}

/** Text that Ghost's editor holds as it is: no language of its own, no blanks it would join. */
function isPassage(node: BodyJson): boolean {
  const { lang, dir } = attributesOf(node, 'paragraph');
  const content = node.content ?? [];
  if (lang !== null || dir !== null || content.length === 0) return false;
  return isLine(plainLine(node)) && content.every(({ marks }) => (marks ?? []).every(({ type }) => type !== 'lang'));
}

/** The text of a passage, with a line feed for a break. */
const plainLine = (node: BodyJson): string => (node.content ?? []).map((child) => (child.type === 'hardBreak' ? '\n' : (child.text ?? ''))).join('');

/** Blanks in an attribute's JSON that Ghost would join or change. */
const blanks = / (?= )|[\u00a0\u200d]/g;

/** Words whose blanks Ghost leaves as they are. */
const isLine = (line: string): boolean => !/^\s|\s$|\s\s|[\u00a0\u200d]/.test(line);

/** Items of one line, with lists below. */
function list(tagName: 'ul' | 'ol', node: BodyJson): Element | null {
  const items: Element[] = [];
  for (const item of node.content ?? []) {
    const [first, ...rest] = item.content ?? [];
    if (!first || !isPassage(first)) return null;
    const below = rest.map((child) => (child.type === 'bulletList' ? list('ul', child) : child.type === 'orderedList' && attributesOf(child, 'orderedList').start === 1 ? list('ol', child) : null));
    const lists = below.filter((child) => child !== null);
    if (lists.length !== below.length) return null;
    items.push(el('li', {}, [...inlineToHast(first.content), ...lists]));
  }
  return el(tagName, {}, items);
}

function image(node: BodyJson, context: HtmlContext): Element | null {
  const { imageId, alt, credit, decorative } = attributesOf(node, 'image');
  const src = imageId === null ? null : context.imageAddress(imageId);
  // Ghost makes a blank of a line break in a caption.
  if (src === null || ![alt, credit, plainLine(node)].every(isLine) || `${credit}${plainLine(node)}`.includes('\n')) return null;
  const lines = captionOf(node);
  if (lines === null) return null;
  return el('figure', { className: `kg-card kg-image-card${lines.length > 0 ? ' kg-card-hascaption' : ''}` }, [
    el('img', { className: 'kg-image', src, alt: decorative ? '' : alt }),
    ...(lines.length > 0 ? [el('figcaption', {}, lines)] : []),
  ]);
}

/** Caption and credit. The card keeps nothing of the figure but these: what readers do not see travels on the first of them; null where there is none to carry it. */
function captionOf(node: BodyJson): ElementContent[] | null {
  const { blockId: _id, imageId: _imageId, alt, credit, role, ...rest } = attributesOf(node, 'image');
  const attrs = hidden({ ...rest, role: role === 'inline' ? '' : role, alt: rest.decorative ? alt : '' })?.replace(blanks, (blank) => `\\u${blank.charCodeAt(0).toString(16).padStart(4, '0')}`);
  const words = node.content ? [el('span', { dataGalleyPart: 'caption', dataGalleyAttrs: attrs }, inlineToHast(node.content))] : [];
  const credited = part('span', 'credit', credit, words.length > 0 ? {} : { dataGalleyAttrs: attrs });
  const between = words.length > 0 && credited.length > 0 ? [textNode(' ')] : [];
  return attrs !== undefined && words.length + credited.length === 0 ? null : [...words, ...between, ...credited];
}
