import type { ElementContent } from 'hast';
import type { Article } from '../article.ts';
import { attributesOf, el, type HtmlContext } from './html/elements.ts';
import { bylineToHast } from './html/byline.ts';
import { afterwordToHast, datelineToHast } from './html/metadata.ts';
import { factsToHast } from './cms-facts.ts';
import { blockToWordPress, htmlBlock, inline } from './wordpress/blocks.ts';
import { block, innerHtml } from './wordpress/markup.ts';
import type { BodyJson } from '../body.ts';

/**
 * A post's content as block markup: opens in the block editor with no invalid block and is saved unchanged. The headline
 * is the post's title and stands among the facts at the end; standfirst and people stand in the text, with their roles.
 * @param article without suggestions, as `plain` gives it
 */
export function articleToWordPress(article: Article, context: HtmlContext): string {
  const { metadata, body } = article;
  const parts = (body.content ?? []).flatMap((node): string[] => {
    if (node.type === 'headline') return [];
    if (node.type === 'standfirst') return node.content ? [block('paragraph', { className: 'standfirst' }, `<p class="standfirst">${inline(node)}</p>`)] : [];
    if (node.type === 'byline') return bylineBlock(node, context);
    return [blockToWordPress(node, context)];
  });
  const afterword = afterwordToHast(metadata, context);
  const dateline = metadata.dateline === null ? [] : [datelineToHast(metadata.dateline)];
  return `${[...withDateline(parts, dateline), ...afterword.map((node) => htmlBlock([node])), htmlBlock([factsToHast(article)])].join('\n\n')}\n`;
}

function bylineBlock(node: BodyJson, context: HtmlContext): string[] {
  const [found] = bylineToHast(attributesOf(node, 'byline').contributors, context);
  return found ? [htmlBlock([found])] : [];
}

/** The dateline stands before the text of the first paragraph; where there is none, in a line of its own at the head. */
function withDateline(parts: readonly string[], dateline: readonly ElementContent[]): string[] {
  if (dateline.length === 0) return [...parts];
  const opening = /^(<!-- wp:paragraph(?: \{"direction":"(?:ltr|rtl)"\})? -->\n<p(?: dir="(?:ltr|rtl)")?>)/;
  const index = parts.findIndex((written) => opening.test(written));
  if (index < 0) return [htmlBlock([el('p', { dataGalleyPart: 'dateline-line' }, [...dateline])]), ...parts];
  return parts.with(index, (parts[index] ?? '').replace(opening, (start: string) => `${start}${innerHtml(dateline)}`));
}

