import type { ElementContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import type { Html } from 'mdast';
import type { Article } from '../../article.ts';
import type { BodyJson } from '../../body.ts';
import { madeAt } from '../../made-at.ts';
import { offsetTime } from '../../time.ts';
import { attributesOf } from '../html/elements.ts';
import type { Placement, TemplateFile } from '../format.ts';
import { adTemplates } from './dialect-templates.ts';

export const dialectNames = ['hugo', 'jekyll', 'eleventy', 'astro'] as const;
export type DialectName = (typeof dialectNames)[number];

/** An ad slot, and whether the site takes it away where no ad comes. */
interface ShownSlot {
  readonly node: BodyJson;
  readonly collapses: boolean;
}

/** What a site generator asks of Markdown beyond GFM. */
export interface Dialect {
  readonly name: DialectName;
  /** Hugo drops raw HTML: it travels in a shortcode. The others keep it. */
  readonly raw: (html: string) => string;
  /** What stands for an ad slot; `html` is the block's own element. */
  readonly adSlot: (slot: string, html: string, shown: ShownSlot) => string;
  /** True where the generator's Markdown is none of CommonMark: only plain words are Markdown there, the rest is raw HTML. */
  readonly isLoose: boolean;
  readonly place: (stem: string, day: string) => Placement;
}

const encoded = (path: string): string => path.split('/').map(encodeURIComponent).join('/');

/** A page in a folder of its own, its pictures beside it. */
const bundle = (folder: string) => (stem: string): Placement => ({ page: `${folder}/${stem}/index.md`, pictureFolder: `${folder}/${stem}`, address: encodeURIComponent });

/** Pictures in a folder the site serves, named from its root. */
const served = (page: string, folder: string, root: string): Placement => ({ page, pictureFolder: folder, address: (name) => `/${encoded(`${root}/${name}`)}` });

const commented = (slot: string, html: string): string => html.replace(/<\/div>$/, `<!-- ad-slot: ${slot} --></div>`);

const dialects: { readonly [Name in DialectName]: Dialect } = {
  hugo: {
    name: 'hugo',
    raw: (html) => `{{< rawhtml >}}${html}{{< /rawhtml >}}`,
    adSlot: hugoAdSlot,
    isLoose: false,
    place: bundle('content/posts'),
  },
  jekyll: {
    name: 'jekyll',
    raw: (html) => html,
    adSlot: (slot, html) => html.replace(/<\/div>$/, `{% include ad.html slot="${slot}" %}</div>`),
    isLoose: true,
    place: (stem, day) => served(`_posts/${day}-${stem}.md`, `assets/images/${stem}`, `assets/images/${stem}`),
  },
  eleventy: { name: 'eleventy', raw: (html) => html, adSlot: commented, isLoose: false, place: bundle('posts') },
  astro: {
    name: 'astro',
    raw: (html) => html,
    adSlot: commented,
    isLoose: false,
    // Astro takes only Markdown's own pictures from beside a page; those with credits are HTML and come from `public`.
    place: (stem) => served(`src/content/posts/${stem}/index.md`, `public/images/${stem}`, `images/${stem}`),
  },
};

export const isDialectName = (name: string): name is DialectName => Object.hasOwn(dialects, name);

/** The dialect of a name; null for plain GFM. */
export const dialectOf = (name: string): Dialect | null => (isDialectName(name) ? dialects[name] : null);

export const dialectTemplates = (name: string): readonly TemplateFile[] => (isDialectName(name) ? adTemplates[name] : []);

export function dialectPlacement(stem: string, article: Article, name: string): Placement {
  const dialect = dialectOf(name);
  if (!dialect) throw new RangeError(`Markdown has no dialect “${name}”`);
  return dialect.place(stem, dayOf(article));
}

/** The day of a post: published, else updated, else the day the article was made. */
function dayOf({ id, metadata }: Article): string {
  const time = metadata.publishedAt ?? metadata.updatedAt;
  if (time) return offsetTime(time).slice(0, 10);
  return madeAt(id).toISOString().slice(0, 10);
}

/** HTML in one line, for a dialect without any brace a template would read. */
export function htmlSource(nodes: readonly ElementContent[], dialect: Dialect | null): string {
  const html = toHtml([...nodes], { characterReferences: { useNamedReferences: false } }).replaceAll('\r', '&#13;').replaceAll('\n', '&#10;');
  return dialect === null ? html : withoutBraces(html);
}

export const withoutBraces = (html: string): string => html.replaceAll('{', '&#123;').replaceAll('}', '&#125;');

/** A block as raw HTML, in the wrapping its generator asks for. */
export function rawBlock(node: BodyJson, nodes: readonly ElementContent[], dialect: Dialect | null): Html {
  const html = htmlSource(nodes, dialect);
  if (dialect === null) return { type: 'html', value: html };
  return { type: 'html', value: node.type === 'adSlot' ? dialect.adSlot(slotOf(node), html, { node, collapses: nodes.some(collapses) }) : dialect.raw(html) };
}

const collapses = (node: ElementContent): boolean => node.type === 'element' && node.properties['dataGalleyCollapse'] === '';

/** A slot's id as generators take it: letters, digits, dots and single hyphens. */
const slotOf = (node: BodyJson): string => attributesOf(node, 'adSlot').slotId.replace(/[^\w.-]+/g, '-').replace(/-{2,}/g, '-');

/** Hugo's shortcode, with all there is to say in one parameter that holds no quote and no brace. */
function hugoAdSlot(slot: string, _html: string, { node, collapses: mayGo }: ShownSlot): string {
  const { blockId: _id, label, ...rest } = attributesOf(node, 'adSlot');
  const shown = /^[^"\\`{}<>&\p{Cc}]+$/u.test(label) ? ` label="${label}"` : '';
  const reserve = rest.reserve === null ? '' : ` reserve="${rest.reserve}"`;
  return `{{< ad slot="${slot}"${shown}${reserve}${mayGo ? ' collapse="true"' : ''} galley="${encodeURIComponent(JSON.stringify({ label, ...rest })).replaceAll("'", '%27')}" >}}`;
}
