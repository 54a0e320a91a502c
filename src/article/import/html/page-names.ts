import type { Element } from 'hast';
import { attribute, byTag, classes, findElement, lineOf } from './read.ts';

/** What sites call the parts of a page: in classes and ids, and in the attributes of their component kits. */

const kitNames = ['dataComponent', 'dataTestId', 'dataTestid', 'dataGuName', 'dataSpacefinderRole', 'dataType', 'dataModule'];

/** Every name of an element, lower case. */
export const namesOf = (element: Element): string[] => [...classes(element), ...kitNames.flatMap((name) => attribute(element, name).toLowerCase().split(/\s+/)).filter((name) => name !== '')];

/** Longer names are machine made. */
const longestName = 80;

/** The words of a name: `inline-newsletter__form` is inline, newsletter, form. */
const wordsOfName = (name: string): string[] => (name.length > longestName ? [] : name.replace(/^ul|^div(?=\.)/, '').split(/[-_:.]+/).filter((word) => word !== ''));

const furnitureWords = new Set([
  'newsletter', 'newsletters', 'breadcrumb', 'breadcrumbs', 'recirc', 'recirculation', 'paywall', 'promo', 'promobox', 'recommended', 'recommendation', 'recommendations', 'trending', 'cookie', 'cookies', 'gdpr', 'onetrust',
  'taboola', 'outbrain', 'subscribe', 'subscription', 'subscriptions', 'sharedaddy', 'relatedposts', 'yarpp', 'addtoany', 'pagination', 'signup', 'emailsignup', 'richlink', 'sharebar', 'sharebuttons', 'storytags', 'disqus', 'lesezeit',
]);
/** Words that say so only at an end of the name: `share-tools`, `related`, `post-comments`, not `market-share-chart`. */
const endWords = new Set(['share', 'sharing', 'social', 'related', 'comments', 'comment', 'tags', 'topics', 'follow', 'skiplink', 'skiplinks', 'avatar', 'signup', 'compartir', 'partager', 'partage', 'teilen', 'condividi', 'compartilhar', 'etiquetas', 'schlagworte', 'kommentare', 'comentarios', 'commentaires', 'commenti', 'relacionadas', 'relacionados']);
const furniturePairs = new Set([
  'also read', 'read more', 'read next', 'more stories', 'more from', 'more on', 'more news', 'most read', 'most popular', 'most viewed', 'tag list', 'topic list', 'topics list', 'links block', 'rich link', 'author bio', 'follow us', 'email sign', 'sign up', 'skip link', 'skip links',
  'share page', 'share tools', 'related links', 'related article', 'related articles', 'related list', 'related stories', 'related topics', 'comments link', 'comment form', 'comment count', 'post terms', 'tags links', 'field tags', 'reader comments', 'sub meta', 'inline editorial', 'reading time', 'read time', 'minute read', 'homepage articles', 'news backlink', 'back link',
]);

/** True for an element whose name says that it points elsewhere or asks for something: related stories, sharing, subscribing. */
export function isNamedFurniture(element: Element): boolean {
  return namesOf(element).some((name) => {
    const words = wordsOfName(name);
    if (words.some((word) => furnitureWords.has(word))) return true;
    if ((endWords.has(words[0] ?? '') || endWords.has(words.at(-1) ?? '')) && isLinksOrWord(element)) return true;
    return words.some((word, index) => furniturePairs.has(`${word} ${words[index + 1] ?? ''}`)) || words.join('') === 'richlink' || words.join('') === 'submeta';
  });
}

/** Links, a list, a portrait, or a word or two: no line of the text's own. */
const isLinksOrWord = (element: Element): boolean => findElement(element, byTag('a', 'li', 'form', 'img')) !== null || lineOf(element).length <= 40;

const heading = /^(?:related(?:\s+(?:stories|articles|coverage|topics|links|posts|news|content|reading|to this (?:story|article)))?|(?:à|a) lire aussi|lire aussi|sur le même (?:sujet|thème)|verwandte (?:beiträge|artikel)|(?:lesen sie|mehr) (?:auch|dazu|zum thema)|te puede interesar|lee también|noticias relacionadas|leia também|leggi anche|must\s+read|also\s+read|read\s+(?:also|more|next)|more\s+(?:on(?:\s+this)?|from\b.{0,40}|stories|news|in\b.{0,30})|recommended(?:\s+(?:for you|stories|reading))?|most\s+(?:read|viewed|popular|watched)|you\s+(?:may|might)\s+(?:also\s+)?(?:like|be interested in)|trending(?:\s+now)?|(?:top|latest)\s+(?:news|stories)(?:\s+today)?|editor['\u2019]?s['\u2019]?\s+picks?|(?:explore\s+)?more\s+on\s+these\s+topics|share\s+this(?:\s+(?:article|story|page))?|follow\s+us(?:\s+on)?|topics|see\s+also|up\s+next|don['\u2019]t\s+miss|popular|sign\s+up\b.{0,60})\s*[:|\u2013\u2014>-]?\s*$/iu;

/** "Related Stories", "ALSO READ |": words above links that lead elsewhere. */
export const isRelatedHeading = (line: string): boolean => line.length <= 70 && heading.test(line);

const pageTool = /^(?:printer[- ]friendly(?:\s+(?:version|page))?|print(?:\s+(?:this|version))?(?:\s+(?:page|article|story|version))?|e-?mail(?:\s+this)?(?:\s+(?:page|article|story))|send\s+(?:by|via)\s+e-?mail|send\s+to\s+(?:a\s+)?friend|(?:download\s+)?(?:as\s+)?pdf(?:\s+version)?|druckversion|druckansicht|(?:artikel|seite)?\s*drucken|version\s+imprimable|imprimer(?:\s+(?:cet\s+article|la\s+page))?|versi[oó]n\s+para\s+imprimir|imprimir(?:\s+(?:art[ií]culo|p[aá]gina))?|stampa(?:\s+(?:articolo|pagina))?)$/iu;

/** "Printer-friendly version": words of a link that does something with the page. */
export const isPageTool = (line: string): boolean => line.length <= 40 && pageTool.test(line);

const strongDeck = /(?:^|[-_])(?:msosubtitle|standfirst|stand-first|deck|dek|strapline|sub-?title|sub-?headline|sub-?deck|subhed|synopsis|chapo|chapeau|bajada|entradilla|sottotitolo|subtitulo|untertitel|ingress)(?:[-_]|$)/;
const weakDeck = /(?:^|[-_])(?:lead|lede|intro|summary|excerpt|desc|description|abstract|teaser|vorspann)(?:[-_]|$)/;

/** True for a name that only a standfirst has, or, above the text, one that a standfirst may have. */
export function isDeckName(element: Element, atHead: boolean): boolean {
  return namesOf(element).some((name) => strongDeck.test(name) || (atHead && weakDeck.test(name)));
}

const byline = /^(?:[a-z0-9]+(?:__|[-_]))*?(?:byline|authors?|authorname|writers?|reporters?|auteurs?|autore?s?|verfasser)(?:(?:__|[-_])(?:name|names|list|link|links|line|text|new|contributors?|info|byline))*$/;

/** True for an element named as the place of the byline. */
export const isBylineName = (element: Element): boolean => namesOf(element).some((name) => name.length <= longestName && byline.test(name)) || attribute(element, 'itemProp') === 'author' || attribute(element, 'rel').split(' ').includes('author');

/** True for an element named as a picture's caption, or as the place of its credit. */
export const isCaptionName = (element: Element): boolean => classes(element).some((name) => /(?:^|[-_])(?:captions?|caption-text|legend|legende|cutline|bildunterschrift)(?:[-_]|$)/.test(name));
export const isCreditName = (element: Element): boolean => classes(element).some((name) => /(?:^|[-_])(?:credits?|copyright|photographer|photo-?by|attribution|source|agency)(?:[-_]|$)/.test(name));

/** True for an element named as the place of the article's own picture. */
export const isPictureName = (element: Element): boolean => classes(element).some((name) => /^(?:[a-z]+(?:__|[-_]))?(?:hero|lead|featured|cover|main|post|article)(?:__|[-_])?(?:image|img|media|picture|photo|figure|thumbnail)$/.test(name));
