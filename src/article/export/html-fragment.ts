import type { Element, ElementContent } from 'hast';
import type { Article } from '../article.ts';
import type { BodyJson } from '../body.ts';
import { fieldNames } from '../blocks/index.ts';
import { blockToHast } from './html/blocks.ts';
import { el, type HtmlContext } from './html/elements.ts';
import { afterwordToHast, datelineToHast, languageProperties, metadataProperties, timesToHast } from './html/metadata.ts';
import { writeHtml } from './html/write.ts';

export { blockToHast } from './html/blocks.ts';
export { inlineToHast } from './html/inline.ts';
export type { HtmlContext } from './html/elements.ts';
export { datelineText } from './html/metadata.ts';

const fields: ReadonlySet<string> = new Set(fieldNames);
const isField = ({ type }: BodyJson): boolean => fields.has(type);

/**
 * The article as one <article> element, for the public: no notes, no embargo, nothing legal or internal (DESIGN section 8).
 * @param article without suggestions, as `plain` gives it
 */
export function articleToHast(article: Article, context: HtmlContext): Element {
  const { metadata } = article;
  const blocks = article.body.content ?? [];
  const head: ElementContent[] = [];
  const body: ElementContent[] = [];
  for (const block of blocks) (isField(block) ? head : body).push(...blockToHast(block, context));
  return withoutLeaps(el('article', { dataGalleyArticle: article.id, ...languageProperties(metadata.language), ...metadataProperties(metadata) }, [
    ...head,
    ...timesToHast(metadata, context),
    ...(metadata.dateline === null ? body : withDateline(body, datelineToHast(metadata.dateline))),
    ...afterwordToHast(metadata, context),
  ]));
}

/** The article element alone, for any CMS. Written without indentation: blanks in it are text. */
export function articleToHtmlFragment(article: Article, context: HtmlContext): string {
  return `${writeHtml(articleToHast(article, context))}\n`;
}

/** A dateline stands before the text of the first paragraph; where there is none, in a line of its own at the head. */
function withDateline(body: readonly ElementContent[], dateline: ElementContent): ElementContent[] {
  const index = body.findIndex((node) => node.type === 'element' && node.tagName === 'p');
  const first = body[index];
  if (first?.type !== 'element') return [el('p', { dataGalleyPart: 'dateline-line' }, [dateline]), ...body];
  return body.with(index, { ...first, children: [dateline, ...first.children] });
}

/**
 * Headings that never leap a level, as HTML and readers by ear ask for: a subhead of level 4 right below the headline is
 * written as <h2> and keeps its own level beside.
 */
function withoutLeaps(article: Element): Element {
  if (!hasLeap(article)) return article;
  let previous = 1;
  const visit = (node: Element): Element => {
    const level = headingLevel(node);
    if (level > 0) {
      const written = Math.min(level, previous + 1);
      previous = written;
      return written === level ? node : { ...node, tagName: `h${written}`, properties: { ...node.properties, dataGalleyLevel: level } };
    }
    return { ...node, children: node.children.map((child) => (child.type === 'element' ? visit(child) : child)) };
  };
  return visit(article);
}

const headings: ReadonlyMap<string, number> = new Map([1, 2, 3, 4, 5, 6].map((level) => [`h${level}`, level]));
const headingLevel = (element: Element): number => headings.get(element.tagName) ?? 0;

/** Most articles have none: their tree is left as it is. */
function hasLeap(article: Element): boolean {
  let previous = 1;
  const leaps = (node: ElementContent): boolean => {
    if (node.type !== 'element') return false;
    const level = headingLevel(node);
    if (level === 0) return node.children.some(leaps);
    const isLeap = level > previous + 1;
    previous = level;
    return isLeap;
  };
  return leaps(article);
}
