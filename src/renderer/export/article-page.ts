import type { ElementContent, RootContent } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import type { Article } from '../../article/article.ts';
import { articleToHast } from '../../article/export/html-fragment.ts';
import { pageStyle } from '../../article/export/html/page-style.ts';
import { byTag, findElement, findElements, rawText } from '../../article/import/html/read.ts';
import { plain } from '../../article/plain.ts';
import { hastToDom } from './hast-dom.ts';

/** The exported page's own style, its root and body being the shadow's host. */
const ofHost = (style: string): string => style.replaceAll(':root', ':host').replaceAll(/(^|[\s,}])body(?=[\s,{.:])/gm, '$1:host');

/** Draws the article as the export writes it into an element's shadow, where the window's own style does not reach. */
export function drawArticle(host: HTMLElement, article: Article, style: string): ShadowRoot {
  const tree = articleToHast(plain(article), { imageAddress: (imageId) => (article.images[imageId] ? `image:${imageId}/page` : null), language: article.metadata.language, inlineStyles: false });
  return draw(host, [tree], `${ofHost(pageStyle)}\n${style}`);
}

/** Draws a page of the newsroom's own form in the same way: its styles, and of its elements what may stand in the window. */
export function drawPage(host: HTMLElement, page: string, style: string): ShadowRoot {
  const root = fromHtml(page);
  const styles = findElements(root, byTag('style')).map(rawText);
  const body = findElement(root, byTag('body'));
  return draw(host, body ? body.children : [], `${style}\n${ofHost(styles.join('\n'))}`);
}

function draw(host: HTMLElement, nodes: readonly (RootContent | ElementContent)[], style: string): ShadowRoot {
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  root.adoptedStyleSheets = [sheet];
  root.replaceChildren();
  hastToDom(nodes, root);
  return root;
}
