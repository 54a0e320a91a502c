import type { Element, ElementContent } from 'hast';
import { publicAddress } from '../../address.ts';
import type { BodyJson } from '../../body.ts';
import type { MarkName } from '../../marks/index.ts';
import { el, languageOf, textNode } from './elements.ts';

type Mark = NonNullable<BodyJson['marks']>[number];

const asText = (value: unknown): string => (typeof value === 'string' ? value : '');

/** The element of each mark, null for one that the public never sees; a new mark does not compile until it has a line here. */
const elements: { readonly [Name in MarkName]: ((mark: Mark) => Element) | null } = {
  link: (mark) => {
    const href = asText(mark.attrs?.['href']);
    if (href === '') return el('a', { dataGalleyPart: 'link' });
    // An address that may not stand in an article may not leave it either; the text stays.
    return el('a', { href: publicAddress(href) });
  },
  lang: (mark) => el('span', { ...languageOf(asText(mark.attrs?.['lang'])), dir: mark.attrs?.['dir'] === null ? null : asText(mark.attrs?.['dir']) }),
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
  return content === undefined ? [] : group({ nodes: content, marks: content.map(publicMarks) }, { from: 0, to: content.length, depth: 0 });
}

const none: readonly Mark[] = [];

function publicMarks({ marks }: BodyJson): readonly Mark[] {
  if (marks === undefined) return none;
  const shown = marks.filter((mark) => renderer(mark) !== null);
  return shown.length < 2 ? shown : shown.toSorted((a, b) => nesting.indexOf(a.type) - nesting.indexOf(b.type));
}

function renderer(mark: Mark): ((mark: Mark) => Element) | null {
  return Object.hasOwn(elements, mark.type) ? elements[mark.type as MarkName] : null;
}

interface Inline {
  readonly nodes: readonly BodyJson[];
  /** The public marks of each node, from the outside in. */
  readonly marks: readonly (readonly Mark[])[];
}
/** Nodes from one to another, inside as many marks as `depth` says. */
interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly depth: number;
}

function group(inline: Inline, { from, to, depth }: Stretch): ElementContent[] {
  const result: ElementContent[] = [];
  let index = from;
  while (index < to) {
    const outer = inline.marks[index]?.[depth];
    if (!outer) {
      add(result, inline.nodes[index]);
      index += 1;
      continue;
    }
    const start = index;
    index += 1;
    while (index < to && isSame(outer, inline.marks[index]?.[depth])) index += 1;
    const element = renderer(outer)?.(outer);
    if (element) result.push({ ...element, children: group(inline, { from: start, to: index, depth: depth + 1 }) });
  }
  return result;
}

const isSame = (mark: Mark, other: Mark | undefined): boolean => mark === other || (mark.type === other?.type && JSON.stringify(mark.attrs) === JSON.stringify(other.attrs));

function add(result: ElementContent[], node: BodyJson | undefined): void {
  if (node?.type === 'hardBreak') result.push(el('br'));
  else {
    const text = node?.text ?? '';
    const previous = result.at(-1);
    if (previous?.type === 'text') result[result.length - 1] = textNode(previous.value + text);
    else result.push(textNode(text));
  }
}
