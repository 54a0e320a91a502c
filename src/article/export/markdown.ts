import type { PhrasingContent, Root, RootContent } from 'mdast';
import { frontmatterToMarkdown } from 'mdast-util-frontmatter';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown } from 'mdast-util-to-markdown';
import type { Article } from '../article.ts';
import type { BodyJson } from '../body.ts';
import { bodyBlocksOfMarkdown } from '../import/markdown/blocks.ts';
import { el, part, textNode } from './html/elements.ts';
import { blockToHast, datelineText } from './html-fragment.ts';
import { isBodyBlockName, type MarkdownContext, rawHtml, renderers } from './markdown/blocks.ts';
import { frontMatter } from './markdown/front-matter.ts';

/**
 * GFM with YAML front matter. Headline, standfirst, people and times are front matter and not repeated in the text;
 * what GFM cannot say is the raw HTML of `html-fragment` (DESIGN section 8).
 * @param article without suggestions, as `plain` gives it
 */
export function articleToMarkdown(article: Article, context: MarkdownContext): string {
  const blocks = (article.body.content ?? []).filter(({ type }) => isBodyBlockName(type));
  const children = blocks.map((block) => blockToMdast(block, context));
  const root: Root = {
    type: 'root',
    children: [
      { type: 'yaml', value: frontMatter(article) },
      ...withDateline(children, article.metadata.dateline === null ? '' : datelineText(article.metadata.dateline)),
      ...(article.metadata.closingCredits === '' ? [] : [rawHtml(part('p', 'closing-credits', article.metadata.closingCredits))]),
    ],
  };
  return write(root);
}

function write(root: Root): string {
  return toMarkdown(root, {
    extensions: [gfmToMarkdown(), frontmatterToMarkdown(['yaml'])],
    bullet: '-',
    emphasis: '*',
    fences: true,
    listItemIndent: 'one',
    rule: '-',
    // An autolink (`<https://…>`) has no place for a text that differs in escapes; a resource link always has.
    resourceLink: true,
  });
}

/** Letters, digits, blanks between words and plain punctuation: Markdown cannot misread these. */
const harmless = /^[\p{L}\p{N}\p{M}“”‘’"'(,.;?!%€$£/–—-](?:[\p{L}\p{N}\p{M}“”‘’"'(),.;?!%€$£/–—-]| (?! ))*$/u;

function blockToMdast(node: BodyJson, context: MarkdownContext): RootContent {
  const said = isBodyBlockName(node.type) ? renderers[node.type](node) : null;
  return said !== null && (isHarmless(node) || comesBack(node, said)) ? said : rawHtml(blockToHast(node, context));
}

function isHarmless(node: BodyJson): boolean {
  if (node.type !== 'paragraph') return false;
  return (node.content ?? []).every(({ text, marks }) => text !== undefined && !marks && harmless.test(text) && !text.endsWith(' ') && !/www\./i.test(text));
}

/** The proof: a block is Markdown only where reading that Markdown gives the same block. */
function comesBack(node: BodyJson, said: RootContent): boolean {
  const read = bodyBlocksOfMarkdown(write({ type: 'root', children: [said] }), { own: true, baseAddress: '' });
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
function withDateline(children: readonly RootContent[], dateline: string): RootContent[] {
  if (dateline === '') return [...children];
  const index = children.findIndex(({ type }) => type === 'paragraph');
  const first = children[index];
  if (first?.type !== 'paragraph') return [rawHtml([el('p', { dataGalleyPart: 'dateline-line' }, [el('span', { dataGalleyPart: 'dateline' }, [textNode(dateline)])])]), ...children];
  const printed: PhrasingContent[] = [{ type: 'html', value: '<span data-galley-part="dateline">' }, { type: 'text', value: `${dateline.replace(/\s+/g, ' ')} ` }, { type: 'html', value: '</span>' }];
  return children.with(index, { ...first, children: [...printed, ...first.children] });
}
