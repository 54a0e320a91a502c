import type { Element, ElementContent, Root as HtmlRoot } from 'hast';
import type { Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { say } from '../../../language/index.ts';
import { type BodyJson, deepestNesting } from '../../body.ts';
import { failed, ok, type Parsed } from '../../parsed.ts';
import { isTooDeep } from '../html/depth.ts';
import { prepare, readingOf } from '../html-blocks.ts';
import { attribute, rawText, without } from '../html/read.ts';
import { outerScope } from '../html/scope.ts';
import type { Explained } from '../report.ts';
import { isTooDeepInSource, isTooDense } from './depth.ts';
import type { FrontMatterSyntax } from './front-matter-source.ts';
import { treeToHast } from './tree.ts';

export interface MarkdownOptions {
  /** True for Markdown that Galley wrote: blanks are text as they stand. */
  readonly own: boolean;
  /** Address of the page the text came from, for relative links; '' if none. */
  readonly baseAddress: string;
}

export interface MarkdownBlocks {
  readonly blocks: readonly BodyJson[];
  /** Text of the printed dateline, '' where there is none. */
  readonly dateline: string;
  readonly closingCredits: string;
  readonly removed: readonly Explained[];
  /** For each image's blockId its address as the source wrote it. */
  readonly pictures: ReadonlyMap<string, string>;
}

const fences: readonly (readonly [syntax: FrontMatterSyntax, block: RegExp])[] = [
  ['yaml', /^---[ \t]*\n([\s\S]*?)^---[ \t]*(?:\n|$)/m],
  ['toml', /^\+\+\+[ \t]*\n([\s\S]*?)^\+\+\+[ \t]*(?:\n|$)/m],
  // Eleventy names the syntax at the fence.
  ['json', /^---json[ \t]*\n([\s\S]*?)^---[ \t]*(?:\n|$)/m],
  ['toml', /^---toml[ \t]*\n([\s\S]*?)^---[ \t]*(?:\n|$)/m],
  ['json', /^(\{[ \t]*\n[\s\S]*?^\}[ \t]*(?:\n|$))/m],
];

/** Front matter of any syntax and the text below it; `syntax` null where there is none. */
export function partedFrontMatter(source: string): { readonly syntax: FrontMatterSyntax | null; readonly matter: string; readonly rest: string } {
  for (const [syntax, block] of fences) {
    const match = block.exec(source);
    if (match?.index === 0) return { syntax, matter: (match[1] ?? '').replace(/\n$/, ''), rest: source.slice(match[0].length) };
  }
  return { syntax: null, matter: '', rest: source };
}

/** Galley writes every link out: in its own Markdown a bare address is text. */
const noAutolinks = { disable: { null: ['wwwAutolink', 'protocolAutolink', 'emailAutolink'] } };

/**
 * GFM as a tree; refused where it is nested deeper than any article.
 * @param own true for Markdown that Galley wrote
 */
export function parseMarkdown(source: string, own: boolean): Parsed<Root> {
  if (isTooDense(source)) return failed('too-deep', 'markdown', say('formats.left-too-dense'));
  if (isTooDeepInSource(source)) return tooDeep();
  // The only transform of GFM is the one that makes links of bare addresses once more.
  const made = gfmFromMarkdown().filter(({ transforms }) => !own || transforms === undefined);
  const tree = fromMarkdown(source, { extensions: own ? [gfm(), noAutolinks] : [gfm()], mdastExtensions: [made] });
  return isTooDeep(tree) ? tooDeep() : ok(tree);
}

const tooDeep = (): Parsed<never> => failed('too-deep', 'markdown', say('formats.left-too-deep', { limit: deepestNesting }));

/** Blocks of a Markdown text without front matter. */
export function bodyBlocksOfMarkdown(source: string, options: MarkdownOptions): Parsed<MarkdownBlocks> {
  const tree = parseMarkdown(source, options.own);
  return tree.ok ? blocksOfTree(tree.value, options) : tree;
}

/** Blocks of a Markdown tree: read as the HTML it means, raw parts included, by the same code as every HTML. */
export function blocksOfTree(tree: Root, options: MarkdownOptions): Parsed<MarkdownBlocks> {
  const prepared = prepare({ type: 'root', children: treeToHast(tree, options.own) });
  if (!prepared.ok) return prepared;
  const { root } = prepared.value;
  const isLine = isPart('dateline-line', 'closing-credits');
  const body: ElementContent[] = root.children.filter((node): node is ElementContent => node.type !== 'doctype' && !isLine(node));
  const dateline = firstPart(root, 'dateline');
  const credits = firstPart(root, 'closing-credits');
  const text = without({ type: 'element', tagName: 'div', properties: {}, children: body }, isPart('dateline'));
  const reading = readingOf(prepared.value, { started: false, verbatim: options.own, baseAddress: options.baseAddress });
  const blocks = reading.walk(text.children, { ...outerScope, verbatim: options.own });
  return ok({
    blocks,
    dateline: dateline ? rawText(dateline).replace(/ $/, '') : '',
    closingCredits: credits ? rawText(credits) : '',
    removed: reading.removed,
    pictures: reading.pictures,
  });
}

const isPart = (...names: readonly string[]) => (node: { readonly type: string }): boolean => isElementNode(node) && names.includes(attribute(node, 'dataGalleyPart'));
const isElementNode = (node: { readonly type: string }): node is Element => node.type === 'element';

function firstPart(node: HtmlRoot | Element, name: string): Element | null {
  for (const child of node.children) {
    if (child.type !== 'element') continue;
    if (attribute(child, 'dataGalleyPart') === name) return child;
    const found = firstPart(child, name);
    if (found) return found;
  }
  return null;
}
