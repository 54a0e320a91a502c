import type { Root } from 'hast';
import type { Article } from '../article.ts';
import { articleToHast } from './html-fragment.ts';
import { el, type HtmlContext, textNode } from './html/elements.ts';
import { headOf } from './html/head.ts';
import { languageProperties } from './html/metadata.ts';
import { pageStyle, pictureWidth } from './html/page-style.ts';
import { writeHtml } from './html/write.ts';

/** A standalone page: readable with no network, with JSON-LD NewsArticle, Open Graph and Twitter cards. */
export function articleToHtml(article: Article, context: HtmlContext): string {
  return `${writeHtml(articleToPage(article, context))}\n`;
}

/**
 * The page's tree. No blanks stand between the elements of the article: there they would be text.
 * @param article without suggestions, as `plain` gives it
 */
export function articleToPage(article: Article, context: HtmlContext): Root {
  const head = [...headOf(article, context), el('style', {}, [textNode(pageStyle)])];
  const { lang, dir } = languageProperties(article.metadata.language);
  return {
    type: 'root',
    children: [{ type: 'doctype' }, el('html', { lang, dir }, [el('head', {}, head), el('body', {}, [el('main', {}, [articleToHast(article, { ...context, pictureWidth })])])])],
  };
}
