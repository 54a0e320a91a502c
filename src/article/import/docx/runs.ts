import type { ElementContent } from 'hast';
import type { Element, ElementContent as XmlNode } from 'xast';
import { el, textNode } from '../../export/html/elements.ts';
import { childXml, findXml, xmlAttribute, xmlContent } from '../xml-html.ts';
import type { DocxParts } from './parts.ts';

/** What a paragraph holds: inline content, pictures that stand in it, and what the document hides. */
export interface Inline {
  readonly content: ElementContent[];
  readonly pictures: { readonly address: string; readonly alt: string }[];
  readonly removed: string[];
}

const isOn = (element: Element | null): boolean => element !== null && !['0', 'false', 'off', 'none'].includes(xmlAttribute(element, 'w:val'));

/** Marks of a run, from the inside out. */
const marks: readonly (readonly [tag: string, isSet: (properties: Element, style: string) => boolean])[] = [
  ['code', (_properties, style) => style === 'code text' || style === 'html code'],
  ['sub', (properties) => xmlAttribute(childXml(properties, 'vertAlign'), 'w:val') === 'subscript'],
  ['sup', (properties) => xmlAttribute(childXml(properties, 'vertAlign'), 'w:val') === 'superscript'],
  ['s', (properties) => isOn(childXml(properties, 'strike')) || isOn(childXml(properties, 'dstrike'))],
  ['em', (properties, style) => isOn(childXml(properties, 'i')) || style === 'emphasis'],
  ['strong', (properties, style) => isOn(childXml(properties, 'b')) || style === 'strong'],
];

/** The inline content of a paragraph. Tracked insertions are text, deletions and hidden text are told and left out. */
export function inlineOf(paragraph: Element, parts: DocxParts): Inline {
  const inline: Inline = { content: [], pictures: [], removed: [] };
  inline.content.push(...paragraph.children.flatMap((child) => pieces(child, parts, inline)));
  return inline;
}

function pieces(node: XmlNode, parts: DocxParts, inline: Inline): ElementContent[] {
  if (node.type !== 'element') return [];
  const inside = (): ElementContent[] => node.children.flatMap((child) => pieces(child, parts, inline));
  switch (node.name) {
    case 'w:r':
      return runOf(node, parts, inline);
    case 'w:hyperlink': {
      const address = parts.target(xmlAttribute(node, 'r:id'));
      return address === '' ? inside() : [el('a', { href: address }, inside())];
    }
    case 'w:del':
    case 'w:moveFrom':
      inline.removed.push(xmlContent(node));
      return [];
    case 'w:ins': case 'w:moveTo': case 'w:smartTag': case 'w:fldSimple': case 'w:sdt': case 'w:sdtContent': case 'w:customXml':
      return inside();
    default:
      return [];
  }
}

/** Character styles of ours that say what a run is. */
const named: ReadonlySet<string> = new Set(['dateline', 'credit', 'name', 'provider', 'embed title']);

function runOf(run: Element, parts: DocxParts, inline: Inline): ElementContent[] {
  const properties = childXml(run, 'rPr');
  if (properties && isOn(childXml(properties, 'vanish'))) {
    inline.removed.push(xmlContent(run));
    return [];
  }
  const style = properties ? parts.styleName(xmlAttribute(childXml(properties, 'rStyle'), 'w:val')) : '';
  const content = run.children.flatMap((child) => (child.type === 'element' ? contentOf(child, inline) : []));
  if (content.length === 0) return [];
  if (named.has(style)) return [el('span', { dataDocx: style }, content)];
  const marked = properties ? marks.reduce<ElementContent[]>((inner, [tag, isSet]) => (isSet(properties, style) ? [el(tag, {}, inner)] : inner), content) : content;
  return marked;
}

function contentOf(node: Element, inline: Inline): ElementContent[] {
  switch (node.name) {
    case 'w:t':
      return [textNode(xmlContent(node))];
    case 'w:tab':
      return [textNode('\t')];
    case 'w:br':
    case 'w:cr':
      return xmlAttribute(node, 'w:type') === 'page' ? [] : [el('br')];
    case 'w:noBreakHyphen':
      return [textNode('\u2011')];
    case 'w:softHyphen':
      return [textNode('\u00ad')];
    case 'w:footnoteReference':
      return [textNode(`[${xmlAttribute(node, 'w:id')}]`)];
    case 'w:drawing': {
      const blip = findXml(node, 'blip');
      const drawn = findXml(node, 'docPr');
      if (blip) inline.pictures.push({ address: xmlAttribute(blip, 'r:embed'), alt: xmlAttribute(drawn, 'descr') });
      return [];
    }
    default:
      return [];
  }
}
