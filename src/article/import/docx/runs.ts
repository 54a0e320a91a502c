import type { ElementContent } from 'hast';
import type { Element, ElementContent as XmlNode } from 'xast';
import { el, textNode } from '../../export/html/elements.ts';
import { allXml, childXml, findXml, xmlAttribute, xmlContent } from '../xml-html.ts';
import type { DocxParts } from './parts.ts';

/** What a paragraph holds: inline content, pictures that stand in it, and what the document hides. */
export interface Inline {
  readonly content: ElementContent[];
  readonly pictures: { readonly address: string; readonly alt: string }[];
  readonly removed: string[];
  /** Boxes of text that are fixed to the paragraph; they stand after it. */
  readonly boxes: Element[];
}

/** A paragraph while it is read, and the fields that are open in it. */
interface Reading extends Inline {
  readonly fields: Field[];
}

/** A field Word fills in: its code, then what it shows. */
interface Field {
  code: string;
  isShown: boolean;
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
  const inline: Reading = { content: [], pictures: [], removed: [], boxes: [], fields: [] };
  inline.content.push(...withoutEdges(paragraph.children.flatMap((child) => pieces(child, parts, inline))));
  return inline;
}

const isPageBreak = (node: ElementContent | undefined): boolean => node?.type === 'element' && node.properties['dataDocx'] === 'page';

/** The end of a page parts lines within a paragraph; at its edges it parts nothing. */
function withoutEdges(content: readonly ElementContent[]): readonly ElementContent[] {
  const first = content.findIndex((node) => !isPageBreak(node));
  return first < 0 ? [] : content.slice(first, content.findLastIndex((node) => !isPageBreak(node)) + 1);
}

/** The address a field's code links to; '' where it links nowhere, or within the document. */
const linkOf = (code: string): string => /^\s*HYPERLINK\s+"([^"]+)"/i.exec(code)?.[1] ?? '';

/** Elements that only hold a part of the line. */
const holders: ReadonlySet<string> = new Set(['w:ins', 'w:moveTo', 'w:smartTag', 'w:sdt', 'w:sdtContent', 'w:customXml']);

function pieces(node: XmlNode, parts: DocxParts, inline: Reading): ElementContent[] {
  if (node.type !== 'element') return [];
  const inside = (): ElementContent[] => node.children.flatMap((child) => pieces(child, parts, inline));
  const linked = (address: string): ElementContent[] => (address === '' ? inside() : [el('a', { href: address }, inside())]);
  if (holders.has(node.name)) return inside();
  switch (node.name) {
    case 'w:r':
      return runOf(node, parts, inline);
    case 'w:hyperlink':
      return linked(parts.target(xmlAttribute(node, 'r:id')));
    case 'w:fldSimple':
      return linked(linkOf(xmlAttribute(node, 'w:instr')));
    case 'w:del':
    case 'w:moveFrom':
      inline.removed.push(xmlContent(node));
      return [];
    case 'm:oMath':
    case 'm:oMathPara':
      return [textNode(allXml(node, 't').map(xmlContent).join(''))];
    default:
      return [];
  }
}

/** Character styles of ours that say what a run is. */
const named: ReadonlySet<string> = new Set(['dateline', 'credit', 'name', 'provider', 'embed title']);

function runOf(run: Element, parts: DocxParts, inline: Reading): ElementContent[] {
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
  const address = linkOf(inline.fields.findLast(({ isShown, code }) => isShown && linkOf(code) !== '')?.code ?? '');
  return address === '' ? marked : [el('a', { href: address }, marked)];
}

/** Begins a field, ends its code, or ends it. */
function takeFieldSign(kind: string, { fields }: Reading): void {
  const field = fields.at(-1);
  if (kind === 'begin') fields.push({ code: '', isShown: false });
  else if (kind === 'separate' && field) field.isShown = true;
  else if (kind === 'end') fields.pop();
}

/** A drawing's picture and the text in its boxes; older programs write both as `w:pict`. */
function takeDrawing(node: Element, inline: Reading): void {
  const blip = findXml(node, 'blip');
  const older = findXml(node, 'imagedata');
  if (blip) inline.pictures.push({ address: xmlAttribute(blip, 'r:embed'), alt: xmlAttribute(findXml(node, 'docPr'), 'descr') });
  else if (older) inline.pictures.push({ address: xmlAttribute(older, 'r:id'), alt: xmlAttribute(older, 'o:title') });
  inline.boxes.push(...allXml(node, 'txbxContent'));
}

/** What a newer program shows, else what is there for others: the same thing twice. */
function eitherOf(node: Element, inline: Reading): ElementContent[] {
  const [before, pictures] = [inline.boxes.length, inline.pictures.length];
  for (const name of ['Choice', 'Fallback']) {
    const content = (childXml(node, name)?.children ?? []).flatMap((child) => (child.type === 'element' ? contentOf(child, inline) : []));
    if (content.length > 0 || inline.boxes.length > before || inline.pictures.length > pictures) return content;
  }
  return [];
}

/** Elements that are one character. */
const characters: Readonly<Record<string, string>> = { 'w:tab': '\t', 'w:ptab': '\t', 'w:noBreakHyphen': '\u2011', 'w:softHyphen': '\u00ad' };
/** What stands before the number of a note in the text. */
const noteSigns: Readonly<Record<string, string>> = { 'w:footnoteReference': '', 'w:endnoteReference': 'e' };
const drawings: ReadonlySet<string> = new Set(['w:drawing', 'w:pict', 'w:object']);

function contentOf(node: Element, inline: Reading): ElementContent[] {
  const character = characters[node.name];
  if (character !== undefined) return [textNode(character)];
  const noteSign = noteSigns[node.name];
  if (noteSign !== undefined) return [textNode(`[${noteSign}${xmlAttribute(node, 'w:id')}]`)];
  if (drawings.has(node.name)) takeDrawing(node, inline);
  switch (node.name) {
    case 'w:t':
      return [textNode(xmlContent(node))];
    case 'w:br':
    case 'w:cr':
      return [el('br', { dataDocx: /^(?:page|column)$/.test(xmlAttribute(node, 'w:type')) ? 'page' : null })];
    case 'w:fldChar':
      takeFieldSign(xmlAttribute(node, 'w:fldCharType'), inline);
      return [];
    case 'w:instrText': {
      const field = inline.fields.at(-1);
      if (field) field.code += xmlContent(node);
      return [];
    }
    case 'mc:AlternateContent':
      return eitherOf(node, inline);
    case 'w:sym':
      // A sign of a font of signs is no character anybody else knows.
      inline.removed.push(`${xmlAttribute(node, 'w:font')} ${xmlAttribute(node, 'w:char')}`);
      return [];
    default:
      return [];
  }
}
