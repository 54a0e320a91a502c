import type { List, ListItem, Paragraph, RootContent, TableRow } from 'mdast';
import type { BodyJson } from '../../body.ts';
import type { BodyBlockName } from '../../blocks/index.ts';
import { attributesOf, type HtmlContext } from '../html/elements.ts';
import { inlineToMdast } from './inline.ts';
import type { FieldNames } from './field-names.ts';

/** `null`: GFM cannot say it, so it is the raw HTML of `html-fragment`. */
type Renderer = (node: BodyJson) => RootContent | null;

/** One line a block: a new block does not compile until it says what it is in Markdown. */
export const renderers: { readonly [Name in BodyBlockName]: Renderer } = {
  paragraph: paragraphToMdast,
  subhead: (node) => {
    const { lang, dir, level } = attributesOf(node, 'subhead');
    if (lang !== null || dir !== null || !node.content || hasBreak(node)) return null;
    return { type: 'heading', depth: level, children: inlineToMdast(node.content) };
  },
  bulletList: (node) => listToMdast(node, { ordered: false }),
  orderedList: (node) => {
    const { start } = attributesOf(node, 'orderedList');
    // Nine digits are the most a list's number may have.
    return start < 0 || start > 999_999_999 - (node.content?.length ?? 0) ? null : listToMdast(node, { ordered: true, start });
  },
  quote: (node) => {
    if (attributesOf(node, 'quote').attribution !== '') return null;
    const children = (node.content ?? []).map(paragraphToMdast);
    return children.every((child) => child !== null) ? { type: 'blockquote', children } : null;
  },
  table: tableToMdast,
  divider: () => ({ type: 'thematicBreak' }),
  preformatted: (node) => {
    const { language } = attributesOf(node, 'preformatted');
    const value = (node.content ?? []).map((child) => child.text ?? '').join('');
    if (!/^[\w+#.-]*$/.test(language) || /\r/.test(value)) return null;
    return { type: 'code', lang: language === '' ? null : language, value };
  },
  pullQuote: () => null,
  image: () => null,
  gallery: () => null,
  adSlot: () => null,
  embed: () => null,
  factBox: () => null,
};

export const isBodyBlockName = (name: string): name is BodyBlockName => Object.hasOwn(renderers, name);

/** Pictures' addresses and the language of labels: what raw HTML needs to know. */
export interface MarkdownContext extends HtmlContext {
  /** A site generator's name, '' or nothing for plain GFM. */
  readonly dialect?: string;
  /** What the newsroom's site calls the fields of the front matter. */
  readonly fieldNames?: FieldNames | undefined;
}

const hasBreak = (node: BodyJson): boolean => (node.content ?? []).some(({ type }) => type === 'hardBreak');

function paragraphToMdast(node: BodyJson): Paragraph | null {
  const { lang, dir } = attributesOf(node, 'paragraph');
  return lang !== null || dir !== null || !node.content ? null : { type: 'paragraph', children: inlineToMdast(node.content) };
}

function listToMdast(node: BodyJson, kind: { readonly ordered: boolean; readonly start?: number }): List | null {
  const children: ListItem[] = [];
  for (const item of node.content ?? []) {
    const inner = (item.content ?? []).map((child) => (isBodyBlockName(child.type) ? renderers[child.type](child) : null));
    const said = inner.filter((child): child is Paragraph | List => child?.type === 'paragraph' || child?.type === 'list');
    if (said.length !== inner.length) return null;
    children.push({ type: 'listItem', spread: said.filter(({ type }) => type === 'paragraph').length > 1, children: said });
  }
  return { type: 'list', ...kind, spread: children.some(({ spread }) => spread === true), children };
}

/** GFM knows tables of one head row, no spans, one alignment a column and one line a cell. */
function tableToMdast(node: BodyJson): RootContent | null {
  const rows = node.content ?? [];
  const columns = rows[0]?.content ?? [];
  const align = columns.map((cell) => attributesOf(cell, 'tableCell').align);
  const children: TableRow[] = [];
  for (const [index, row] of rows.entries()) {
    const cells = row.content ?? [];
    const fits = cells.length === align.length && cells.every((cell, column) => isSimpleCell(cell, index === 0 ? 'tableHeader' : 'tableCell', align[column] ?? null));
    if (!fits) return null;
    children.push({ type: 'tableRow', children: cells.map((cell) => ({ type: 'tableCell', children: inlineToMdast(cell.content?.[0]?.content) })) });
  }
  return attributesOf(node, 'table').caption === '' && align.length > 0 ? { type: 'table', align, children } : null;
}

function isSimpleCell(cell: BodyJson, type: 'tableHeader' | 'tableCell', columnAlign: string | null): boolean {
  const { colspan, rowspan, align } = attributesOf(cell, 'tableCell');
  const [paragraph, ...more] = cell.content ?? [];
  if (cell.type !== type || colspan !== 1 || rowspan !== 1 || align !== columnAlign || !paragraph || more.length > 0) return false;
  const { lang, dir } = attributesOf(paragraph, 'paragraph');
  return lang === null && dir === null && !hasBreak(paragraph);
}
