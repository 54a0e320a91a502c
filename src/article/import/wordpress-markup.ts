import type { Element, ElementContent } from 'hast';
import { el } from '../export/html/elements.ts';
import { attribute, byTag, classes, findElement, isElement, rawText, without } from './html/read.ts';

type Rewrite = (element: Element) => Element;

/** The blocks of WordPress and the cards of Ghost as Galley's own markup, by the class these give them; anything else is as it stands. */
const rewrites: Readonly<Record<string, Rewrite>> = {
  'wp-block-image': (figure) => {
    const facts = findElement(figure, (element) => element.tagName === 'span' && attribute(element, 'dataGalleyAttrs') !== '');
    return { ...marked(facts ? without(figure, (node) => node === facts) : figure, 'image'), properties: { dataGalleyBlock: 'image', dataGalleyAttrs: facts ? attribute(facts, 'dataGalleyAttrs') : null } };
  },
  // Ghost's card: what readers do not see stands on the first words of the caption.
  'kg-image-card': (figure) => {
    const carrier = findElement(figure, (element) => element.tagName === 'span' && attribute(element, 'dataGalleyAttrs') !== '');
    return { ...marked(figure, 'image'), properties: { dataGalleyBlock: 'image', dataGalleyAttrs: carrier ? attribute(carrier, 'dataGalleyAttrs') : null } };
  },
  'wp-block-gallery': (figure) => ({ ...marked(figure, 'gallery'), tagName: 'div', children: figure.children.map(ownMarkup) }),
  'wp-block-quote': (quote) => ({ ...marked(quote, 'quote'), children: withFooter(quote.children) }),
  'wp-block-pullquote': (figure) => {
    const quote = findElement(figure, byTag('blockquote')) ?? figure;
    return el('aside', { dataGalleyBlock: 'pullQuote' }, withFooter(quote.children).map((child) => (isElement(child) && child.tagName === 'p' ? { ...child, properties: { dataGalleyPart: 'text' } } : child)));
  },
  'wp-block-table': (figure) => {
    const table = findElement(figure, byTag('table'));
    const caption = figure.children.find((child) => isElement(child) && child.tagName === 'figcaption');
    if (!table) return figure;
    const named = isElement(caption) ? [el('caption', { dataGalleyPart: 'caption' }, caption.children)] : [];
    return { ...aligned(table), properties: { dataGalleyBlock: 'table' }, children: [...named, ...aligned(table).children] };
  },
  'fact-box': (box) =>
    el('aside', { dataGalleyBlock: 'factBox' }, box.children.map((child) => (isElement(child) && classes(child).includes('fact-box-title') ? { ...child, properties: { dataGalleyPart: 'title' } } : ownMarkup(child)))),
  'wp-block-code': (pre) => {
    const language = classes(pre).find((name) => name.startsWith('language-'));
    const written = attribute(pre, 'className').split(/\s+/).find((name) => name.toLowerCase() === language) ?? null;
    return { ...marked(pre, 'preformatted'), children: pre.children.map((child) => (isElement(child) && child.tagName === 'code' ? el('code', { className: written }, child.children) : child)) };
  },
  'wp-block-embed': (figure) => {
    const wrapper = findElement(figure, byTag('div'));
    const url = wrapper ? rawText(wrapper).trim() : '';
    const caption = findElement(figure, byTag('figcaption'));
    return el('figure', { dataGalleyBlock: 'embed' }, [el('p', {}, [el('a', { href: url })]), ...(caption ? caption.children : [])]);
  },
  standfirst: (paragraph) => el('p', { dataGalleyBlock: 'standfirst' }, paragraph.children),
};

const marked = (element: Element, name: string): Element => ({ ...element, properties: { dataGalleyBlock: name } });

/** One of a post's elements as Galley's markup, with all it holds. */
export function ownMarkup(node: ElementContent): ElementContent {
  if (!isElement(node)) return node;
  const name = classes(node).find((known) => Object.hasOwn(rewrites, known) && known !== 'wp-block-group');
  const rewrite = attribute(node, 'dataGalleyBlock') === '' && name !== undefined ? rewrites[name] : undefined;
  return rewrite ? rewrite(node) : passage(node);
}

/** The one span of a paragraph or subhead, after a dateline perhaps, that says the language of all of it. */
function passage(element: Element): Element {
  const [first, ...rest] = element.children;
  const dated = isElement(first) && attribute(first, 'dataGalleyPart') === 'dateline' ? [first] : [];
  const [only, ...more] = dated.length > 0 ? rest : element.children;
  if (!isElement(only) || more.length > 0 || attribute(only, 'dataGalleyPart') !== 'passage') return element;
  return { ...element, properties: { ...element.properties, lang: attribute(only, 'lang') }, children: [...dated, ...only.children] };
}

/** WordPress names who is quoted in a bare <cite>. */
function withFooter(nodes: readonly ElementContent[]): ElementContent[] {
  return nodes.map((node) => (isElement(node) && node.tagName === 'cite' ? el('footer', {}, [el('cite', { dataGalleyPart: 'attribution' }, node.children)]) : ownMarkup(node)));
}

/** Cells say their alignment in our own attribute. */
function aligned(element: Element): Element {
  const align = attribute(element, 'dataAlign');
  return { ...element, properties: align === '' ? element.properties : { ...element.properties, dataGalleyAlign: align }, children: element.children.map((child) => (isElement(child) ? aligned(child) : child)) };
}
