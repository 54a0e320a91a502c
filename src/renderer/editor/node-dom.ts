/** How each block stands in the page: plain elements; those with controls get a view on top (`views/`). */
import type { DOMOutputSpec, Mark, Node } from '@tiptap/pm/model';
import type { BlockName } from '../../article/blocks/index.ts';
import type { MarkName } from '../../article/marks/index.ts';
import { type MessageKey, say } from '../../language/index.ts';

/** The name screen readers and tests know a block by (DESIGN section 9). */
export const blockLabels = {
  headline: 'editor.headline', standfirst: 'editor.standfirst', byline: 'editor.byline', paragraph: 'editor.paragraph', subhead: 'editor.subhead',
  bulletList: 'editor.bulletList', orderedList: 'editor.orderedList', listItem: 'editor.listItem', quote: 'editor.quote', pullQuote: 'editor.pullQuote',
  image: 'editor.image', gallery: 'editor.gallery', adSlot: 'editor.adSlot', embed: 'editor.embed', table: 'editor.table', tableRow: 'editor.tableRow',
  tableHeader: 'editor.tableHeader', tableCell: 'editor.tableCell', factBox: 'editor.factBox', divider: 'editor.divider', preformatted: 'editor.preformatted',
} as const satisfies Record<BlockName, MessageKey>;

export const isBlockName = (name: string): name is BlockName => Object.hasOwn(blockLabels, name);
export const labelOf = (name: BlockName): string => say(blockLabels[name]);

type Drawing = (node: Node) => DOMOutputSpec;

const group = (name: BlockName, more: Readonly<Record<string, string | null>> = {}): Record<string, string | null> => ({ role: 'group', 'aria-label': labelOf(name), 'data-block': name, ...more });
const passage = (node: Node): Record<string, string | null> => ({ lang: attribute(node, 'lang'), dir: attribute(node, 'dir') });
const card = (name: BlockName): Drawing => () => ['div', group(name, { class: 'block-card' }), ['span', labelOf(name)]];

/** One drawing a block, so that a new block does not compile without. */
export const nodeDrawings: Record<BlockName, Drawing> = {
  // The window's heading is the article's name in the header: an empty headline would be a heading without words.
  headline: () => ['div', group('headline'), ['p', 0]],
  standfirst: () => ['div', group('standfirst'), ['p', 0]],
  byline: card('byline'),
  paragraph: (node) => ['p', group('paragraph', passage(node)), 0],
  subhead: (node) => ['div', group('subhead', { ...passage(node), 'data-level': String(node.attrs['level']) }), [`h${String(node.attrs['level'])}`, 0]],
  bulletList: () => ['ul', group('bulletList', { role: null }), 0],
  orderedList: (node) => ['ol', group('orderedList', { role: null, start: String(node.attrs['start']) }), 0],
  listItem: () => ['li', 0],
  quote: () => ['blockquote', group('quote'), 0],
  pullQuote: () => ['blockquote', group('pullQuote'), 0],
  image: () => ['figure', group('image'), ['figcaption', 0]],
  gallery: () => ['div', group('gallery'), 0],
  adSlot: card('adSlot'),
  embed: card('embed'),
  table: () => ['table', group('table', { role: null }), ['tbody', 0]],
  tableRow: () => ['tr', 0],
  tableHeader: (node) => ['th', cell(node), 0],
  tableCell: (node) => ['td', cell(node), 0],
  factBox: () => ['aside', group('factBox'), 0],
  divider: () => ['div', group('divider'), ['hr']],
  preformatted: () => ['pre', group('preformatted'), ['code', 0]],
};

const language = (mark: Mark): Record<string, string | null> => ({ lang: markAttribute(mark, 'lang'), dir: markAttribute(mark, 'dir') });

export const markDrawings: Record<MarkName, (mark: Mark) => DOMOutputSpec> = {
  bold: () => ['strong', 0],
  italic: () => ['em', 0],
  strike: () => ['s', 0],
  superscript: () => ['sup', 0],
  subscript: () => ['sub', 0],
  code: () => ['code', 0],
  link: (mark) => ['a', { 'data-href': markAttribute(mark, 'href'), title: markAttribute(mark, 'href') }, 0],
  lang: (mark) => ['span', { ...language(mark), 'data-lang': '' }, 0],
  note: (mark) => ['span', { 'data-note': '', title: markAttribute(mark, 'text') }, 0],
  insertion: () => ['ins', 0],
  deletion: () => ['del', 0],
  modification: () => ['span', { 'data-modification': '' }, 0],
};

function cell(node: Node): Record<string, string | null> {
  const align = attribute(node, 'align');
  return { colspan: span(node, 'colspan'), rowspan: span(node, 'rowspan'), 'data-align': align };
}

function span(node: Node, name: string): string | null {
  const value: unknown = node.attrs[name];
  return typeof value === 'number' && value > 1 ? String(value) : null;
}

function attribute(node: Node, name: string): string | null {
  const value: unknown = node.attrs[name];
  return typeof value === 'string' && value !== '' ? value : null;
}

function markAttribute(mark: Mark, name: string): string | null {
  const value: unknown = mark.attrs[name];
  return typeof value === 'string' && value !== '' ? value : null;
}
