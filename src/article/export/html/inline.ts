import type { Element, ElementContent } from 'hast';
import { safeAddress } from '../../address.ts';
import type { BodyJson } from '../../body.ts';
import type { MarkName } from '../../marks/index.ts';
import { el, textNode } from './elements.ts';

type Mark = NonNullable<BodyJson['marks']>[number];
interface Piece {
  readonly node: BodyJson;
  readonly marks: readonly Mark[];
}

const asText = (value: unknown): string => (typeof value === 'string' ? value : '');

/** The element of each mark, null for one that the public never sees; a new mark does not compile until it has a line here. */
const elements: { readonly [Name in MarkName]: ((mark: Mark) => Element) | null } = {
  link: (mark) => {
    const href = asText(mark.attrs?.['href']);
    if (href === '') return el('a', { dataGalleyPart: 'link' });
    // An address that may not stand in an article may not leave it either; the text stays.
    return safeAddress(href) === null ? el('a') : el('a', { href });
  },
  lang: (mark) => el('span', { lang: asText(mark.attrs?.['lang']), dir: mark.attrs?.['dir'] === null ? null : asText(mark.attrs?.['dir']) }),
  bold: () => el('strong'),
  italic: () => el('em'),
  strike: () => el('s'),
  superscript: () => el('sup'),
  subscript: () => el('sub'),
  code: () => el('code'),
  note: null,
  insertion: null,
  deletion: null,
  modification: null,
};
/** From the outside in: a link stays one element however its words are set. */
const nesting = Object.keys(elements);

/** Inline content as HTML: text verbatim, neighbours with a common mark in one element. */
export function inlineToHast(content: readonly BodyJson[] | undefined): ElementContent[] {
  return group((content ?? []).map((node) => ({ node, marks: publicMarks(node) })));
}

function publicMarks(node: BodyJson): Mark[] {
  return (node.marks ?? []).filter((mark) => renderer(mark) !== null).toSorted((a, b) => nesting.indexOf(a.type) - nesting.indexOf(b.type));
}

function renderer(mark: Mark): ((mark: Mark) => Element) | null {
  return Object.hasOwn(elements, mark.type) ? elements[mark.type as MarkName] : null;
}

function group(pieces: readonly Piece[]): ElementContent[] {
  const result: ElementContent[] = [];
  let index = 0;
  while (index < pieces.length) {
    const piece = pieces[index];
    if (!piece) break;
    const [outer] = piece.marks;
    if (!outer) {
      add(result, piece.node);
      index += 1;
      continue;
    }
    const start = index;
    const key = JSON.stringify(outer);
    while (index < pieces.length && JSON.stringify(pieces[index]?.marks[0]) === key) index += 1;
    const inner = pieces.slice(start, index).map(({ node, marks }) => ({ node, marks: marks.slice(1) }));
    const element = renderer(outer)?.(outer);
    if (element) result.push({ ...element, children: group(inner) });
  }
  return result;
}

function add(result: ElementContent[], node: BodyJson): void {
  if (node.type === 'hardBreak') result.push(el('br'));
  else {
    const previous = result.at(-1);
    if (previous?.type === 'text') result[result.length - 1] = textNode(previous.value + (node.text ?? ''));
    else result.push(textNode(node.text ?? ''));
  }
}
