import type { Element as HastElement, ElementContent } from 'hast';
import type { Element } from 'xast';
import { el, lined, textNode } from '../../export/html/elements.ts';
import { rawText } from '../html/read.ts';
import { childXml, xmlAttribute } from '../xml-html.ts';
import type { DocxParts } from './parts.ts';
import { type Inline, inlineOf } from './runs.ts';
import { directionOf, tableOf } from './tables.ts';

/** The document's body as Galley's own markup, what it hides told apart. */
export interface DocxBody {
  readonly blocks: ElementContent[];
  readonly removed: string[];
  /** Whole files that stand in the document unread, of which Word shows the text. */
  readonly unread: number;
  readonly closingCredits: string;
}

interface Walk {
  readonly parts: DocxParts;
  readonly removed: string[];
  unread: number;
  closingCredits: string;
  tableTitle: string;
}

/** Blocks in order; what belongs to the one before (a caption, who is quoted, the next item) joins it. */
export function bodyOf(parts: DocxParts): DocxBody {
  const walk: Walk = { parts, removed: [], unread: 0, closingCredits: '', tableTitle: '' };
  const blocks = blocksOf(parts.body, walk);
  const notes = [...notesOf(parts, parts.footnotes, ''), ...notesOf(parts, parts.endnotes, 'e')];
  return { blocks: [...blocks, ...notes], removed: walk.removed, unread: walk.unread, closingCredits: walk.closingCredits };
}

/** The notes below the text, each with the sign that stands in it. */
const notesOf = (parts: DocxParts, notes: ReadonlyMap<string, Element>, kind: string): HastElement[] =>
  [...notes].flatMap(([id, note]) => note.children.flatMap((child, index) => (child.type === 'element' && child.name === 'w:p' ? [el('p', {}, [...(index === 0 ? [textNode(`[${kind}${id}] `)] : []), ...inlineOf(child, parts).content])] : [])));

/** Elements that only hold others, and of two forms of one thing the first. */
const inner = (node: Element): Element | null => (node.name === 'mc:AlternateContent' ? (childXml(node, 'Choice') ?? childXml(node, 'Fallback')) : node.name === 'w:sdt' ? (childXml(node, 'sdtContent') ?? node) : /^w:(?:customXml|ins|moveTo|smartTag)$/.test(node.name) ? node : null);

function blocksOf(container: Element, walk: Walk): ElementContent[] {
  const blocks: ElementContent[] = [];
  for (const child of container.children) {
    if (child.type !== 'element') continue;
    if (child.name === 'w:p') addParagraph(blocks, child, walk);
    else if (child.name === 'w:tbl') blocks.push(tableBlock(child, walk));
    else if (child.name === 'w:altChunk') walk.unread += 1;
    else {
      const held = inner(child);
      if (held) blocks.push(...blocksOf(held, walk));
    }
  }
  return blocks;
}

/** A table of one cell is a box around text; in a document of ours only the boxes are. */
function tableBlock(table: Element, walk: Walk): HastElement {
  const cells = table.children.flatMap((row) => (row.type === 'element' && row.name === 'w:tr' ? row.children.filter((cell): cell is Element => cell.type === 'element' && cell.name === 'w:tc') : []));
  const [only, ...more] = cells;
  const style = walk.parts.styleName(xmlAttribute(childXml(childXml(table, 'tblPr'), 'tblStyle'), 'w:val'));
  if (only && more.length === 0 && (style === 'fact box' || !walk.parts.properties.has('galleyArticle'))) return el('aside', { dataGalleyBlock: 'factBox' }, blocksOf(only, walk));
  const caption = walk.tableTitle;
  walk.tableTitle = '';
  return tableOf(table, { caption, isTurned: walk.parts.isTurned }, (cell) => {
    const inner = blocksOf(cell, walk);
    return inner.length > 0 ? inner : [el('p')];
  });
}

/** A paragraph, and after it the boxes of text that are fixed to it. */
function addParagraph(blocks: ElementContent[], node: Element, walk: Walk): void {
  const inline = inlineOf(node, walk.parts);
  addLine(blocks, node, inline, walk);
  for (const box of inline.boxes) blocks.push(...blocksOf(box, walk));
}

function addLine(blocks: ElementContent[], node: Element, { content, pictures, removed }: Inline, walk: Walk): void {
  const { parts } = walk;
  const properties = childXml(node, 'pPr');
  const styleId = xmlAttribute(childXml(properties, 'pStyle'), 'w:val');
  const style = parts.styleName(styleId);
  const level = /^heading (\d)$/.exec(style)?.[1];
  walk.removed.push(...removed);
  for (const { address, alt } of pictures) blocks.push(el('figure', { dataGalleyBlock: 'image' }, [el('img', { src: parts.target(address), alt })]));
  const numbering = level === undefined ? numberingOf(properties, styleId, parts) : null;
  const isItem = numbering !== null && xmlAttribute(childXml(numbering, 'numId'), 'w:val') !== '0';
  // An item is one without text too; a picture has come to stand for itself.
  if (content.length === 0 && (!isItem || pictures.length > 0)) return addEmpty(blocks, style);
  if (isItem) return addItem(blocks, numbering, content, walk);
  const item = style === 'list paragraph' ? itemAt(blocks, Math.round((Number(xmlAttribute(childXml(properties, 'ind'), 'w:left')) || 720) / 720)) : null;
  if (item) return void item.children.push(el('p', passageOf(properties), content));
  const special = specials[style];
  if (special) return special(blocks, content, walk);
  blocks.push(plainBlock(properties, level, content));
}

/** The list a paragraph stands in, by itself or by its style; a heading with a number is a heading. */
const numberingOf = (properties: Element | null, styleId: string, parts: DocxParts): Element | null =>
  childXml(properties, 'numPr') ?? (Object.hasOwn(specials, parts.styleName(styleId)) ? null : parts.styleNumbering(styleId));

/** What is no item, no quotation and nothing else of its own. */
function plainBlock(properties: Element | null, level: string | undefined, content: ElementContent[]): HastElement {
  if (level === undefined) return el('p', passageOf(properties), content);
  return el(`h${Math.min(4, Math.max(2, Number(level)))}`, { ...passageOf(properties), dataDocx: level === '1' ? 'heading 1' : null }, content);
}

/** A paragraph without text says something only by its style; one that is no quotation's ends the quotation before it. */
function addEmpty(blocks: ElementContent[], style: string): void {
  if (style === 'divider') blocks.push(el('hr'));
  const quote = style === 'quote' ? null : last(blocks, 'quote');
  if (quote) quote.properties['dataDocx'] = 'ended';
}

const passageOf = (properties: Element | null): { dir: string | null } => ({ dir: directionOf(properties) });

const text = (content: readonly ElementContent[]): string => content.map(rawText).join('').trim();
/** The same with its blanks, line breaks as line feeds: a field of ours comes back as it was. */
const whole = (content: readonly ElementContent[]): string => content.map((node) => (node.type === 'element' ? (node.tagName === 'br' ? '\n' : whole(node.children)) : node.type === 'text' ? node.value : '')).join('');
const last = (blocks: readonly ElementContent[], name: string): HastElement | null => {
  const found = blocks.at(-1);
  return found?.type === 'element' && (found.properties['dataGalleyBlock'] === name || found.tagName === name) ? found : null;
};

type Special = (blocks: ElementContent[], content: ElementContent[], walk: Walk) => void;

function addQuoted(blocks: ElementContent[], content: ElementContent[]): void {
  const quote = last(blocks, 'quote');
  if (quote && quote.properties['dataDocx'] !== 'ended' && !quote.children.some((child) => child.type === 'element' && child.tagName === 'footer')) quote.children.push(el('p', {}, content));
  else blocks.push(el('blockquote', { dataGalleyBlock: 'quote' }, [el('p', {}, [...content])]));
}

/** Styles that say which block a paragraph is, Word's own and ours. */
const specials: Readonly<Record<string, Special>> = {
  title: (blocks, content) => void blocks.push(el('h1', { dataGalleyBlock: 'headline' }, content)),
  subtitle: (blocks, content) => void blocks.push(el('p', { dataGalleyBlock: 'standfirst', className: 'standfirst' }, content)),
  byline: (blocks, content) => {
    const person = content.find((node) => node.type === 'element' && node.properties['dataDocx'] === 'name');
    blocks.push(el('p', { dataDocx: 'byline', dataName: person ? rawText(person) : null, className: 'byline' }, content));
  },
  quote: addQuoted,
  // LibreOffice's own names.
  quotations: addQuoted,
  'preformatted text': (blocks, content) => {
    const code = last(blocks, 'preformatted')?.children[0];
    const line = content.map(rawText).join('');
    if (code?.type === 'element') code.children.push(textNode(`\n${line}`));
    else blocks.push(el('pre', { dataGalleyBlock: 'preformatted' }, [el('code', {}, [textNode(line)])]));
  },
  'intense quote': (blocks, content) => void blocks.push(el('aside', { dataGalleyBlock: 'pullQuote' }, [el('p', { dataGalleyPart: 'text' }, content)])),
  'quote source': (blocks, content) => {
    const quote = last(blocks, 'quote') ?? last(blocks, 'pullQuote');
    const said = whole(content).replace(/^\s*— ?/, '');
    if (quote) quote.children.push(el('footer', {}, [el('cite', { dataGalleyPart: 'attribution' }, lined(said))]));
    else blocks.push(el('p', {}, content));
  },
  caption: (blocks, content) => {
    const figure = last(blocks, 'image');
    const isFree = figure !== null && !figure.children.some((child) => child.type === 'element' && child.tagName === 'figcaption');
    const target = isFree && figure ? figure : el('figure', { dataGalleyBlock: 'image' });
    target.children.push(el('figcaption', {}, captionOf(content)));
    if (target !== figure) blocks.push(target);
  },
  'ad slot': (blocks, content) => void blocks.push(el('div', { dataGalleyBlock: 'adSlot' }, [el('span', { dataGalleyPart: 'label' }, [textNode(text(content).replace(/^\[|\]$/g, ''))])])),
  embed: (blocks, content) => {
    const embed = last(blocks, 'embed');
    const parts = content.map(embedPart);
    // What follows an embed with no words of its own kind is what readers have where it cannot be shown.
    const isFallback = !content.some((node) => node.type === 'element' && (node.tagName === 'a' || node.properties['dataDocx'] !== undefined));
    if (embed && isFallback && !embed.children.some((child) => child.type === 'element' && child.properties['dataGalleyPart'] === 'fallback')) embed.children.push(el('p', { dataGalleyPart: 'fallback' }, content));
    else blocks.push(el('figure', { dataGalleyBlock: 'embed' }, [el('p', {}, parts)]));
  },
  'fact box title': (blocks, content) => void blocks.push(el('p', { dataGalleyPart: 'title' }, content)),
  'table title': (_blocks, content, walk) => void (walk.tableTitle = whole(content)),
  code: (blocks, content) => void blocks.push(el('pre', { dataGalleyBlock: 'preformatted' }, [el('code', {}, [textNode(content.map(rawText).join(''))])])),
  'closing credits': (_blocks, content, walk) => void (walk.closingCredits = whole(content)),
};

/** A run of an embed's line: its title or its provider by style, inside a link too. */
function embedPart(node: ElementContent): ElementContent {
  if (node.type !== 'element') return node;
  const style = node.properties['dataDocx'];
  if (style === 'provider' || style === 'embed title') return el('span', { dataGalleyPart: style === 'provider' ? 'provider' : 'title' }, node.children);
  return node.tagName === 'a' ? { ...node, children: node.children.map(embedPart) } : node;
}

/** The caption's words, and the credit in its own style. */
function captionOf(content: readonly ElementContent[]): ElementContent[] {
  const isCredit = (node: ElementContent): boolean => node.type === 'element' && node.properties['dataDocx'] === 'credit';
  const credit = content.filter(isCredit).map(rawText).join('');
  const words = content.filter((node) => !isCredit(node));
  const end = words.at(-1);
  if (credit !== '' && end?.type === 'text' && end.value.endsWith(' ')) words[words.length - 1] = textNode(end.value.slice(0, -1));
  return [...(words.some((node) => rawText(node) !== '') ? [el('span', { dataGalleyPart: 'caption' }, words)] : []), ...(credit === '' ? [] : [el('span', { dataGalleyPart: 'credit' }, [textNode(credit)])])];
}

/** The last item of the list above, so many levels deep: a paragraph set like an item, with no number of its own, goes on in it. */
function itemAt(blocks: readonly ElementContent[], depth: number): HastElement | null {
  const list = blocks.at(-1);
  const item = list?.type === 'element' && (list.tagName === 'ul' || list.tagName === 'ol') ? list.children.at(-1) : undefined;
  if (item?.type !== 'element') return null;
  return (depth > 1 ? itemAt(item.children, depth - 1) : null) ?? item;
}

/** An item joins the list before it: on its level, or one below the last item there. */
function addItem(blocks: ElementContent[], numbering: Element, content: readonly ElementContent[], { parts }: Walk): void {
  const number = xmlAttribute(childXml(numbering, 'numId'), 'w:val');
  const level = Math.min(8, Number(xmlAttribute(childXml(numbering, 'ilvl'), 'w:val')) || 0);
  const { isOrdered, start } = parts.listLevel(number, level);
  let siblings = blocks;
  for (let depth = 0; depth < level; depth += 1) {
    const list = siblings.at(-1);
    const item = list?.type === 'element' && (list.tagName === 'ul' || list.tagName === 'ol') ? list.children.at(-1) : undefined;
    if (item?.type !== 'element') break;
    siblings = item.children;
  }
  const before = siblings.at(-1);
  const item = el('li', {}, [el('p', {}, [...content])]);
  if (before?.type === 'element' && before.properties['dataList'] === `${number}`) before.children.push(item);
  else siblings.push(el(isOrdered ? 'ol' : 'ul', { dataList: number, start: isOrdered && start !== 1 ? start : null }, [item]));
}
