import type { Article } from '../../article/article.ts';
import { articleToHast } from '../../article/export/html-fragment.ts';
import { pageStyle } from '../../article/export/html/page-style.ts';
import { plain } from '../../article/plain.ts';
import { hastToDom } from './hast-dom.ts';

/** The exported page's own style, its root and body being the shadow's host. */
const hostStyle = pageStyle.replaceAll(':root', ':host').replaceAll(/^body\{/gm, ':host{');

/** Draws the article as the export writes it into an element's shadow, where the window's own style does not reach. */
export function drawArticle(host: HTMLElement, article: Article, style: string): ShadowRoot {
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`${hostStyle}\n${style}`);
  root.adoptedStyleSheets = [sheet];
  root.replaceChildren();
  hastToDom([articleToHast(plain(article), { imageAddress: (imageId) => (article.images[imageId] ? `image:${imageId}/page` : null), language: article.metadata.language, inlineStyles: false })], root);
  return root;
}
