import { strFromU8, unzipSync } from 'fflate';
import type { Element, Root } from 'xast';
import { allXml, childXml, findXml, readXml, xmlAttribute, xmlContent } from '../xml-html.ts';
import { directionOf } from './tables.ts';

/** What of a Word document is read; sizes are known before anything is unpacked. */
const wanted = /^(?:word\/(?:document|styles|numbering|footnotes|endnotes|comments)\.xml|word\/_rels\/document\.xml\.rels|word\/media\/[\w.-]+|docProps\/(?:core|custom)\.xml)$/;
const largestPart = 64 * 1024 * 1024;
const largestWhole = 256 * 1024 * 1024;

/** One level of a list: counted or not, and from which number. */
export interface ListLevel {
  readonly isOrdered: boolean;
  readonly start: number;
}

export interface DocxParts {
  readonly body: Element;
  /** A style's name as Word shows it, lower case, by its id. */
  readonly styleName: (id: string) => string;
  readonly listLevel: (number: string, level: number) => ListLevel;
  /** Target of a relation; '' where there is none. */
  readonly target: (id: string) => string;
  readonly media: ReadonlyMap<string, Uint8Array>;
  readonly footnotes: ReadonlyMap<string, Element>;
  readonly endnotes: ReadonlyMap<string, Element>;
  /** What colleagues wrote in the margin. */
  readonly comments: readonly Element[];
  /** The list that a style puts its paragraphs in, its own or that of the style it is based on; null where there is none. */
  readonly styleNumbering: (id: string) => Element | null;
  /** Properties a program added, by name; the id of a Galley article is one. */
  readonly properties: ReadonlyMap<string, string>;
  readonly keywords: string;
  /** True where paragraphs run from right to left unless they say otherwise. */
  readonly isTurned: boolean;
  readonly language: string;
}

/** The parts of a document; null where it is none, damaged, or larger than any copy. */
export function readParts(bytes: Uint8Array): DocxParts | null {
  const files = unpack(bytes);
  const part = (name: string): Root | null => {
    const found = files?.get(name);
    return found ? readXml(strFromU8(found).replace(/^\ufeff/, '')) : null;
  };
  const document = part('word/document.xml');
  const body = document && findXml(document, 'body');
  if (!files || !body) return null;
  const relations = new Map(allXml(part('word/_rels/document.xml.rels') ?? empty, 'Relationship').map((one) => [xmlAttribute(one, 'Id'), xmlAttribute(one, 'Target')]));
  const style = part('word/styles.xml') ?? empty;
  const styles = new Map(allXml(style, 'style').map((one) => [xmlAttribute(one, 'w:styleId'), xmlAttribute(childXml(one, 'name'), 'w:val').toLowerCase()]));
  const core = part('docProps/core.xml') ?? empty;
  return {
    body,
    styleName: (id) => styles.get(id) ?? id.toLowerCase(),
    listLevel: levelsOf(part('word/numbering.xml') ?? empty),
    target: (id) => relations.get(id) ?? '',
    media: new Map([...files].flatMap(([name, data]) => (name.startsWith('word/media/') ? [[name.slice('word/'.length), data] as const] : []))),
    footnotes: notesOf(part('word/footnotes.xml') ?? empty, 'footnote'),
    endnotes: notesOf(part('word/endnotes.xml') ?? empty, 'endnote'),
    comments: allXml(part('word/comments.xml') ?? empty, 'comment'),
    styleNumbering: numberingOfStyles(style),
    properties: new Map(allXml(part('docProps/custom.xml') ?? empty, 'property').map((one) => [xmlAttribute(one, 'name'), xmlContent(one)])),
    keywords: xmlContent(findXml(core, 'keywords')),
    isTurned: directionOf(childXml(findXml(style, 'pPrDefault'), 'pPr')) === 'rtl',
    language: xmlContent(findXml(core, 'language')),
  };
}

/** Notes by id, without the lines that part them from the text. */
const notesOf = (part: Root, name: string): ReadonlyMap<string, Element> => new Map(allXml(part, name).filter((note) => /^(?:normal)?$/.test(xmlAttribute(note, 'w:type'))).map((note) => [xmlAttribute(note, 'w:id'), note]));

function numberingOfStyles(part: Root): DocxParts['styleNumbering'] {
  const styles = new Map(allXml(part, 'style').map((one) => [xmlAttribute(one, 'w:styleId'), one]));
  const find = (id: string, left: number): Element | null => {
    const style = styles.get(id) ?? null;
    const numbering = childXml(childXml(style, 'pPr'), 'numPr');
    return numbering ?? (style === null || left === 0 ? null : find(xmlAttribute(childXml(style, 'basedOn'), 'w:val'), left - 1));
  };
  return (id) => (id === '' ? null : find(id, 10));
}

/** The id of the Galley article a Word document carries; null where it carries none. */
export function articleIdInWord(bytes: Uint8Array): string | null {
  return readParts(bytes)?.properties.get('galleyArticle') ?? null;
}

const empty: Root = { type: 'root', children: [] };

function unpack(bytes: Uint8Array): Map<string, Uint8Array> | null {
  let total = 0;
  try {
    const files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (!wanted.test(name)) return false;
        total += originalSize;
        if (originalSize > largestPart || total > largestWhole) throw new RangeError(name);
        return true;
      },
    });
    return new Map(Object.entries(files));
  } catch {
    // Damaged, or larger than any copy is.
    return null;
  }
}

function levelsOf(numbering: Root): DocxParts['listLevel'] {
  const definitions = new Map(allXml(numbering, 'abstractNum').map((one) => [xmlAttribute(one, 'w:abstractNumId'), allXml(one, 'lvl')]));
  const numbers = new Map(allXml(numbering, 'num').map((one) => [xmlAttribute(one, 'w:numId'), one]));
  return (number, level) => {
    const num = numbers.get(number);
    const levels = definitions.get(xmlAttribute(num ? childXml(num, 'abstractNumId') : null, 'w:val')) ?? [];
    const found = levels.find((one) => xmlAttribute(one, 'w:ilvl') === String(level)) ?? null;
    const override = num ? allXml(num, 'lvlOverride').find((one) => xmlAttribute(one, 'w:ilvl') === String(level)) : undefined;
    const start = Number(xmlAttribute(override ? childXml(override, 'startOverride') : null, 'w:val') || xmlAttribute(childXml(found, 'start'), 'w:val') || '1');
    const format = xmlAttribute(childXml(found, 'numFmt'), 'w:val');
    return { isOrdered: format !== 'bullet' && format !== 'none' && format !== '', start: Number.isSafeInteger(start) ? start : 1 };
  };
}
