import type { Blockquote, List, Nodes, PhrasingContent, RootContent, Table } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { say } from '../../language/index.ts';
import { safeAddress } from '../address.ts';
import { type BodyJson, deepestNesting } from '../body.ts';
import { inlineText, newBlock, paragraphOf } from './copy-blocks.ts';
import type { CopyDraft } from './copy-draft.ts';
import { originOf } from './html/image.ts';
import { attributionText } from './copy-signs.ts';

type Mark = NonNullable<BodyJson['marks']>[number];

/** Copy is typed by people: an indented paragraph is no code, a line of dashes no headline, angle brackets no HTML. */
const notInCopy = { disable: { null: ['codeIndented', 'setextUnderline', 'htmlFlow', 'htmlText', 'definition', 'gfmFootnoteCall', 'gfmFootnoteDefinition'] } };

/** Blocks of a Markdown-like passage. What has no block of its own stays as a paragraph with its text. */
export function markdownBlocks(draft: CopyDraft, markdown: string): BodyJson[] {
  if (nestsTooDeep(markdown)) return markdown.split(/\n+/u).filter((line) => line.trim() !== '').map((line) => paragraphOf(line.trim()));
  const tree = fromMarkdown(markdown, { extensions: [gfm(), notInCopy], mdastExtensions: [gfmFromMarkdown()] });
  return tree.children.flatMap((node) => blocksOfNode(draft, node, markdown));
}

/** Quote signs or list indents beyond what the article's parser takes. */
function nestsTooDeep(markdown: string): boolean {
  return markdown.split('\n').some((line) => (/^[\s>*+-]*/u.exec(line)?.[0].length ?? 0) > deepestNesting / 4);
}

/** The passage as it was typed, for nodes without a block. */
function sourceOf(node: Nodes, markdown: string): string {
  return markdown.slice(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0);
}

function blocksOfNode(draft: CopyDraft, node: RootContent, markdown: string): BodyJson[] {
  switch (node.type) {
    case 'paragraph':
      return paragraphs(draft, node.children);
    case 'heading':
      return [newBlock('subhead', { level: node.depth < 3 ? 2 : node.depth === 3 ? 3 : 4 }, inlines(draft, node.children, []))];
    case 'blockquote':
      return [quote(draft, node, markdown)];
    case 'list':
      return [list(draft, node, markdown)];
    case 'code':
      return [newBlock('preformatted', { language: [node.lang, node.meta].filter(Boolean).join(' ') }, node.value === '' ? [] : [{ type: 'text', text: node.value }])];
    case 'table':
      return [table(draft, node)];
    case 'thematicBreak':
      return [newBlock('divider', {})];
    default:
      return [paragraphOf(sourceOf(node, markdown))];
  }
}

/** A paragraph; pictures within it become blocks after the text they stand in. */
function paragraphs(draft: CopyDraft, children: readonly PhrasingContent[]): BodyJson[] {
  const blocks: BodyJson[] = [];
  const text = inlines(draft, children.filter(({ type }) => type !== 'image'), []);
  if (text.some((node) => node.type === 'hardBreak' || (node.text ?? '').trim() !== '')) blocks.push(newBlock('paragraph', {}, text));
  for (const child of children) {
    if (child.type !== 'image') continue;
    const attrs = { imageId: null, origin: originOf(child.url, ''), alt: child.alt ?? '', role: draft.isFirstImage() ? 'lead' : 'inline' };
    blocks.push(newBlock('image', attrs, inlineText(child.title ?? '')));
  }
  return blocks;
}

function inlines(draft: CopyDraft, children: readonly PhrasingContent[], marks: readonly Mark[]): BodyJson[] {
  return children.flatMap((child) => inline(draft, child, marks));
}

function inline(draft: CopyDraft, node: PhrasingContent, marks: readonly Mark[]): BodyJson[] {
  const within = (mark: Mark): readonly Mark[] => (marks.some(({ type }) => type === mark.type) ? marks : [...marks, mark]);
  switch (node.type) {
    case 'text':
      return marked(node.value, marks);
    case 'inlineCode':
      return marked(node.value, within({ type: 'code' }));
    case 'strong':
      return inlines(draft, node.children, within({ type: 'bold' }));
    case 'emphasis':
      return inlines(draft, node.children, within({ type: 'italic' }));
    case 'delete':
      return inlines(draft, node.children, within({ type: 'strike' }));
    case 'break':
      return [{ type: 'hardBreak' }];
    case 'link': {
      if (node.title) draft.remove(node.title, say('importing.removedLinkTitle'));
      const href = safeAddress(node.url);
      if (href === null) draft.remove(node.url, say('importing.removedAddress'));
      return inlines(draft, node.children, href === null ? marks : within({ type: 'link', attrs: { href } }));
    }
    case 'image':
      // Within a heading, a quotation or a cell there is no place for a picture: its text stays.
      draft.remove(node.url, say('importing.removedPicture'));
      return marked([node.alt, node.title].filter(Boolean).join(' '), marks);
    default:
      return 'value' in node ? marked(node.value, marks) : [];
  }
}

function marked(text: string, marks: readonly Mark[]): BodyJson[] {
  return inlineText(text).map((node) => (node.type === 'text' && marks.length > 0 ? { ...node, marks } : node));
}

/** A quotation; a last line that begins with a dash says whose it is. */
function quote(draft: CopyDraft, node: Blockquote, markdown: string): BodyJson {
  const content: BodyJson[] = [];
  for (const child of node.children) {
    if (child.type === 'paragraph') content.push(newBlock('paragraph', {}, inlines(draft, child.children, [])));
    else content.push(paragraphOf(sourceOf(child, markdown)));
  }
  const attribution = takeAttribution(content);
  return newBlock('quote', { attribution }, content.length > 0 ? content : [paragraphOf('')]);
}

function takeAttribution(content: BodyJson[]): string {
  const last = content.at(-1);
  const inside = last?.content ?? [];
  const at = inside.findLastIndex(({ type }) => type === 'hardBreak');
  const line = inside.slice(at + 1);
  const attribution = attributionText(line.map(({ text }) => text ?? '').join(''));
  if (!last || attribution === null || (at < 0 && content.length < 2)) return '';
  if (at < 0) content.pop();
  else content[content.length - 1] = { ...last, content: inside.slice(0, at) };
  return attribution;
}

function list(draft: CopyDraft, node: List, markdown: string): BodyJson {
  const items = node.children.map((item) => {
    const content: BodyJson[] = [];
    if (item.checked !== null && item.checked !== undefined) content.push(paragraphOf(item.checked ? '[x]' : '[ ]'));
    for (const child of item.children) {
      const blocks = blocksOfNode(draft, child, markdown);
      const fits = blocks.every(({ type }) => type === 'paragraph' || type === 'bulletList' || type === 'orderedList');
      content.push(...(fits ? blocks : [paragraphOf(sourceOf(child, markdown))]));
    }
    return newBlock('listItem', {}, content[0]?.type === 'paragraph' ? content : [paragraphOf(''), ...content]);
  });
  return node.ordered ? newBlock('orderedList', { start: node.start ?? 1 }, items) : newBlock('bulletList', {}, items);
}

function table(draft: CopyDraft, node: Table): BodyJson {
  const rows = node.children.map((row, rowIndex) => ({
    type: 'tableRow',
    content: row.children.map((cell, column) => ({
      type: rowIndex === 0 ? 'tableHeader' : 'tableCell',
      attrs: { align: node.align?.[column] ?? null },
      content: [newBlock('paragraph', {}, inlines(draft, cell.children, []))],
    })),
  }));
  return newBlock('table', {}, rows);
}
