import type { Element } from 'xast';
import { say } from '../../../language/index.ts';
import { safeAddress } from '../../address.ts';
import type { BodyBlockName } from '../../blocks/index.ts';
import type { BodyJson } from '../../body.ts';
import { xml, xmlLanguage } from '../agency/xml.ts';
import { attributesOf } from '../html/elements.ts';
import { isRightToLeft } from '../html/metadata.ts';
import { inlineRuns, type Relate } from './inline.ts';
import { drawing, paragraph, run, styledRun } from './parts.ts';
import { startBar } from './styles.ts';
import { tableToDocx } from './table.ts';

/** What the blocks of one document share: relations, lists and pictures are numbered through it. */
export interface DocxState {
  readonly relate: Relate;
  /** The relation of a picture Word shows, with its size; null where there is none. */
  readonly picture: (imageId: string) => { readonly relation: string; readonly name: string; readonly width: number; readonly height: number } | null;
  /** A list's number in the numbering part. */
  readonly newList: (kind: 'bullet' | 'ordered', start: number) => number;
  readonly nextDrawing: () => number;
  readonly language: string;
}
type Renderer = (node: BodyJson, state: DocxState) => Element[];

/** One line a block: a new block does not compile until it says what it is in Word. */
const renderers: { readonly [Name in BodyBlockName]: Renderer } = {
  paragraph: (node, state) => [passage('', node, state)],
  subhead: (node, state) => [passage(`Heading${attributesOf(node, 'subhead').level}`, node, state)],
  bulletList: (node, state) => listToDocx(node, state, 0),
  orderedList: (node, state) => listToDocx(node, state, 0),
  quote: (node, state) => [...(node.content ?? []).map((child) => passage('Quote', child, state, bar(child, state))), ...source(attributesOf(node, 'quote').attribution)],
  pullQuote: (node, state) => [paragraph('IntenseQuote', inlineRuns(node.content, state.relate)), ...source(attributesOf(node, 'pullQuote').attribution)],
  image: imageToDocx,
  gallery: (node, state) => (node.content ?? []).flatMap((child) => imageToDocx(child, state)),
  adSlot: (node, { language }) => [paragraph('AdSlot', [run(`[${attributesOf(node, 'adSlot').label || say('formats.advertisement', undefined, language || 'en')}]`)])],
  embed: embedToDocx,
  table: (node, state) => {
    const { caption } = attributesOf(node, 'table');
    return [...(caption === '' ? [] : [paragraph('TableTitle', [run(caption)])]), tableToDocx(node, state, passage), paragraph('', [])];
  },
  factBox: (node, state) => {
    const { title } = attributesOf(node, 'factBox');
    const inner = [...(title === '' ? [] : [paragraph('FactBoxTitle', [run(title)])]), ...blocksToDocx(node.content ?? [], state)];
    const properties = xml('w:tcPr', {}, [xml('w:tcW', { 'w:w': 0, 'w:type': 'auto' }), xml('w:shd', { 'w:val': 'clear', 'w:color': 'auto', 'w:fill': 'F4F2EC' })]);
    // A cell ends with a paragraph, whatever stands in it.
    const last = inner.at(-1)?.name === 'w:p' ? [] : [paragraph('', [])];
    const table = xml('w:tbl', {}, [xml('w:tblPr', {}, [xml('w:tblStyle', { 'w:val': 'FactBox' }), xml('w:tblW', { 'w:w': 5000, 'w:type': 'pct' })]), xml('w:tblGrid', {}, [xml('w:gridCol', { 'w:w': 9026 })]), xml('w:tr', {}, [xml('w:tc', {}, [properties, ...inner, ...last])])]);
    return [table, paragraph('', [])];
  },
  divider: () => [paragraph('Divider', [])],
  preformatted: (node) => [paragraph('Code', [run((node.content ?? []).map((child) => child.text ?? '').join(''))])],
};
const isRendered = (name: string): name is BodyBlockName => Object.hasOwn(renderers, name);

/** One block of the body as paragraphs and tables. */
export function blockToDocx(node: BodyJson, state: DocxState): Element[] {
  if (!isRendered(node.type)) throw new RangeError(`no Word paragraph for “${node.type}”`);
  return renderers[node.type](node, state);
}

/** Blocks in order. */
export const blocksToDocx = (nodes: readonly BodyJson[], state: DocxState): Element[] => nodes.flatMap((node, index) => [...blockToDocx(node, state), ...parting(node, nodes[index + 1])]);

/** Two quotations one after the other are one in Word: an empty line parts those that no source does. */
export function parting(node: BodyJson, next: BodyJson | undefined): Element[] {
  const isOpen = node.type === 'quote' && next?.type === 'quote' && attributesOf(node, 'quote').attribution === '';
  return isOpen ? [paragraph('', [])] : [];
}

/** A paragraph in its language and direction. */
export function passage(style: string, node: BodyJson, state: DocxState, more: readonly Element[] = []): Element {
  const { lang, dir } = attributesOf(node, 'paragraph');
  const language = xmlLanguage(lang ?? '');
  const base = [...directed('w:rtl', dir), ...(language === '' ? [] : [xml('w:lang', { 'w:val': language, 'w:bidi': language, 'w:eastAsia': language })])];
  const properties = [...more, ...directed('w:bidi', dir)].toSorted((a, b) => schemaOrder.indexOf(a.name) - schemaOrder.indexOf(b.name));
  return paragraph(style, inlineRuns(node.content, state.relate, base), properties);
}

/** The order Word's schema wants the properties of a paragraph in. */
const schemaOrder = ['w:numPr', 'w:pBdr', 'w:bidi', 'w:ind', 'w:jc'];

/** A direction of its own; left to right has to be said too, since the document may run the other way. */
const directed = (name: 'w:rtl' | 'w:bidi', dir: string | null): Element[] => (dir === null ? [] : [xml(name, { 'w:val': dir === 'rtl' ? null : 0 })]);

/** A quotation that runs against its document has its bar on the other side than the style says. */
function bar(node: BodyJson, { language }: DocxState): Element[] {
  const { dir } = attributesOf(node, 'paragraph');
  const isTurned = dir === 'rtl';
  return dir === null || isTurned === isRightToLeft(language) ? [] : [startBar(isTurned)];
}

const source = (attribution: string): Element[] => (attribution === '' ? [] : [paragraph('QuoteSource', [run(`— ${attribution}`)])]);

/** The most levels of a list Word has; deeper items stand on the last. */
export const mostLevels = 9;

/** Items by number and level. */
function listToDocx(node: BodyJson, state: DocxState, level: number): Element[] {
  const number = node.type === 'bulletList' ? state.newList('bullet', 1) : state.newList('ordered', attributesOf(node, 'orderedList').start);
  const shown = Math.min(level, mostLevels - 1);
  const numbered = xml('w:numPr', {}, [xml('w:ilvl', { 'w:val': shown }), xml('w:numId', { 'w:val': number })]);
  return (node.content ?? []).flatMap((item) =>
    (item.content ?? []).flatMap((child, index) => {
      if (child.type !== 'paragraph') return listToDocx(child, state, level + 1);
      return [passage('ListParagraph', child, state, index === 0 ? [numbered] : [xml('w:ind', { 'w:left': 720 * (shown + 1) })])];
    }),
  );
}

function imageToDocx(node: BodyJson, state: DocxState): Element[] {
  const { imageId, alt, credit, decorative } = attributesOf(node, 'image');
  const picture = imageId === null ? null : state.picture(imageId);
  const shown = picture ? [paragraph('Picture', [drawing({ ...picture, number: state.nextDrawing(), alt: decorative ? '' : alt })])] : [];
  const words = inlineRuns(node.content, state.relate);
  const credited = credit === '' ? [] : [...(words.length > 0 ? [run(' ')] : []), styledRun('Credit', credit)];
  const lines = [...words, ...credited];
  return [...shown, ...(lines.length > 0 || shown.length === 0 ? [paragraph('Caption', lines.length > 0 ? lines : [run(alt)])] : [])];
}

function embedToDocx(node: BodyJson, { relate, language }: DocxState): Element[] {
  const { url, provider, title, fallback } = attributesOf(node, 'embed');
  const address = safeAddress(url);
  const words = title === '' ? run(url || say('formats.embedded', undefined, language || 'en'), address === null ? [] : [xml('w:rStyle', { 'w:val': 'Hyperlink' })]) : styledRun('EmbedTitle', title);
  const linked = address === null ? words : xml('w:hyperlink', { 'r:id': relate(address) }, [words]);
  return [paragraph('Embed', [linked, ...(provider === '' ? [] : [run(' '), styledRun('Source', provider)])]), ...(fallback === '' ? [] : [paragraph('Embed', [run(fallback)])])];
}
