/** Words taken out of everything an article says, to be deleted for good: text, captions, notes, credits, people, links, metadata, comments. */
import { withText } from './edit-block.ts';
import { type BodyJson, joinText } from './body.ts';
import { natureOf } from './compare/tree.ts';
import { type Match, matcherOf } from './find/query.ts';
import { wordsOf } from './find/texts.ts';

export interface Removal<T> {
  readonly value: T;
  /** How many times the words stood there. */
  readonly places: number;
}

/** Words to be deleted, and what counts as the same words. Each phrase stands within one block. */
export interface Passage {
  readonly phrases: readonly string[];
  readonly matchCase: boolean;
  readonly wholeWord: boolean;
  readonly matchAccents: boolean;
}

/** Finds any of the phrases; matches do not overlap. */
export type FindPassage = (text: string) => readonly Match[];

export function passageFinder({ phrases, ...how }: Passage): FindPassage {
  const matchers = phrases.flatMap(spellings).flatMap((text) => {
    const matcher = matcherOf({ text, ...how, isRegex: false });
    return matcher.ok ? [matcher] : [];
  });
  return (text) => {
    const found = matchers.flatMap(({ find }) => find(text)).toSorted((a, b) => a.from - b.from || b.to - a.to);
    return found.filter((match, index) => found.slice(0, index).every(({ to }) => to <= match.from));
  };
}

/** As written, and as addresses and file names write it. */
const spellings = (phrase: string): readonly string[] => [...new Set([phrase, ...['-', '_', '+', '%20', '.'].map((joint) => phrase.trim().replaceAll(/\s+/gu, joint))])];

/** What is no copy: what things are, not what they say. */
const structure: ReadonlySet<string> = new Set(['blockId', 'imageId', 'id', 'type', 'dir', 'lang', 'align', 'role', 'language', 'adPolicy', 'code', 'instant', 'zone', 'date', 'kind', 'unit', 'mediaType', 'until']);
/** An address with the words in it goes whole: half of one leads nowhere, or elsewhere. */
const addresses: ReadonlySet<string> = new Set(['href', 'url', 'email', 'origin', 'canonicalUrl']);

/** A block, or any node, without the words. A link that has them in its address becomes plain text. */
export function nodeWithout(node: BodyJson, find: FindPassage): Removal<BodyJson> {
  const words = natureOf(node.type) === 'inline' ? find(wordsOf(node)) : [];
  let places = words.length;
  const take = <T>({ value, places: more }: Removal<T>): T => {
    places += more;
    return value;
  };
  const written = words.toReversed().reduce((now, { from, to }) => withText(now, { from, to, text: '' }), node);
  const attrs = written.attrs && take(valueWithout(written.attrs, find));
  const marks = written.marks?.flatMap((mark) => {
    const cleaned = mark.attrs && take(valueWithout(mark.attrs, find));
    if (cleaned && mark.type === 'link' && cleaned['href'] === '') return [];
    return [cleaned ? { ...mark, attrs: cleaned } : mark];
  });
  const content = written.content?.map((child) => take(nodeWithout(child, find)));
  if (places === 0) return { value: node, places };
  const { marks: _marks, ...bare } = written;
  return { value: { ...bare, ...(attrs ? { attrs } : {}), ...(marks && marks.length > 0 ? { marks } : {}), ...(content ? { content: joinText(content) } : {}) }, places };
}

/** Any JSON without the words, as deep as it goes; an entry of a list that said nothing else goes. */
export function valueWithout<T>(value: T, find: FindPassage): Removal<T> {
  let places = 0;
  const visit = (part: unknown, name: string): unknown => {
    if (structure.has(name)) return part;
    if (typeof part === 'string') {
      const found = find(part);
      places += found.length;
      if (found.length > 0 && addresses.has(name)) return '';
      return found.toReversed().reduce((text, { from, to }) => text.slice(0, from) + text.slice(to), part);
    }
    if (Array.isArray(part)) return part.map((item: unknown) => visit(item, name)).filter((item, index) => item !== '' || part[index] === '');
    if (typeof part !== 'object' || part === null) return part;
    return Object.fromEntries(Object.entries(part).map(([key, inner]) => [key, visit(inner, key)]));
  };
  const cleaned = visit(value, '');
  // Only strings became shorter: it has the shape it had.
  return { value: places === 0 ? value : (cleaned as T), places };
}
