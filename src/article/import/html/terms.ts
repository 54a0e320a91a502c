import type { Element } from 'hast';
import { attribute } from './read.ts';

const termLabel = /\b(?:tags?|tagged|topics?|filed|posted|under|in|with|categor(?:y|ies)|section)\b|[\s:,|/\u00b7\u2022&+#]+/giu;

/** True for a link to the list of all articles under a tag or in a section. */
export const isTagLink = (element: Element): boolean => element.tagName === 'a' && /(?:^|\s)tag(?:\s|$)/.test(attribute(element, 'rel'));

/** True where nothing is left of a line without the terms and the words around them. */
export function isTerms(line: string, known: readonly string[]): boolean {
  const without = known.toSorted((a, b) => b.length - a.length).reduce((left, term) => left.toLowerCase().replaceAll(term.toLowerCase(), ' '), line);
  return without !== line && without.replace(termLabel, '') === '';
}
