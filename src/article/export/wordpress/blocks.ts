import type { ElementContent } from 'hast';
import type { BodyBlockName } from '../../blocks/index.ts';
import type { BodyJson } from '../../body.ts';
import { blockToHast } from '../html/blocks.ts';
import { attributesOf, el, hidden, type HtmlContext, lined, part, textNode } from '../html/elements.ts';
import { inlineToHast } from '../html/inline.ts';
import { block, innerHtml, isFragile, looksEncoded, ownElement } from './markup.ts';

/** `null`: WordPress has no block that holds it whole, so it is the HTML of `html-fragment` in an HTML block. */
type Renderer = (node: BodyJson, context: HtmlContext) => string | null;


/** One line a block: a new block does not compile until it says what it is in WordPress. Forms are those of 6.1, which later ones read as well. */
const renderers: { readonly [Name in BodyBlockName]: Renderer } = {
  paragraph: (node) => {
    const { dir } = attributesOf(node, 'paragraph');
    return block('paragraph', dir === null ? {} : { direction: dir }, `<p${dir === null ? '' : ` dir="${dir}"`}>${passage(node)}</p>`);
  },
  subhead: (node) => {
    const { level, dir } = attributesOf(node, 'subhead');
    return dir === null ? block('heading', level === 2 ? {} : { level }, `<h${level}>${passage(node)}</h${level}>`) : null;
  },
  bulletList: (node) => list(node, {}, '<ul>', '</ul>'),
  orderedList: (node) => {
    const { start } = attributesOf(node, 'orderedList');
    if (start < 1) return null;
    return start === 1 ? list(node, { ordered: true }, '<ol>', '</ol>') : list(node, { ordered: true, start }, `<ol start="${start}">`, '</ol>');
  },
  quote: (node, context) => {
    const inner = (node.content ?? []).map((child) => renderers.paragraph(child, context)).join('\n\n');
    return block('quote', {}, `<blockquote class="wp-block-quote">${inner}${cite(attributesOf(node, 'quote').attribution)}</blockquote>`);
  },
  pullQuote: (node) => block('pullquote', {}, `<figure class="wp-block-pullquote"><blockquote><p>${inline(node)}</p>${cite(attributesOf(node, 'pullQuote').attribution)}</blockquote></figure>`),
  image,
  gallery: (node, context) => {
    const images = (node.content ?? []).map((child) => image(child, context));
    if (images.includes(null)) return null;
    return block('gallery', { linkTo: 'none' }, `<figure class="wp-block-gallery has-nested-images columns-default is-cropped">${images.join('\n\n')}</figure>`);
  },
  adSlot: () => null,
  embed,
  table,
  factBox: (node, context) => {
    const { title } = attributesOf(node, 'factBox');
    const head = title === '' ? [] : [block('paragraph', { className: 'fact-box-title' }, `<p class="fact-box-title">${innerHtml(guarded(lined(title)))}</p>`)];
    const inner = [...head, ...(node.content ?? []).map((child) => blockToWordPress(child, context))];
    return block('group', { className: 'fact-box' }, `<div class="wp-block-group fact-box">${inner.join('\n\n')}</div>`);
  },
  divider: () => block('separator', {}, ownElement('hr', { className: 'wp-block-separator has-alpha-channel-opacity' })),
  preformatted: (node) => {
    const { language } = attributesOf(node, 'preformatted');
    if (!/^[\w+-]*$/.test(language)) return null;
    const className = language === '' ? '' : `language-${language}`;
    const code = innerHtml([textNode((node.content ?? []).map((child) => child.text ?? '').join(''))]);
    // As the block itself escapes its code: no shortcode, no address of its own line.
    const escaped = code.replaceAll('[', '&#91;').replace(/^(\s*https?:)\/\/([^\s<>"]+\s*)$/m, '$1&#47;&#47;$2');
    return block('code', className === '' ? {} : { className }, `<pre class="wp-block-code${className === '' ? '' : ` ${className}`}"><code>${escaped}</code></pre>`);
  },
};
const isRendered = (name: string): name is keyof typeof renderers => Object.hasOwn(renderers, name);

/** One block of the body as block markup. */
export function blockToWordPress(node: BodyJson, context: HtmlContext): string {
  if (!isRendered(node.type)) throw new RangeError(`no WordPress block for “${node.type}”`);
  return renderers[node.type](node, context) ?? htmlBlock(blockToHast(node, { ...context, inlineStyles: false }));
}

/** Any HTML, kept byte for byte by every role. */
export const htmlBlock = (nodes: readonly ElementContent[]): string => block('html', {}, innerHtml(guarded(nodes)));

/** Inline content as the editor's rich text holds it. */
export const inline = (node: BodyJson): string => innerHtml(guarded(inlineToHast(node.content)));

/** Inline content with the passage's language, for which WordPress's own blocks have no attribute. */
function passage(node: BodyJson): string {
  const { lang } = attributesOf(node, 'paragraph');
  const content = guarded(inlineToHast(node.content));
  return innerHtml(lang === null ? content : [el('span', { lang, dataGalleyPart: 'passage' }, content)]);
}

/** Words in brackets that every public page of WordPress would run as its own: an empty element keeps them apart. */
const shortcode = /\[(?=\/?(?:gallery|caption|wp_caption|embed|audio|video|playlist)\b)/;

export function guarded(nodes: readonly ElementContent[]): ElementContent[] {
  return nodes.flatMap((node): ElementContent[] => {
    if (node.type === 'element') return [{ ...node, children: guarded(node.children) }];
    if (node.type !== 'text' || !shortcode.test(node.value)) return [node];
    return node.value.split(new RegExp(shortcode, 'g')).flatMap((piece, index) => (index === 0 ? [textNode(piece)] : [textNode('['), el('span'), textNode(piece)]));
  });
}

const cite = (attribution: string): string => (attribution === '' ? '' : `<cite>${innerHtml(guarded(lined(attribution)))}</cite>`);
const caption = (nodes: readonly ElementContent[]): string => (nodes.length === 0 ? '' : `<figcaption class="wp-element-caption">${innerHtml(guarded(nodes))}</figcaption>`);

/** An item holds one line of text and lists below it; more is HTML. */
function list(node: BodyJson, attrs: Readonly<Record<string, unknown>>, open: string, close: string): string | null {
  const items = (node.content ?? []).map((item) => {
    const [first, ...rest] = item.content ?? [];
    if (!first || rest.some(({ type }) => type === 'paragraph')) return null;
    const { lang, dir } = attributesOf(first, 'paragraph');
    const lists = rest.map((child) => (child.type === 'bulletList' || child.type === 'orderedList' ? renderers[child.type](child, { imageAddress: () => null, language: '' }) : null));
    if (lang !== null || dir !== null || lists.includes(null)) return null;
    return block('list-item', {}, `<li>${inline(first)}${lists.join('\n\n')}</li>`);
  });
  return items.includes(null) ? null : block('list', attrs, `${open}${items.join('\n\n')}${close}`);
}

function image(node: BodyJson, context: HtmlContext): string | null {
  const { blockId: _id, imageId, alt, credit, role, ...rest } = attributesOf(node, 'image');
  const src = imageId === null ? null : context.imageAddress(imageId);
  if (src === null || looksEncoded(alt) || looksEncoded(src) || isFragile(alt)) return null;
  const attrs = hidden({ ...rest, role: role === 'inline' ? '' : role, alt: rest.decorative ? alt : '' });
  const words = node.content ? [el('span', { dataGalleyPart: 'caption' }, inlineToHast(node.content))] : [];
  const credited = part('span', 'credit', credit, { className: 'credit' });
  const facts = attrs === null ? [] : [el('span', { dataGalleyAttrs: attrs })];
  const between = words.length > 0 && credited.length > 0 ? [textNode(' ')] : [];
  const picture = ownElement('img', { src, alt: rest.decorative ? '' : alt });
  return block('image', { sizeSlug: 'large', linkDestination: 'none' }, `<figure class="wp-block-image size-large">${picture}${caption([...words, ...between, ...credited, ...facts])}</figure>`);
}

/** Only an address without `&`: in a block's attributes it would not outlive the filter for authors. */
function embed(node: BodyJson): string | null {
  const { url, provider, title, fallback } = attributesOf(node, 'embed');
  if (!/^https?:\/\/[^\s&<>"'\\-]+$/.test(url)) return null;
  const words = [...part('span', 'title', title), ...part('span', 'provider', provider), ...part('span', 'fallback', fallback)];
  const spaced = words.flatMap((word, index) => (index > 0 ? [textNode(' '), word] : [word]));
  return block('embed', { url }, `<figure class="wp-block-embed"><div class="wp-block-embed__wrapper">\n${url}\n</div>${caption(spaced)}</figure>`);
}

/** Rows of head cells at the top are the head; spans, languages and more than one paragraph a cell are HTML. */
function table(node: BodyJson): string | null {
  const rows = node.content ?? [];
  const heads = rows.findIndex((row) => (row.content ?? []).some(({ type }) => type !== 'tableHeader'));
  const split = heads === -1 ? rows.length : heads;
  const written = rows.map((row) => (row.content ?? []).map(cell));
  if (split > 1 || split === rows.length || written.flat().includes(null)) return null;
  const section = (name: 'thead' | 'tbody', from: readonly (string | null)[][]): string => (from.length === 0 ? '' : `<${name}>${from.map((cells) => `<tr>${cells.join('')}</tr>`).join('')}</${name}>`);
  return block('table', {}, `<figure class="wp-block-table"><table>${section('thead', written.slice(0, split))}${section('tbody', written.slice(split))}</table>${caption(lined(attributesOf(node, 'table').caption))}</figure>`);
}

function cell(node: BodyJson): string | null {
  const { colspan, rowspan, align } = attributesOf(node, 'tableCell');
  const [only, ...more] = node.content ?? [];
  if (!only || more.length > 0 || colspan !== 1 || rowspan !== 1) return null;
  const { lang, dir } = attributesOf(only, 'paragraph');
  if (lang !== null || dir !== null) return null;
  const tag = node.type === 'tableHeader' ? 'th' : 'td';
  const aligned = align === null ? '' : ` class="has-text-align-${align}" data-align="${align}"`;
  return `<${tag}${aligned}>${inline(only)}</${tag}>`;
}
