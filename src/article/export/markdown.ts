import type { PhrasingContent, Root, RootContent } from 'mdast';
import { frontmatterToMarkdown } from 'mdast-util-frontmatter';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown } from 'mdast-util-to-markdown';
import type { Article } from '../article.ts';
import type { BodyJson } from '../body.ts';
import { bodyBlocksOfMarkdown } from '../import/markdown/blocks.ts';
import { attributesOf, el, part, textNode } from './html/elements.ts';
import { imagesOf } from './images-of.ts';
import { blockToHast, datelineText } from './html-fragment.ts';
import { isBodyBlockName, type MarkdownContext, renderers } from './markdown/blocks.ts';
import { fitsDialect } from './markdown/dialect-fit.ts';
import { type Dialect, dialectOf, rawBlock } from './markdown/dialects.ts';
import { soundFieldNames } from './markdown/field-names.ts';
import { frontMatter } from './markdown/front-matter.ts';

/**
 * GFM with YAML front matter, in a site generator's dialect where one is named. Headline, standfirst, people and times are
 * front matter and not repeated in the text; what GFM cannot say is the raw HTML of `html-fragment` (DESIGN section 8).
 * @param article without suggestions, as `plain` gives it
 */
export function articleToMarkdown(article: Article, context: MarkdownContext): string {
  const dialect = dialectOf(context.dialect ?? '');
  const { closingCredits, dateline } = article.metadata;
  const blocks = (article.body.content ?? []).filter(({ type }) => isBodyBlockName(type));
  const children = blocks.map((block) => blockToMdast(block, context, dialect));
  const root: Root = {
    type: 'root',
    children: [
      { type: 'yaml', value: frontMatter(article, dialect, { picture: leadPicture(article, context), names: soundFieldNames(context.fieldNames ?? {}) }) },
      ...withDateline(children, blocks, dateline === null ? '' : datelineText(dateline), context),
      ...(closingCredits === '' ? [] : [rawBlock({ type: 'paragraph' }, part('p', 'closing-credits', closingCredits), dialect)]),
    ],
  };
  return write(root, dialect);
}

function write(root: Root, dialect: Dialect | null): string {
  return toMarkdown(root, {
    extensions: [gfmToMarkdown(), frontmatterToMarkdown(['yaml'])],
    bullet: '-',
    emphasis: '*',
    fences: true,
    listItemIndent: 'one',
    rule: '-',
    // An autolink (`<https://…>`) has no place for a text that differs in escapes; a resource link always has.
    resourceLink: true,
    unsafe: dialect === null ? [] : [...templateSigns],
  });
}

/** Text that is no template's: `\{` is the same to Markdown and nothing to Hugo, Liquid and Nunjucks; nor Hugo's end of a summary, nor a definition. */
const templateSigns = [
  { character: '{', after: '[{%#.:]', inConstruct: 'phrasing' },
  { character: '{', before: '\\{', inConstruct: 'phrasing' },
  { character: '%', before: '\\{', inConstruct: 'phrasing' },
  { character: '#', before: '\\{', inConstruct: 'phrasing' },
  { character: '!', before: '<', inConstruct: 'phrasing' },
  { character: ':', atBreak: true },
] as const;

/** The address of the first image called lead, else of the first with a file; '' where there is none. */
function leadPicture(article: Article, context: MarkdownContext): string {
  const found = imagesOf(article.body).map((node) => attributesOf(node, 'image')).flatMap(({ imageId, role }) => {
    const address = imageId === null ? null : context.imageAddress(imageId);
    return address === null ? [] : [{ address, role }];
  });
  return (found.find(({ role }) => role === 'lead') ?? found[0])?.address ?? '';
}

/** Letters, digits, blanks between words and plain punctuation: Markdown cannot misread these. */
const harmless = /^[\p{L}\p{N}\p{M}“”‘’"'(,.;?!%€$£/–—-](?:[\p{L}\p{N}\p{M}“”‘’"'(),.;?!%€$£/–—-]| (?! ))*$/u;

function blockToMdast(node: BodyJson, context: MarkdownContext, dialect: Dialect | null): RootContent {
  if (dialect !== null && !fitsDialect(node, dialect)) return rawBlock(node, blockToHast(node, context), dialect);
  const said = isBodyBlockName(node.type) ? renderers[node.type](node) : null;
  return said !== null && (isHarmless(node) || comesBack(node, said, dialect)) ? said : rawBlock(node, blockToHast(node, context), dialect);
}

/** A block that reads the same whatever its words: no proof is needed, and most blocks of news are such. */
function isHarmless(node: BodyJson): boolean {
  if (node.type === 'paragraph') return isHarmlessLine(node);
  if (node.type === 'subhead') return (node.content ?? []).length > 0 && isHarmlessLine(node);
  return node.type === 'bulletList' && (node.content ?? []).every(({ content = [] }) => content.length === 1 && content.every((line) => line.type === 'paragraph' && (line.content ?? []).length > 0 && isHarmlessLine(line)));
}

function isHarmlessLine(node: BodyJson): boolean {
  const content = node.content ?? [];
  if (content.some(({ text }) => text === undefined)) return false;
  const line = content.map(({ text }) => text).join('');
  if (content.length > 0 && (!harmless.test(line) || line.endsWith(' ') || /www\./i.test(line))) return false;
  return content.every((child, index) => isPlainlyMarked(child, content[index - 1]?.text ?? ' ', content[index + 1]?.text ?? ' '));
}

/** Words between blanks, or before a comma or full stop, that are bold, italic or a plain link: their signs mean nothing else there. */
function isPlainlyMarked({ text = '', marks = [] }: BodyJson, before: string, after: string): boolean {
  const [mark, ...more] = marks;
  if (!mark) return true;
  const isPlain = mark.type === 'bold' || mark.type === 'italic' || (mark.type === 'link' && /^https:\/\/[A-Za-z0-9./-]+$/.test(String(mark.attrs?.['href'])));
  return more.length === 0 && isPlain && /^[\p{L}\p{N}](?:.*[\p{L}\p{N}])?$/u.test(text) && before.endsWith(' ') && /^[ ,.]/.test(after);
}

/** The proof: a block is Markdown only where reading that Markdown gives the same block. */
function comesBack(node: BodyJson, said: RootContent, dialect: Dialect | null): boolean {
  const read = bodyBlocksOfMarkdown(write({ type: 'root', children: [said] }, dialect), { own: true, baseAddress: '' });
  return read.ok && read.value.blocks.length === 1 && comparable(read.value.blocks[0]) === comparable(node);
}

/** Everything of a block but ids and what the public never sees. */
function comparable(node: BodyJson | undefined): string {
  return JSON.stringify(node, (key, value: unknown) => (key === 'blockId' ? undefined : key === 'marks' && Array.isArray(value) ? publicMarks(value) : value));
}

function publicMarks(marks: readonly { readonly type: string }[]): readonly unknown[] | undefined {
  const kept = marks.filter(({ type }) => type !== 'note');
  return kept.length > 0 ? kept : undefined;
}

/** The dateline stands before the text of the first paragraph; where there is none, in a line of its own at the head. */
function withDateline(children: readonly RootContent[], blocks: readonly BodyJson[], dateline: string, context: MarkdownContext): RootContent[] {
  if (dateline === '') return [...children];
  const dialect = dialectOf(context.dialect ?? '');
  const index = blocks.findIndex(({ type }) => type === 'paragraph');
  const [block, said] = [blocks[index], children[index]];
  const printed = el('span', { dataGalleyPart: 'dateline' }, [textNode(`${dateline.replace(/\s+/g, ' ')} `)]);
  if (!block || !said) return [rawBlock({ type: 'paragraph' }, [el('p', { dataGalleyPart: 'dateline-line' }, [printed])], dialect), ...children];
  if (said.type !== 'paragraph' || dialect?.isLoose) {
    const raw = blockToHast(block, context).map((node) => (node.type === 'element' ? { ...node, children: [printed, ...node.children] } : node));
    return children.with(index, rawBlock(block, raw, dialect));
  }
  const tag = (value: string): PhrasingContent => ({ type: 'html', value: dialect?.raw(value) ?? value });
  const text: PhrasingContent = { type: 'text', value: `${dateline.replace(/\s+/g, ' ')} ` };
  return children.with(index, { ...said, children: [tag('<span data-galley-part="dateline">'), text, tag('</span>'), ...said.children] });
}
