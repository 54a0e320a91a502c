import type { Element, Nodes, Root } from 'hast';
import { say } from '../../../language/index.ts';
import type { CopyDraft } from '../copy-draft.ts';
import type { PageFacts } from './page-facts.ts';
import { attribute, byTag, findElement, findElements } from './read.ts';
import type { Reading } from './scope.ts';

/** A page while its fields are being read. */
export interface Page {
  readonly article: Element | Root;
  /** The whole page, furniture included: some sites keep byline and times there. */
  readonly whole: Root;
  readonly facts: PageFacts;
  readonly draft: CopyDraft;
  readonly reading: Reading;
  /** The article's elements above its text, in reading order. */
  readonly head: readonly Element[];
  /** What has gone to a field and is no part of the body any more. */
  readonly used: Set<Nodes>;
}

/** An entry of a live page says it in its tag or, in a plain box, as schema.org does. */
const isEntry = (element: Element): boolean => element.tagName === 'article' || /schema\.org\/(?:BlogPosting|LiveBlogUpdate)$/.test(attribute(element, 'itemType'));

/** The entries of a live page, each with a heading and a time of its own; none on any other page. */
export function liveEntries(article: Element | Root): readonly Element[] {
  const entries = findElements(article, (element) => element !== article && isEntry(element) && findElement(element, byTag('p')) !== null);
  return entries.length > 1 ? entries : [];
}

/** An element and all below it are used: their pictures (a portrait of the writer) are told. */
export function takeOut(page: Pick<Page, 'used' | 'reading'>, element: Element): void {
  page.used.add(element);
  for (const below of findElements(element, () => true)) {
    if (below.tagName === 'img' && !page.used.has(below)) page.reading.removed.push({ text: attribute(below, 'alt') || attribute(below, 'src'), why: say('formats.left-furniture') });
    page.used.add(below);
  }
}
