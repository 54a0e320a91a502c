import type { Element, Nodes } from 'hast';
import type { BodyJson } from '../../body.ts';
import { joinText } from '../../body.ts';
import { say } from '../../../language/index.ts';
import { adSlotOf } from './advertisement.ts';
import { codeBlocks } from './code.ts';
import { embedOf, objectBlocks, postOf } from './embed.ts';
import { captionedFigure, figureBlocks, hasFigure, quoteBlocks } from './figure.ts';
import { imageBlock, isCounter, symbolOf } from './image.ts';
import { definitionBlocks, listBlocks } from './list.ts';
import { make } from './make.ts';
import { ownBlocks } from './own.ts';
import { attribute, classes, hasAttribute, isElement, lineOf, linesText, rawText } from './read.ts';
import { paragraphsOf, type Piece, verbatimContent } from './run.ts';
import { blockScope, inlineScope, passageScope, type Reading, type Scope } from './scope.ts';
import { styleOf } from './style.ts';
import { tableBlocks } from './table.ts';

/** Where the walk puts what it finds: finished blocks, and the line it is in. */
interface Flow {
  readonly blocks: BodyJson[];
  run: Piece[];
  readonly reading: Reading;
}

/** Blocks of some sibling nodes, in order. */
export function walk(nodes: readonly Nodes[], scope: Scope, reading: Reading): BodyJson[] {
  const flow: Flow = { blocks: [], run: [], reading };
  for (const [index, node] of nodes.entries()) {
    if (!scope.verbatim && isBoxPair(nodes[index - 1], node, reading)) flow.run.push({ kind: 'text', text: ' ', marks: scope.marks, pre: false });
    visit(node, scope, flow);
  }
  flush(scope, flow);
  return flow.blocks;
}

function flush(scope: Scope, flow: Flow): void {
  const run = flow.run;
  flow.run = [];
  if (scope.verbatim) {
    // Between our blocks stand only blanks that somebody's formatter put there.
    if (run.some((piece) => piece.kind === 'break' || piece.text.trim() !== '')) flow.blocks.push(make('paragraph', scope.passage, verbatimContent(run)));
  } else for (const content of paragraphsOf(run)) flow.blocks.push(make('paragraph', scope.passage, content));
}

type BlockReader = (element: Element, scope: Scope, reading: Reading) => BodyJson[];

const heading = (level: 2 | 3 | 4): BlockReader => (element, scope, reading) => headingBlocks(element, level, passageScope(element, scope, reading), reading);
const subheads = { h1: heading(2), h2: heading(2), h3: heading(3), h4: heading(4), h5: heading(4), h6: heading(4) };

/** Elements that are blocks of their own. */
const readers: Readonly<Record<string, BlockReader>> = {
  ...subheads,
  p: (element, scope, reading) => {
    const inner = passageScope(element, scope, reading);
    if (/^mso(title|heading)/i.test(attribute(element, 'className'))) return headingBlocks(element, 2, inner, reading);
    if (!scope.verbatim) return reading.walk(element.children, inner);
    return [make('paragraph', inner.passage, verbatimInline(element, inner, reading))];
  },
  ul: listBlocks,
  ol: listBlocks,
  menu: listBlocks,
  dir: listBlocks,
  dl: definitionBlocks,
  blockquote: quoteBlocks,
  table: tableBlocks,
  figure: figureBlocks,
  hr: () => [make('divider')],
  pre: (element) => preformattedBlocks(element),
  listing: (element) => preformattedBlocks(element),
  xmp: (element) => preformattedBlocks(element),
  iframe: embedOf,
  video: embedOf,
  audio: embedOf,
  object: objectBlocks,
  embed: embedOf,
};

const containers = /^(?:html|body|main|article|section|div|header|footer|nav|aside|address|center|details|summary|fieldset|legend|form|figure|hgroup|search|figcaption|caption|tbody|thead|tfoot|tr|td|th|li|dd|dt|optgroup|option|noscript|picture)$/;
const nothing = new Set(['head', 'script', 'style', 'desc', 'metadata', 'defs', 'symbol', 'meta', 'link', 'title', 'base', 'col', 'colgroup', 'source', 'track', 'param', 'rp', 'wbr']);

function visit(node: Nodes, scope: Scope, flow: Flow): void {
  if (node.type === 'text') {
    flow.run.push({ kind: 'text', text: node.value, marks: scope.marks, pre: scope.pre });
    return;
  }
  if (!isElement(node)) return;
  const tick = scope.verbatim ? null : tickOf(node);
  if (tick !== null) {
    flow.run.push({ kind: 'text', text: tick, marks: scope.marks, pre: false });
    // The tick of a notes program is no void element to a parser: the item's text is in it.
    for (const child of node.children) visit(child, scope, flow);
    return;
  }
  const own = hasAttribute(node, 'dataGalleyBlock') ? ownBlocks(node, scope, flow.reading) : null;
  const made = own ?? blocksOf(node, scope, flow.reading);
  if (made !== null) {
    const ticked = withTick(made, flow);
    flush(scope, flow);
    flow.blocks.push(...ticked);
  } else if (isBox(node, scope, flow.reading)) {
    flush(scope, flow);
    flow.blocks.push(...boxBlocks(node, blockScope(node, scope, flow.reading), flow.reading));
  } else if (!nothing.has(node.tagName)) visitInline(node, scope, flow);
}

/** A tick that stands before its item's paragraph, as Google Docs writes it, opens the paragraph. */
function withTick(made: readonly BodyJson[], flow: Flow): readonly BodyJson[] {
  const [first, ...rest] = made;
  const [tick, ...others] = flow.run.filter((piece) => piece.kind === 'break' || piece.text.trim() !== '');
  if (first?.type !== 'paragraph' || others.length > 0 || tick?.kind !== 'text' || !ticks.has(tick.text)) return made;
  flow.run = [];
  return [{ ...first, content: joinText([{ type: 'text', text: tick.text }, ...(first.content ?? [])]) }, ...rest];
}

const [done, open] = ['☑ ', '☐ '];
const ticks: ReadonlySet<string> = new Set([done, open]);

/** The state of a to-do item as text: a list has no place for it. */
function tickOf(element: Element): string | null {
  if (element.tagName === 'en-todo') return attribute(element, 'checked') === 'true' ? done : open;
  if (attribute(element, 'ariaRoleDescription') === 'checkbox') return attribute(element, 'alt') === 'unchecked' ? open : done;
  const names = classes(element);
  const isBox = element.tagName === 'input' ? attribute(element, 'type') === 'checkbox' : names.includes('checkbox') && element.children.length === 0;
  if (!isBox) return null;
  return hasAttribute(element, 'checked') || names.some((name) => name === 'checkbox-on' || name === 'checked') ? done : open;
}

function blocksOf(element: Element, scope: Scope, reading: Reading): BodyJson[] | null {
  if (element.tagName === 'figure' && !hasFigure(element)) return null;
  const level = scope.verbatim ? null : headingLevel(element);
  if (level !== null) return heading(level)(element, scope, reading);
  const reader = Object.hasOwn(readers, element.tagName) ? readers[element.tagName] : undefined;
  const post = scope.verbatim ? null : postOf(element);
  if (post) return post;
  const figure = scope.verbatim ? null : captionedFigure(element);
  if (figure) return figureBlocks(figure, scope, reading);
  const code = scope.verbatim ? null : codeBlocks(element, reading);
  if (code) return code;
  if (reader) return reader(element, scope, reading);
  return scope.verbatim ? null : adSlotOf(element, reading);
}

/** Word on the web, and pages, write a heading as a paragraph that says so to screen readers. */
function headingLevel(element: Element): 2 | 3 | 4 | null {
  if (attribute(element, 'role') !== 'heading' || !/^(?:p|div)$/.test(element.tagName)) return null;
  const level = Number(attribute(element, 'ariaLevel') || 2);
  return level <= 2 ? 2 : level === 3 ? 3 : 4;
}

function isBox(element: Element, scope: Scope, reading: Reading): boolean {
  if (containers.test(element.tagName)) return true;
  // Pages lay their pictures out as boxes: what has no inside is what it is.
  if (scope.verbatim || /^(?:img|br|input)$/.test(element.tagName)) return false;
  return /^(?:block|flow-root|flex|grid|table|table-(?:caption|row|(?:row|header|footer)-group)|list-item)$/.test(styleOf(element, reading.sheet).get('display') ?? '');
}

/** The blocks of a container. */
function boxBlocks(element: Element, scope: Scope, reading: Reading): BodyJson[] {
  const style = scope.verbatim ? null : styleOf(element, reading.sheet);
  if (style && /^(?:inline-)?(?:flex|grid)$/.test(style.get('display') ?? '')) return flexBlocks(element, scope, reading, /column/.test(`${style.get('flex-direction') ?? ''} ${style.get('flex-flow') ?? ''}`));
  const made = reading.walk(element.children, scope);
  return scope.verbatim ? made : asGallery(element, withSign(element, made));
}

const signOnly = /^\p{Extended_Pictographic}(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\u200d|\ufe0f)*$/u;

/** The sign of a callout stands in a box of its own beside the text: readers see it at the head of the first line. */
function withSign(element: Element, made: BodyJson[]): BodyJson[] {
  const [sign, first, ...rest] = made;
  const box = element.children.find(isElement);
  if (sign?.type !== 'paragraph' || first?.type !== 'paragraph' || !box || box.tagName === 'p' || !signOnly.test(lineOf(box))) return made;
  return [{ ...first, content: joinText([...(sign.content ?? []), { type: 'text', text: ' ' }, ...(first.content ?? [])]) }, ...rest];
}

function asGallery(element: Element, made: BodyJson[]): BodyJson[] {
  const isGallery = made.length > 1 && made.every(({ type }) => type === 'image') && classes(element).some((name) => name.includes('gallery'));
  return isGallery ? [make('gallery', {}, made)] : made;
}

/** Each child of a flexible box or a grid is a box, whatever its element; side by side they are one line when each is but a line. */
function flexBlocks(element: Element, scope: Scope, reading: Reading, isColumn: boolean): BodyJson[] {
  const made = element.children.flatMap((child) => reading.walk([child], scope));
  if (isColumn || made.length < 2 || made.some(({ type }) => type !== 'paragraph') || made.length > element.children.length) return asGallery(element, made);
  return [make('paragraph', scope.passage, joinText(made.flatMap(({ content }, index) => [...(index > 0 ? [{ type: 'text', text: ' ' }] : []), ...(content ?? [])])))];
}

/** Two boxes side by side in a line, as buttons, badges and the cells of a row are: a reader sees them apart. */
function isBoxPair(before: Nodes | undefined, node: Nodes, reading: Reading): boolean {
  const isBoxed = (one: Nodes | undefined): boolean => isElement(one) && /^(?:inline-(?:block|flex|grid|table)|table-cell)$/.test(styleOf(one, reading.sheet).get('display') ?? '');
  return isBoxed(node) && isBoxed(before);
}

/** What a browser shows around an element's text: quotation marks, readings above characters, words of a drawing and buttons apart. */
const around: Readonly<Record<string, readonly [open: string, close: string]>> = { q: ['“', '”'], rt: ['(', ')'], text: [' ', ' '], button: [' ', ' '] };

const isParagraphBreak = (element: Element): boolean => attribute(element, 'dataStringifyType') === 'paragraph-break' || classes(element).includes('c-mrkdwn__br');

function visitInline(element: Element, scope: Scope, flow: Flow): void {
  const say_ = (text: string): void => void flow.run.push({ kind: 'text', text, marks: scope.marks, pre: scope.pre });
  const breakLine = (): void => void flow.run.push({ kind: 'break', marks: scope.marks });
  // Word on the web puts a blank and the break into a span of their own.
  if (element.tagName === 'br' || classes(element).includes('linebreakblob')) breakLine();
  else if (isParagraphBreak(element)) {
    breakLine();
    breakLine();
  } else if (element.tagName === 'img') visitImage(element, scope, flow);
  else if (isConvertedBlank(element)) say_(rawText(element).replace(/\u00a0/g, ' '));
  // The number Word gives a heading, with blanks up to where its text begins.
  else if (styleOf(element, flow.reading.sheet).get('mso-list') === 'ignore') say_(rawText(element).replace(/[\s\u00a0]+/gu, ' '));
  else {
    const [open, close] = around[element.tagName] ?? ['', ''];
    if (open !== '') say_(open);
    const inner = inlineScope(element, scope, flow.reading);
    for (const [index, child] of element.children.entries()) {
      if (isBoxPair(element.children[index - 1], child, flow.reading)) say_(' ');
      visit(child, inner, flow);
    }
    // LibreOffice sets a footnote's sign apart by its style alone.
    if (close !== '' || classes(element).includes('sdfootnotesym')) say_(close || ' ');
  }
}

/** WebKit and Chrome write a blank at an element's edge as a no-break space in a span of its own, which is no one's no-break space. */
function isConvertedBlank(element: Element): boolean {
  if (element.tagName !== 'span') return false;
  // Word on the web ends each paragraph with one in a span of class EOP.
  if (classes(element).some((name) => name === 'apple-converted-space' || name === 'eop')) return true;
  return Object.keys(element.properties).length === 0 && rawText(element) === '\u00a0';
}

function visitImage(element: Element, scope: Scope, flow: Flow): void {
  const symbol = symbolOf(element);
  if (symbol !== null) flow.run.push({ kind: 'text', text: symbol, marks: scope.marks, pre: scope.pre });
  else if (isCounter(element)) flow.reading.removed.push({ text: attribute(element, 'src'), why: say('formats.left-pixel') });
  else {
    flush(scope, flow);
    flow.blocks.push(imageBlock(element, flow.reading));
  }
}

/** Text of an element as verbatim inline content, for our own markup. */
export function verbatimInline(element: Element, scope: Scope, reading: Reading): BodyJson[] {
  const flow: Flow = { blocks: [], run: [], reading };
  for (const child of element.children) visit(child, scope, flow);
  return verbatimContent(flow.run);
}

function headingBlocks(element: Element, level: 2 | 3 | 4, scope: Scope, reading: Reading): BodyJson[] {
  // An export that may not leap a level writes a higher one and keeps ours beside.
  const kept = Number(attribute(element, 'dataGalleyLevel'));
  const attrs = { ...scope.passage, level: kept === 3 || kept === 4 ? kept : level };
  if (scope.verbatim) return [make('subhead', attrs, verbatimInline(element, scope, reading))];
  return reading.walk(element.children, scope).map((block) => (block.type === 'paragraph' ? make('subhead', attrs, lightened(block.content ?? [])) : block));
}

/** A heading that is bold from end to end only says that it is a heading. */
function lightened(content: readonly BodyJson[]): BodyJson[] {
  const isBold = (node: BodyJson): boolean => node.type !== 'text' || node.text?.trim() === '' || node.marks?.some(({ type }) => type === 'bold') === true;
  if (!content.every(isBold)) return [...content];
  const light = content.map(({ marks, ...node }) => {
    const kept = (marks ?? []).filter(({ type }) => type !== 'bold');
    return kept.length > 0 ? { ...node, marks: kept } : node;
  });
  return joinText(light);
}

function preformattedBlocks(element: Element): BodyJson[] {
  const text = linesText(element).replace(/\r\n?/g, '\n').replace(/^\n|\n$/g, '');
  const language = /(?:^|\s)(?:language|lang|highlight-source)-(\S+)/.exec([element, ...element.children.filter(isElement)].map((item) => attribute(item, 'className')).join(' '))?.[1] ?? '';
  return text.trim() === '' ? [] : [make('preformatted', { language }, [{ type: 'text', text }])];
}
