import { strToU8, type Zippable, zipSync } from 'fflate';
import type { Element } from 'xast';
import { say } from '../../language/index.ts';
import { writtenCorrections } from '../corrections.ts';
import type { Article } from '../article.ts';
import type { BodyJson } from '../body.ts';
import { offsetTime, displayTime } from '../time.ts';
import { textOf, writeXml, xml, xmlLanguage, xmlPart } from './agency/xml.ts';
import { newsFacts } from './agency/news-facts.ts';
import { blockToDocx, type DocxState, mostLevels, parting, passage } from './docx/blocks.ts';
import { inlineRuns } from './docx/inline.ts';
import { namespaces, paragraph, personRuns, run, styledRun } from './docx/parts.ts';
import { stylesPart } from './docx/styles.ts';
import type { RenderContext } from './format.ts';
import { roleLabel } from './html/byline.ts';
import { attributesOf } from './html/elements.ts';
import { datelineText } from './html-fragment.ts';
import { imageExtension } from './names.ts';

const office = 'http://schemas.openxmlformats.org/officeDocument/2006';
const packages = 'http://schemas.openxmlformats.org/package/2006';
const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
/** Kinds of pictures that every Word shows; others are their caption and credit. */
const shownTypes: ReadonlySet<string> = new Set(['image/jpeg', 'image/png', 'image/gif']);

interface Relation {
  readonly id: string;
  readonly kind: string;
  readonly target: string;
  readonly isExternal: boolean;
}

/**
 * A Word document with the styles editors know, pictures inside, tables, byline; for print and legal desks. The same
 * article gives the same bytes.
 * @param article without suggestions, as `plain` gives it
 */
export function articleToDocx(article: Article, context: RenderContext): Uint8Array {
  const relations: Relation[] = [
    { id: 'rId1', kind: 'styles', target: 'styles.xml', isExternal: false },
    { id: 'rId2', kind: 'numbering', target: 'numbering.xml', isExternal: false },
  ];
  const lists: { readonly kind: 'bullet' | 'ordered'; readonly start: number }[] = [];
  const media = new Map<string, Uint8Array>();
  const relate = (kind: string, target: string, isExternal: boolean): string => {
    const known = relations.find((one) => one.kind === kind && one.target === target);
    if (known) return known.id;
    const id = `rId${relations.length + 1}`;
    relations.push({ id, kind, target, isExternal });
    return id;
  };
  let drawings = 0;
  const state: DocxState = {
    language: article.metadata.language,
    relate: (address) => relate('hyperlink', address, true),
    picture: (imageId) => {
      const stored = Object.hasOwn(article.images, imageId) ? article.images[imageId] : undefined;
      const bytes = context.pictures.get(imageId);
      if (!stored || !bytes || !shownTypes.has(stored.mediaType)) return null;
      const target = `media/${imageId.replace('sha256-', '').slice(0, 16)}.${imageExtension(stored.mediaType)}`;
      media.set(`word/${target}`, bytes);
      return { relation: relate('image', target, false), name: stored.fileName, width: stored.width, height: stored.height };
    },
    newList: (kind, start) => lists.push({ kind, start }),
    nextDrawing: () => (drawings += 1),
  };
  const document = documentPart(article, state);
  const files: Record<string, Element> = {
    '[Content_Types].xml': contentTypes(),
    '_rels/.rels': relationsPart([
      { id: 'rId1', kind: 'officeDocument', target: 'word/document.xml', isExternal: false },
      { id: 'rId2', kind: 'core', target: 'docProps/core.xml', isExternal: false },
      { id: 'rId3', kind: 'custom-properties', target: 'docProps/custom.xml', isExternal: false },
    ]),
    'docProps/core.xml': coreProperties(article, context),
    'docProps/custom.xml': customProperties(article),
    'word/document.xml': document,
    'word/styles.xml': stylesPart(xmlLanguage(article.metadata.language)),
    'word/numbering.xml': numberingPart(lists),
    'word/_rels/document.xml.rels': relationsPart(relations),
  };
  // First of January 1980, the zero of zip's clock: the same article gives the same bytes.
  const mtime = new Date(1980, 0, 1);
  const zip: Zippable = {};
  for (const [name, part] of Object.entries(files)) zip[name] = [strToU8(writeXml(part)), { mtime }];
  for (const [name, bytes] of media) zip[name] = [bytes, { mtime, level: 0 }];
  return zipSync(zip);
}

function documentPart({ metadata, body }: Article, state: DocxState): Element {
  const blocks = body.content ?? [];
  const first = blocks.findIndex(({ type }) => type === 'paragraph');
  const { language } = metadata;
  const dateline = newsDateline(metadata);
  const content = blocks.flatMap((node, index): Element[] => {
    if (node.type === 'headline') return node.content ? [paragraph('Title', inlineRuns(node.content, state.relate))] : [];
    if (node.type === 'standfirst') return node.content ? [paragraph('Subtitle', inlineRuns(node.content, state.relate))] : [];
    if (node.type === 'byline') return [...people(node, language), ...times(metadata)];
    if (index !== first || dateline === '') return [...blockToDocx(node, state), ...parting(node, blocks[index + 1])];
    const made = passage('', node, state);
    const properties = made.children.filter((child) => child.type === 'element' && child.name === 'w:pPr');
    return [{ ...made, children: [...properties, styledRun('Dateline', `${dateline} `), ...made.children.filter((child) => !properties.includes(child))] }];
  });
  const head = first < 0 && dateline !== '' ? [paragraph('', [styledRun('Dateline', dateline)])] : [];
  const corrections = writtenCorrections(metadata).map(({ at, kind, text }) => paragraph('Correction', [run(`${say(`formats.kind-${kind}`, undefined, language || 'en')}, ${displayTime(at, language)}: `, [xml('w:b')]), run(text)]));
  const credits = metadata.closingCredits === '' ? [] : [paragraph('ClosingCredits', [run(metadata.closingCredits)])];
  const page = xml('w:sectPr', {}, [xml('w:pgSz', { 'w:w': 11906, 'w:h': 16838 }), xml('w:pgMar', { 'w:top': 1440, 'w:right': 1440, 'w:bottom': 1440, 'w:left': 1440, 'w:header': 708, 'w:footer': 708, 'w:gutter': 0 })]);
  return xml('w:document', namespaces, [xml('w:body', {}, [...content, ...head, ...corrections, ...credits, page])]);
}

const newsDateline = (metadata: Article['metadata']): string => (metadata.dateline === null ? '' : datelineText(metadata.dateline));

function people(node: BodyJson, language: string): Element[] {
  return attributesOf(node, 'byline').contributors.map((person) => paragraph('Byline', personRuns(person, roleLabel(person.role, language))));
}

function times({ publishedAt, updatedAt, language }: Article['metadata']): Element[] {
  return ([['published', publishedAt], ['updated', updatedAt]] as const).flatMap(([name, time]) => (time === null ? [] : [paragraph('Byline', [run(say(`formats.${name}`, { time: time.asWritten || displayTime(time, language) }, language || 'en'))])]));
}

function contentTypes(): Element {
  const defaults = { rels: 'application/vnd.openxmlformats-package.relationships+xml', xml: 'application/xml', jpg: 'image/jpeg', png: 'image/png', gif: 'image/gif' };
  const overrides = {
    '/word/document.xml': `${wordType}.document.main+xml`, '/word/styles.xml': `${wordType}.styles+xml`, '/word/numbering.xml': `${wordType}.numbering+xml`,
    '/docProps/core.xml': 'application/vnd.openxmlformats-package.core-properties+xml', '/docProps/custom.xml': 'application/vnd.openxmlformats-officedocument.custom-properties+xml',
  };
  return xml('Types', { xmlns: `${packages}/content-types` }, [
    ...Object.entries(defaults).map(([extension, type]) => xml('Default', { Extension: extension, ContentType: type })),
    ...Object.entries(overrides).map(([part, type]) => xml('Override', { PartName: part, ContentType: type })),
  ]);
}

function relationsPart(relations: readonly Relation[]): Element {
  const type = (kind: string): string => (kind === 'core' ? `${packages}/relationships/metadata/core-properties` : `${office}/relationships/${kind}`);
  return xml('Relationships', { xmlns: `${packages}/relationships` }, relations.map(({ id, kind, target, isExternal }) => xml('Relationship', { Id: id, Type: type(kind), Target: target, TargetMode: isExternal ? 'External' : null })));
}

function coreProperties(article: Article, context: RenderContext): Element {
  const { metadata } = article;
  const { headline, people: makers, versionCreated } = newsFacts(article, context);
  const utc = (time: string): string => new Date(time).toISOString().replace(/\.\d+/, '');
  const made = metadata.publishedAt ? offsetTime(metadata.publishedAt) : versionCreated;
  const stamp = (name: string, time: string): Element => xml(name, { 'xsi:type': 'dcterms:W3CDTF' }, [textOf(utc(time))]);
  return xml('cp:coreProperties', { 'xmlns:cp': `${packages}/metadata/core-properties`, 'xmlns:dc': 'http://purl.org/dc/elements/1.1/', 'xmlns:dcterms': 'http://purl.org/dc/terms/', 'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance' }, [
    ...xmlPart('dc:title', headline), ...xmlPart('dc:creator', makers.map(({ name }) => name).join(', ')), ...xmlPart('dc:subject', metadata.section), ...xmlPart('dc:description', metadata.seoDescription),
    ...xmlPart('cp:keywords', metadata.tags.join(', ')), ...xmlPart('dc:language', metadata.language), stamp('dcterms:created', made), stamp('dcterms:modified', versionCreated),
  ]);
}

/** The article's id and what Word has no field for, so that the document comes back as the same article. */
function customProperties({ id, metadata }: Article): Element {
  const { slugline, source, genre, urlSlug, canonicalUrl, copyright, usageTerms, seoTitle, shortHeadline, socialHeadline } = metadata;
  const values = Object.entries({ galleyArticle: id, slugline, source, genre, urlSlug, canonicalUrl, copyright, usageTerms, seoTitle, shortHeadline, socialHeadline, section: metadata.section, urgency: metadata.urgency === null ? '' : String(metadata.urgency) }).filter(([, value]) => value !== '');
  return xml('Properties', { xmlns: `${office}/custom-properties`, 'xmlns:vt': `${office}/docPropsVTypes` }, values.map(([name, value], index) => xml('property', { fmtid: '{D5CDD505-2E9C-101B-9397-08002B2CF9AE}', pid: index + 2, name }, [xml('vt:lpwstr', {}, [textOf(value)])])));
}

const signs = ['•', '◦', '▪'];

/** One definition of each kind, and one number a list, so that every list counts by itself. */
function numberingPart(lists: readonly { readonly kind: 'bullet' | 'ordered'; readonly start: number }[]): Element {
  const level = (kind: 'bullet' | 'ordered', index: number): Element =>
    xml('w:lvl', { 'w:ilvl': index }, [
      xml('w:start', { 'w:val': 1 }), xml('w:numFmt', { 'w:val': kind === 'bullet' ? 'bullet' : 'decimal' }), xml('w:lvlText', { 'w:val': kind === 'bullet' ? (signs[index % 3] ?? '•') : `%${index + 1}.` }), xml('w:lvlJc', { 'w:val': 'left' }),
      xml('w:pPr', {}, [xml('w:ind', { 'w:left': 720 * (index + 1), 'w:hanging': 360 })]),
    ]);
  const definition = (kind: 'bullet' | 'ordered', id: number): Element => xml('w:abstractNum', { 'w:abstractNumId': id }, [xml('w:multiLevelType', { 'w:val': 'hybridMultilevel' }), ...Array.from({ length: mostLevels }, (_, index) => level(kind, index))]);
  return xml('w:numbering', { 'xmlns:w': namespaces['xmlns:w'] }, [
    definition('bullet', 0),
    definition('ordered', 1),
    ...lists.map(({ kind, start }, index) =>
      xml('w:num', { 'w:numId': index + 1 }, [
        xml('w:abstractNumId', { 'w:val': kind === 'bullet' ? 0 : 1 }),
        ...(kind === 'bullet' ? [] : Array.from({ length: mostLevels }, (_, at) => xml('w:lvlOverride', { 'w:ilvl': at }, [xml('w:startOverride', { 'w:val': Math.max(0, start) })]))),
      ]),
    ),
  ]);
}
