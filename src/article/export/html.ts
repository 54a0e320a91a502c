import type { Element, Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import type { Article } from '../article.ts';
import { articleToHast, htmlSettings } from './html-fragment.ts';
import { el, type HtmlContext, textNode } from './html/elements.ts';
import { newsArticle, scriptJson } from './html/json-ld.ts';
import { languageProperties } from './html/metadata.ts';
import { describe, socialMeta } from './html/social.ts';
import { pageStyle } from './html/page-style.ts';

/** A standalone page: readable with no network, with JSON-LD NewsArticle, Open Graph and Twitter cards. */
export function articleToHtml(article: Article, context: HtmlContext): string {
  return `${toHtml(articleToPage(article, context), htmlSettings)}\n`;
}

/**
 * The page's tree. No blanks stand between the elements of the article: there they would be text.
 * @param article without suggestions, as `plain` gives it
 */
export function articleToPage(article: Article, context: HtmlContext): Root {
  const facts = describe(article, context);
  const head: Element[] = [
    el('meta', { charSet: 'utf-8' }),
    el('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    el('title', {}, [textNode(facts.title)]),
    ...socialMeta(facts),
    el('style', {}, [textNode(pageStyle)]),
    el('script', { type: 'application/ld+json' }, [textNode(scriptJson(newsArticle(article, context)))]),
  ];
  const { lang, dir } = languageProperties(article.metadata.language);
  return {
    type: 'root',
    children: [{ type: 'doctype' }, el('html', { lang, dir }, [el('head', {}, head), el('body', {}, [el('main', {}, [articleToHast(article, context)])])])],
  };
}
