import type { Element } from 'xast';
import { xml } from '../agency/xml.ts';
import { isRightToLeft } from '../html/metadata.ts';
import { namespaces } from './parts.ts';

interface Look {
  readonly name: string;
  readonly half?: number;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly color?: string;
  readonly before?: number;
  readonly after?: number;
  readonly indent?: number;
  readonly level?: number;
  readonly font?: string;
  readonly shade?: string;
  /** A line below, or a bar where lines of text begin. */
  readonly rule?: 'bottom' | 'start';
  readonly keepNext?: boolean;
}

/** Paragraph styles by id; names are Word's own where it has one, so that templates and outlines know them. */
const paragraphs: Readonly<Record<string, Look>> = {
  Title: { name: 'Title', half: 52, bold: true, after: 160, keepNext: true },
  Subtitle: { name: 'Subtitle', half: 28, color: '5D5C58', after: 200 },
  Byline: { name: 'Byline', half: 20, color: '5D5C58', after: 40 },
  Heading2: { name: 'heading 2', half: 32, bold: true, before: 320, after: 100, level: 1, keepNext: true },
  Heading3: { name: 'heading 3', half: 28, bold: true, before: 280, after: 80, level: 2, keepNext: true },
  Heading4: { name: 'heading 4', half: 24, bold: true, before: 240, after: 80, level: 3, keepNext: true },
  Quote: { name: 'Quote', indent: 567, italic: true, rule: 'start' },
  QuoteSource: { name: 'Quote Source', indent: 567, half: 20, color: '5D5C58' },
  IntenseQuote: { name: 'Intense Quote', half: 32, before: 240, after: 120 },
  ListParagraph: { name: 'List Paragraph', after: 80 },
  Picture: { name: 'Picture', before: 200, after: 80, keepNext: true },
  Caption: { name: 'caption', half: 20, color: '5D5C58', after: 240 },
  AdSlot: { name: 'Ad Slot', half: 18, color: '8A8880', before: 200, after: 200 },
  Embed: { name: 'Embed', shade: 'F4F2EC' },
  FactBoxTitle: { name: 'Fact Box Title', bold: true, after: 80, keepNext: true },
  TableTitle: { name: 'Table Title', bold: true, before: 200, after: 80, keepNext: true },
  Divider: { name: 'Divider', rule: 'bottom', after: 240 },
  Code: { name: 'Code', font: 'Courier New', half: 20, shade: 'F4F2EC' },
  Correction: { name: 'Correction', half: 20, before: 120 },
  ClosingCredits: { name: 'Closing Credits', half: 20, color: '5D5C58', before: 240 },
};

const characters: Readonly<Record<string, Look>> = {
  Credit: { name: 'Credit', italic: true },
  Dateline: { name: 'Dateline', bold: true },
  Name: { name: 'Name', bold: true },
  Source: { name: 'Provider', color: '5D5C58' },
  CodeText: { name: 'Code Text', font: 'Courier New' },
  EmbedTitle: { name: 'Embed Title', color: '0B4F8A' },
  Hyperlink: { name: 'Hyperlink', color: '0B4F8A' },
};

/** Everything a document looks like; system fonts, nothing embedded. It runs as its language does. */
export function stylesPart(language: string): Element {
  const turned = isRightToLeft(language);
  const base = xml('w:docDefaults', {}, [
    xml('w:rPrDefault', {}, [xml('w:rPr', {}, [xml('w:rFonts', { 'w:ascii': 'Georgia', 'w:hAnsi': 'Georgia', 'w:cs': 'Times New Roman', 'w:eastAsia': 'Georgia' }), xml('w:sz', { 'w:val': 24 }), xml('w:szCs', { 'w:val': 24 }), ...(turned ? [xml('w:rtl')] : []), ...(language === '' ? [] : [xml('w:lang', { 'w:val': language, 'w:bidi': language, 'w:eastAsia': language })])])]),
    xml('w:pPrDefault', {}, [xml('w:pPr', {}, [...(turned ? [xml('w:bidi')] : []), xml('w:spacing', { 'w:after': 160, 'w:line': 300, 'w:lineRule': 'auto' })])]),
  ]);
  const normal = xml('w:style', { 'w:type': 'paragraph', 'w:default': 1, 'w:styleId': 'Normal' }, [xml('w:name', { 'w:val': 'Normal' }), xml('w:qFormat')]);
  const grid = xml('w:style', { 'w:type': 'table', 'w:styleId': 'TableGrid' }, [xml('w:name', { 'w:val': 'Table Grid' }), xml('w:tblPr', {}, [borders()])]);
  const box = xml('w:style', { 'w:type': 'table', 'w:styleId': 'FactBox', 'w:customStyle': 1 }, [xml('w:name', { 'w:val': 'Fact Box' }), xml('w:tblPr', {}, [borders()])]);
  return xml('w:styles', { 'xmlns:w': namespaces['xmlns:w'] }, [
    base,
    normal,
    ...Object.entries(paragraphs).map(([id, look]) => xml('w:style', { 'w:type': 'paragraph', 'w:styleId': id, 'w:customStyle': isWords(id) ? null : 1 }, [xml('w:name', { 'w:val': look.name }), xml('w:basedOn', { 'w:val': 'Normal' }), xml('w:qFormat'), paragraphLook(look, turned), characterLook(look)])),
    ...Object.entries(characters).map(([id, look]) => xml('w:style', { 'w:type': 'character', 'w:styleId': id }, [xml('w:name', { 'w:val': look.name }), xml('w:qFormat'), characterLook(look)])),
    grid,
    box,
  ]);
}

const isWords = (id: string): boolean => /^(?:Title|Subtitle|Heading\d|Quote|IntenseQuote|ListParagraph|Caption)$/.test(id);

function borders(): Element {
  return xml('w:tblBorders', {}, ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map((side) => xml(`w:${side}`, { 'w:val': 'single', 'w:sz': 4, 'w:space': 0, 'w:color': 'BFBDB4' })));
}

/** Order is the schema's. */
function paragraphLook({ keepNext, rule, shade, before, after, indent, level }: Look, isTurned: boolean): Element {
  return xml('w:pPr', {}, [
    ...(keepNext ? [xml('w:keepNext')] : []),
    ...(rule === 'start' ? [startBar(isTurned)] : rule ? [xml('w:pBdr', {}, [xml('w:bottom', { 'w:val': 'single', 'w:sz': 6, 'w:space': 1, 'w:color': 'BFBDB4' })])] : []),
    ...(shade ? [xml('w:shd', { 'w:val': 'clear', 'w:color': 'auto', 'w:fill': shade })] : []),
    ...(before !== undefined || after !== undefined ? [xml('w:spacing', { 'w:before': before, 'w:after': after })] : []),
    ...(indent ? [xml('w:ind', { 'w:left': indent })] : []),
    ...(level === undefined ? [] : [xml('w:outlineLvl', { 'w:val': level })]),
  ]);
}

/** The bar beside a quotation: unlike an indent, Word does not turn a border with the text. The other side is said too, for a paragraph that runs against its style. */
export function startBar(isTurned: boolean): Element {
  const side = (name: 'left' | 'right'): Element => xml(`w:${name}`, (name === 'right') === isTurned ? { 'w:val': 'single', 'w:sz': 18, 'w:space': 8, 'w:color': 'BFBDB4' } : { 'w:val': 'nil' });
  return xml('w:pBdr', {}, [side('left'), side('right')]);
}

function characterLook({ font, bold, italic, color, half }: Look): Element {
  return xml('w:rPr', {}, [
    ...(font ? [xml('w:rFonts', { 'w:ascii': font, 'w:hAnsi': font, 'w:cs': font })] : []),
    ...(bold ? [xml('w:b'), xml('w:bCs')] : []),
    ...(italic ? [xml('w:i'), xml('w:iCs')] : []),
    ...(color ? [xml('w:color', { 'w:val': color })] : []),
    ...(half ? [xml('w:sz', { 'w:val': half }), xml('w:szCs', { 'w:val': half })] : []),
  ]);
}
