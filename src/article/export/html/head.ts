import type { Element } from 'hast';
import type { Article } from '../../article.ts';
import { el, type HtmlContext, textNode } from './elements.ts';
import { newsArticle, scriptJson } from './json-ld.ts';
import { describe, socialMeta } from './social.ts';

/** What a page says about itself to machines: title, description, Open Graph and Twitter cards, JSON-LD. */
export function headOf(article: Article, context: HtmlContext): Element[] {
  const facts = describe(article, context);
  return [
    el('meta', { charSet: 'utf-8' }),
    el('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    el('title', {}, [textNode(facts.title)]),
    ...socialMeta(facts),
    el('script', { type: 'application/ld+json' }, [textNode(scriptJson(newsArticle(article, context)))]),
  ];
}
