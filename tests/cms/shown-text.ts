import type { Nodes } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import type { Article } from '../../src/article/article.ts';
import { articleToHast } from '../../src/article/export/html-fragment.ts';

/** What a reader sees of a tree, without ad slots: generators fill those as their templates say. */
function shown(node: Nodes): string {
  if (node.type === 'text') return node.value;
  if (node.type === 'element') {
    if (['script', 'style', 'head', 'title'].includes(node.tagName)) return '';
    const { dataGalleyBlock, dataAdSlot } = node.properties;
    if (dataGalleyBlock === 'adSlot' || dataAdSlot !== undefined) return '';
  }
  return 'children' in node ? node.children.map(shown).join('') : '';
}

/** Undoes what typographers do: quotes, dashes, ellipses, blanks. */
const undone = (text: string): string => text.replace(/[“”„«»]/g, '"').replace(/[‘’‚]/g, "'").replace(/[–—]/g, '-').replaceAll('…', '.').replace(/-+/g, '-').replace(/\.+/g, '.').replace(/(?:\s|\u200d)+/g, '');

/** The text of a built page's <main>, comparable. */
export function textOfPage(html: string): string {
  const root = fromHtml(html);
  const find = (node: Nodes): Nodes | null => {
    if (node.type === 'element' && node.tagName === 'main') return node;
    if (!('children' in node)) return null;
    for (const child of node.children) {
      const found = find(child);
      if (found) return found;
    }
    return null;
  };
  return undone(shown(find(root) ?? root));
}

/** The text a page must show: the body with dateline and closing credits; the fields stand in the front matter. */
export function textOfArticle(article: Article): string {
  const { publishedAt: _p, updatedAt: _u, ...rest } = article.metadata;
  const body = { ...article.body, content: (article.body.content ?? []).filter(({ type }) => !['headline', 'standfirst', 'byline'].includes(type)) };
  return undone(shown(articleToHast({ ...article, body, metadata: { ...rest, publishedAt: null, updatedAt: null, corrections: [] } }, { imageAddress: () => null, language: article.metadata.language })));
}

/** Addresses of the pictures a page shows. */
export function picturesOf(html: string): string[] {
  const found: string[] = [];
  const visit = (node: Nodes): void => {
    if (node.type === 'element' && node.tagName === 'img' && typeof node.properties['src'] === 'string') found.push(node.properties['src']);
    if ('children' in node) node.children.forEach(visit);
  };
  visit(fromHtml(html));
  return found;
}

/** How many ad slots an article holds. */
export function adSlotsIn(node: { readonly type: string; readonly content?: readonly unknown[] }): number {
  return (JSON.stringify(node).match(/"type":"adSlot"/g) ?? []).length;
}
