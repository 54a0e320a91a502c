import type { Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { say } from '../../language/index.ts';
import { deepestNesting } from '../body.ts';
import { isRightToLeft } from '../export/html/metadata.ts';
import { failed, ok, type Parsed } from '../parsed.ts';
import { documentLanguage, prepare, readingOf } from './html-blocks.ts';
import { isTooDeepToParse } from './html/depth.ts';
import { foreignArticle } from './html/foreign-article.ts';
import { ownArticle } from './html/own-article.ts';
import { outsideLead } from './html/outside-lead.ts';
import { articlePlace, tellOutside, withoutFurniture } from './html/page.ts';
import { readPageFacts } from './html/page-facts.ts';
import { attribute, byTag, findElement, hasAttribute } from './html/read.ts';
import { outerScope } from './html/scope.ts';
import { emptyReport, type ImportContext, type Imported } from './report.ts';

export interface ImportedHtml extends Imported {
  /** For each image's blockId its address as the source wrote it: what stands beside the file is found by it. */
  readonly pictures: ReadonlyMap<string, string>;
}

/**
 * An HTML document as an article: our own page or fragment as it was exported, any other page by what it shows.
 * What the page shows beside the article is told in the report; nothing is fetched. Nested too deep is an error.
 * @param baseAddress where the page came from; else its own base, address or canonical link
 */
export function importHtml(source: string, context: ImportContext, baseAddress = ''): Parsed<ImportedHtml> {
  if (isTooDeepToParse(source)) return failed('too-deep', 'html', say('formats.left-too-deep', { limit: deepestNesting }));
  const prepared = prepare(fromHtml(withFigures(source.replace(/^\ufeff/, '')), { fragment: false }));
  if (!prepared.ok) return prepared;
  const { root, sheet, removed } = prepared.value;
  const facts = readPageFacts(root);
  const reading = readingOf({ sheet, removed }, { started: false, baseAddress: baseAddress || facts.baseAddress });
  return ok({ ...(ownImport(root, reading) ?? foreignImport(root, facts, reading, context)), pictures: reading.pictures });
}

/** Posts written before WordPress had blocks keep pictures with their captions in square brackets. */
const withFigures = (source: string): string => source.replace(/\[caption\b[^\]]{0,300}\]\s*((?:<a\b[^>]*>\s*)?<img\b[^>]*>(?:\s*<\/a>)?)([^[]{0,1000})\[\/caption\]/gi, '<figure>$1<figcaption>$2</figcaption></figure>');

/** A document that runs from right to left though its language is not known to says so for each paragraph. */
function documentScope(root: Root, language: string): typeof outerScope {
  const isKnown = isRightToLeft(language);
  const says = ['html', 'body'].some((name) => attribute(findElement(root, byTag(name)) ?? { type: 'element', tagName: name, properties: {}, children: [] }, 'dir').toLowerCase() === 'rtl');
  return { ...outerScope, language, isRightToLeft: isKnown, passage: { lang: null, dir: says && !isKnown ? 'rtl' : null } };
}

type Reading = ReturnType<typeof readingOf>;

function ownImport(root: Root, reading: Reading): Imported | null {
  const element = findElement(root, (found) => hasAttribute(found, 'dataGalleyArticle'));
  const article = element ? ownArticle(element, reading) : null;
  if (!element || !article) return null;
  tellOutside(root, [element], reading.removed);
  return { article, report: { ...emptyReport, removed: reading.removed } };
}

function foreignImport(root: Root, facts: ReturnType<typeof readPageFacts>, reading: Reading, context: ImportContext): Imported {
  const place = articlePlace(root);
  const { element } = place;
  const lead = outsideLead(root, element, facts.pictures);
  tellOutside(root, lead ? [element, lead] : [element], reading.removed);
  const isWhole = element.type === 'root' || element.tagName === 'body' || element.tagName === 'main';
  const article = withoutFurniture(place, isWhole, reading.removed);
  const language = documentLanguage(root) || facts.language;
  return foreignArticle({ article, lead, whole: root, facts, reading, scope: documentScope(root, language), context: { ...context, language: context.language || language } });
}
