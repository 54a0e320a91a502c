import type { Html, PhrasingContent } from 'mdast';
import { toHtml } from 'hast-util-to-html';
import { publicAddress } from '../../address.ts';
import type { BodyJson } from '../../body.ts';
import type { MarkName } from '../../marks/index.ts';
import { el, languageOf, type Properties } from '../html/elements.ts';

type Mark = NonNullable<BodyJson['marks']>[number];
interface Piece {
  readonly node: BodyJson;
  readonly marks: readonly Mark[];
}
type Wrap = (children: PhrasingContent[], mark: Mark) => PhrasingContent[];

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** What Markdown has no sign for, as the tags of `html-fragment` around the Markdown of its text. */
function tags(tagName: string, properties: Properties, children: PhrasingContent[]): PhrasingContent[] {
  const whole = toHtml(el(tagName, properties));
  const end = `</${tagName}>`;
  const html = (value: string): Html => ({ type: 'html', value });
  return [html(whole.slice(0, -end.length).replaceAll('\n', '&#10;')), ...children, html(end)];
}

/** From the outside in; a new mark does not compile until it says what it is in Markdown. `null`: the public never sees it. */
const wraps: { readonly [Name in MarkName]: Wrap | null } = {
  link: (children, mark) => {
    const href = textOf(mark.attrs?.['href']);
    const url = publicAddress(href);
    return url === null ? tags('a', { dataGalleyPart: 'link' }, children) : [{ type: 'link', url, children }];
  },
  lang: (children, mark) => tags('span', { ...languageOf(textOf(mark.attrs?.['lang'])), dir: mark.attrs?.['dir'] === null ? null : textOf(mark.attrs?.['dir']) }, children),
  bold: (children) => [{ type: 'strong', children }],
  italic: (children) => [{ type: 'emphasis', children }],
  strike: (children) => [{ type: 'delete', children }],
  superscript: (children) => tags('sup', {}, children),
  subscript: (children) => tags('sub', {}, children),
  code: (children) => [{ type: 'inlineCode', value: children.map((child) => ('value' in child ? child.value : '')).join('') }],
  note: null,
  insertion: null,
  deletion: null,
  modification: null,
};
const nesting = Object.keys(wraps);
const isMarkName = (name: string): name is MarkName => Object.hasOwn(wraps, name);

/** Inline content as Markdown's tree; neighbours with a common mark stand in one element. */
export function inlineToMdast(content: readonly BodyJson[] | undefined): PhrasingContent[] {
  return group(
    (content ?? []).map((node) => ({
      node,
      marks: (node.marks ?? []).filter(({ type }) => isMarkName(type) && wraps[type] !== null).toSorted((a, b) => nesting.indexOf(a.type) - nesting.indexOf(b.type)),
    })),
  );
}

function group(pieces: readonly Piece[]): PhrasingContent[] {
  const result: PhrasingContent[] = [];
  for (let index = 0; index < pieces.length; ) {
    const piece = pieces[index];
    const outer = piece?.marks[0];
    if (!piece) break;
    if (!outer || !isMarkName(outer.type)) {
      result.push(piece.node.type === 'hardBreak' ? { type: 'break' } : { type: 'text', value: piece.node.text ?? '' });
      index += 1;
      continue;
    }
    const start = index;
    const key = JSON.stringify(outer);
    while (index < pieces.length && JSON.stringify(pieces[index]?.marks[0]) === key) index += 1;
    const inner = group(pieces.slice(start, index).map(({ node, marks }) => ({ node, marks: marks.slice(1) })));
    result.push(...(wraps[outer.type]?.(inner, outer) ?? inner));
  }
  return joinTexts(result);
}

/** Texts that stood apart only by a mark the public never sees. */
function joinTexts(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const result: PhrasingContent[] = [];
  for (const node of nodes) {
    const previous = result.at(-1);
    if (previous?.type === 'text' && node.type === 'text') result[result.length - 1] = { type: 'text', value: previous.value + node.value };
    else result.push(node);
  }
  return result;
}
