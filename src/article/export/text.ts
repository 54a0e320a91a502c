import { say } from '../../language/index.ts';
import { writtenCorrections } from '../corrections.ts';
import type { Article } from '../article.ts';
import type { BlockName } from '../blocks/index.ts';
import type { BodyJson } from '../body.ts';
import { bylineLines } from './html/byline.ts';
import { attributesOf } from './html/elements.ts';
import { datelineText } from './html-fragment.ts';
import { displayTime } from '../time.ts';

interface TextContext {
  /** BCP 47 language of the labels; '' gives English ones. */
  readonly language: string;
}
type Renderer = (node: BodyJson, context: TextContext) => readonly string[];

const line = (...parts: readonly string[]): string[] => {
  const said = parts.filter((value) => value !== '').join(' ');
  return said === '' ? [] : [said];
};

/** One line a block: a new block does not compile until it says what it is in plain text. Each item is a paragraph. */
const renderers: { readonly [Name in BlockName]: Renderer } = {
  headline: (node) => line(textOf(node)),
  standfirst: (node) => line(textOf(node)),
  byline: (node, { language }) => line(bylineLines(attributesOf(node, 'byline').contributors, language).join('\n')),
  paragraph: (node) => line(textOf(node)),
  subhead: (node) => line(textOf(node)),
  bulletList: (node, context) => [(node.content ?? []).map((item) => itemText('- ', item, context)).join('\n')],
  orderedList: (node, context) => [(node.content ?? []).map((item, index) => itemText(`${attributesOf(node, 'orderedList').start + index}. `, item, context)).join('\n')],
  listItem: (node, context) => children(node, context),
  quote: (node, context) => [...children(node, context), ...line(attributesOf(node, 'quote').attribution).map((name) => `— ${name}`)],
  pullQuote: (node) => [...line(textOf(node)), ...line(attributesOf(node, 'pullQuote').attribution).map((name) => `— ${name}`)],
  image: (node, { language }) => {
    const { alt, credit } = attributesOf(node, 'image');
    const caption = textOf(node) || alt;
    const said = [caption === '' ? '' : say('cli.text-image', { caption }, language), credit === '' ? '' : say('cli.text-credit', { credit }, language)];
    return line(...said).map((text) => `[${text}]`);
  },
  gallery: children,
  adSlot: (node) => line(attributesOf(node, 'adSlot').label).map((label) => `[${label}]`),
  embed: (node) => {
    const { title, provider, url, fallback } = attributesOf(node, 'embed');
    return line(title || fallback, provider === '' ? '' : `(${provider})`, url).map((text) => `[${text}]`);
  },
  table: (node, context) => [...line(attributesOf(node, 'table').caption), children(node, context).join('\n')],
  tableRow: (node, context) => [(node.content ?? []).map((cell) => children(cell, context).join(' ').replaceAll('\n', ' ')).join('\t')],
  tableHeader: children,
  tableCell: children,
  factBox: (node, context) => [...line(attributesOf(node, 'factBox').title), ...children(node, context)],
  divider: () => ['* * *'],
  preformatted: (node) => line(textOf(node)),
};

/**
 * Wire-style plain text: slugline, headline, byline, then a blank line between paragraphs; corrections stand below the text.
 * @param article without suggestions, as `plain` gives it
 */
export function articleToText(article: Article, context: TextContext): string {
  const { metadata, body } = article;
  const blocks = body.content ?? [];
  const first = blocks.findIndex(({ type }) => type === 'paragraph');
  const opening = metadata.dateline === null ? '' : datelineText(metadata.dateline);
  const text = blocks.flatMap((node, index) => {
    const said = render(node, context);
    return index === first && opening !== '' ? [`${opening} ${said.join('')}`.trimEnd()] : said;
  });
  const head = first < 0 && opening !== '' ? [opening] : [];
  const corrections = writtenCorrections(metadata).map(({ at, kind, text: said }) => `${say(`formats.kind-${kind}`, undefined, context.language || 'en')}, ${displayTime(at, context.language)}: ${said}`);
  return `${[...line(metadata.slugline), ...text, ...head, ...corrections, ...line(metadata.closingCredits), say('cli.text-ends', undefined, context.language)].join('\n\n')}\n`;
}

/** Some blocks as they stand in the plain text of an article, a blank line between them. */
export const blocksToText = (blocks: readonly BodyJson[], context: TextContext): string => blocks.flatMap((block) => render(block, context)).join('\n\n');

function render(node: BodyJson, context: TextContext): readonly string[] {
  if (!isBlockName(node.type)) throw new RangeError(`no plain text for “${node.type}”`);
  return renderers[node.type](node, context);
}

const isBlockName = (name: string): name is BlockName => Object.hasOwn(renderers, name);

function children(node: BodyJson, context: TextContext): readonly string[] {
  return (node.content ?? []).flatMap((child) => render(child, context));
}

function itemText(sign: string, item: BodyJson, context: TextContext): string {
  return `${sign}${children(item, context).join('\n').replaceAll('\n', '\n  ')}`;
}

function textOf(node: BodyJson): string {
  return (node.content ?? []).map((child) => (child.type === 'hardBreak' ? '\n' : (child.text ?? ''))).join('');
}
