import type { Element, ElementContent } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import type { AlignType, Blockquote, Definition, List, Nodes, PhrasingContent, Root, RootContent, Table } from 'mdast';
import { el, textNode } from '../../export/html/elements.ts';

interface TreeState {
  /** True for our own Markdown, where every blank is text. */
  readonly own: boolean;
  readonly definitions: ReadonlyMap<string, Definition>;
}

/** A Markdown tree as the HTML it means; raw HTML is parsed and nested where it stands. */
export function treeToHast(tree: Root, own: boolean): ElementContent[] {
  const definitions = new Map<string, Definition>();
  for (const node of tree.children) if (node.type === 'definition' && !definitions.has(node.identifier)) definitions.set(node.identifier, node);
  const state = { own, definitions };
  const notes = tree.children.filter(({ type }) => type === 'footnoteDefinition');
  return flow([...tree.children.filter(({ type }) => type !== 'footnoteDefinition'), ...notes], state);
}

function flow(nodes: readonly RootContent[], state: TreeState): ElementContent[] {
  return nodes.flatMap((node) => block(node, state));
}

function block(node: RootContent, state: TreeState): ElementContent[] {
  switch (node.type) {
    case 'paragraph':
      return paragraph(node.children, state);
    case 'heading':
      return [el(`h${node.depth}`, {}, phrasing(node.children, state))];
    case 'thematicBreak':
      return [el('hr')];
    case 'blockquote':
      return [blockquote(node, state)];
    case 'list':
      return [list(node, state)];
    case 'code':
      return [el('pre', { dataGalleyBlock: 'preformatted' }, [el('code', { className: node.lang ? `language-${node.lang}` : null }, [textNode(node.value)])])];
    case 'html':
      return fragment(node.value);
    case 'table':
      return [table(node, state)];
    case 'footnoteDefinition':
      return withNoteSign(`[${node.label ?? node.identifier}] `, flow(node.children, state));
    case 'definition':
      return [];
    default:
      return phrasing([node as PhrasingContent], state);
  }
}

/** A footnote's sign stands before the text of its first paragraph. */
function withNoteSign(sign: string, [first, ...rest]: readonly ElementContent[]): ElementContent[] {
  if (first?.type === 'element' && first.tagName === 'p') return [{ ...first, children: [textNode(sign), ...first.children] }, ...rest];
  return [el('p', {}, [textNode(sign)]), ...(first ? [first] : []), ...rest];
}

/** A quotation; a last line that begins with a dash says whose it is, as people type it. */
function blockquote(node: Blockquote, state: TreeState): Element {
  if (state.own) return el('blockquote', { dataGalleyBlock: 'quote' }, flow(node.children, state));
  const found = speakerOf(node);
  const speaker = found ? [el('footer', {}, [textNode(found.speaker)])] : [];
  return el('blockquote', {}, [...flow(found?.quoted ?? node.children, state), ...speaker]);
}

interface Speaker {
  readonly speaker: string;
  readonly quoted: readonly RootContent[];
}

/** The speaker on the last line, or in a last paragraph of its own; null where a dash opens the quotation itself. */
function speakerOf({ children }: Blockquote): Speaker | null {
  const last = children.at(-1);
  const text = last?.type === 'paragraph' ? last.children.at(-1) : undefined;
  if (last?.type !== 'paragraph' || text?.type !== 'text') return null;
  const match = /(?:^|\n)(?:\u2014|\u2013|--)\s*([^\n]{1,120})$/.exec(text.value);
  if (!match) return null;
  const before = [...last.children.slice(0, -1), ...(match.index > 0 ? [{ ...text, value: text.value.slice(0, match.index) }] : [])];
  const quoted = [...children.slice(0, -1), ...(before.length > 0 ? [{ ...last, children: before }] : [])];
  const isInLine = match.index === 0 && before.length > 0;
  return quoted.length === 0 || isInLine ? null : { speaker: match[1] ?? '', quoted };
}

/** A picture alone in a paragraph is a picture of the article, its title the caption. */
function paragraph(children: readonly PhrasingContent[], state: TreeState): ElementContent[] {
  const [only, ...more] = children;
  if (only?.type === 'image' && more.length === 0) {
    const caption = only.title ? [el('figcaption', {}, [textNode(only.title)])] : [];
    return [el('figure', {}, [el('img', { src: only.url, alt: only.alt ?? '' }), ...caption])];
  }
  return [el('p', {}, phrasing(children, state))];
}

function list(node: List, state: TreeState): Element {
  const items = node.children.map((item) => {
    const box = typeof item.checked === 'boolean' ? [textNode(item.checked ? '[x] ' : '[ ] ')] : [];
    const inner = flow(item.children, state);
    const [first, ...rest] = inner;
    const marked = box.length > 0 && first?.type === 'element' ? [{ ...first, children: [...box, ...first.children] }, ...rest] : inner;
    return el('li', {}, marked);
  });
  return node.ordered ? el('ol', { start: node.start === 1 ? null : node.start }, items) : el('ul', {}, items);
}

function table(node: Table, state: TreeState): Element {
  const cellOf = (tagName: 'th' | 'td', children: readonly PhrasingContent[], align: AlignType | undefined): Element => el(tagName, { dataGalleyAlign: align ?? null, style: align ? `text-align:${align}` : null }, [el('p', {}, phrasing(children, state))]);
  const columns = node.children[0]?.children.length ?? 0;
  const rows = node.children.map((row, index) => {
    const cells = Array.from({ length: columns }, (_, column) => row.children[column]?.children ?? []);
    return el('tr', {}, cells.map((children, column) => cellOf(index === 0 ? 'th' : 'td', children, node.align?.[column])));
  });
  return el('table', { dataGalleyBlock: 'table' }, [el('tbody', {}, rows)]);
}

/** An element whose raw start tag was read and whose end tag has not come yet. */
interface Open {
  readonly element: Element;
}

/** Inline content; raw tags open and close elements around the Markdown between them. */
function phrasing(nodes: readonly PhrasingContent[], state: TreeState): ElementContent[] {
  const root: Open = { element: el('span') };
  const open: Open[] = [root];
  const add = (children: readonly ElementContent[]): void => void (open.at(-1) ?? root).element.children.push(...children);
  for (const node of nodes) {
    if (node.type !== 'html') {
      add(inline(node, state));
      continue;
    }
    const end = /^<\/([A-Za-z][\w-]*)\s*>$/.exec(node.value)?.[1]?.toLowerCase();
    if (end !== undefined) {
      const index = open.findLastIndex(({ element }, position) => position > 0 && element.tagName === end);
      if (index > 0) open.length = index;
      continue;
    }
    const parsed = fragment(node.value);
    add(parsed);
    const [element] = parsed;
    if (parsed.length === 1 && element?.type === 'element' && !isVoid(element, node.value)) open.push({ element });
  }
  return root.element.children;
}

const voids = new Set(['area', 'base', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'source', 'track', 'wbr']);
const isVoid = ({ tagName }: Element, source: string): boolean => voids.has(tagName) || source.endsWith('/>');

const attentionTags = { strong: 'strong', emphasis: 'em', delete: 's' } as const;
const addressOf = (identifier: string, state: TreeState): string | null => state.definitions.get(identifier)?.url ?? null;

function inline(node: PhrasingContent, state: TreeState): ElementContent[] {
  switch (node.type) {
    case 'text':
      return [textNode(state.own ? node.value : node.value.replace(/\s*\n\s*/g, ' '))];
    case 'strong':
    case 'emphasis':
    case 'delete':
      return [el(attentionTags[node.type], {}, phrasing(node.children, state))];
    case 'inlineCode':
      return [el('code', {}, [textNode(node.value)])];
    case 'break':
      return [el('br')];
    case 'link':
      return [el('a', { href: node.url }, phrasing(node.children, state))];
    case 'linkReference':
      return [el('a', { href: addressOf(node.identifier, state) }, phrasing(node.children, state))];
    case 'image':
    case 'imageReference':
      return [el('img', { src: node.type === 'image' ? node.url : addressOf(node.identifier, state), alt: plainAlt(node.alt) })];
    case 'footnoteReference':
      return [textNode(noteSign(node))];
    case 'html':
      return fragment(node.value);
    default:
      return unknownText(node);
  }
}

const plainAlt = (alt: string | null | undefined): string => alt ?? '';
const noteSign = ({ label, identifier }: { readonly label?: string | null | undefined; readonly identifier: string }): string => `[${label ?? identifier}]`;

/** A node of an extension that is not switched on: its text stays. */
function unknownText(node: Nodes): ElementContent[] {
  return 'value' in node ? [textNode(node.value)] : [];
}

function fragment(source: string): ElementContent[] {
  return fromHtml(source, { fragment: true }).children.filter((node) => node.type !== 'doctype');
}
