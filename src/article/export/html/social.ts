import type { Element } from 'hast';
import { safeAddress } from '../../address.ts';
import type { Article } from '../../article.ts';
import type { BlockAttributes } from '../../blocks/index.ts';
import { offsetTime } from '../../time.ts';
import { say } from '../../../language/index.ts';
import { imagesOf } from '../images-of.ts';
import { attributesOf, el, type HtmlContext } from './elements.ts';
import { isFetchable, plainText } from './json-ld.ts';

/** What a page says about itself in its head. */
export interface HeadFacts {
  readonly title: string;
  readonly description: string;
  readonly canonicalUrl: string;
  /** Name and content of each meta element, in order; without those that say nothing. */
  readonly properties: readonly (readonly [name: string, content: string])[];
  readonly names: readonly (readonly [name: string, content: string])[];
}

export function describe(article: Article, context: HtmlContext): HeadFacts {
  const { metadata, body } = article;
  const find = (type: string): string => plainText(body.content?.find((block) => block.type === type)).trim();
  const headline = find('headline');
  const title = metadata.seoTitle || headline || say('formats.untitled', undefined, context.language || 'en');
  const description = metadata.seoDescription || find('standfirst');
  const lead = leadImage(article, context);
  const canonicalUrl = safeAddress(metadata.canonicalUrl) ?? '';
  const socialTitle = metadata.socialHeadline || headline || title;
  return {
    title: title.trim() || say('formats.untitled', undefined, context.language || 'en'),
    description,
    canonicalUrl,
    properties: said([
      ['og:type', 'article'], ['og:title', socialTitle], ['og:description', description], ['og:url', canonicalUrl], ['og:site_name', metadata.source],
      ['og:image', lead.address], ['og:image:alt', lead.alt],
      ['article:published_time', metadata.publishedAt === null ? '' : offsetTime(metadata.publishedAt)],
      ['article:modified_time', metadata.updatedAt === null ? '' : offsetTime(metadata.updatedAt)],
      ['article:section', metadata.section], ...metadata.tags.map((tag) => ['article:tag', tag] as const),
    ]),
    names: said([['description', description], ['twitter:card', lead.address === '' ? 'summary' : 'summary_large_image'], ['twitter:title', socialTitle], ['twitter:description', description], ['twitter:image', lead.address], ['twitter:image:alt', lead.alt]]),
  };
}

const said = (entries: readonly (readonly [string, string])[]): (readonly [string, string])[] => entries.filter(([, content]) => content.trim() !== '');

/** The first image called lead, else the first that has a file. */
function leadImage(article: Article, context: HtmlContext): { address: string; alt: string } {
  const addressOf = ({ imageId }: BlockAttributes<'image'>): string | null => {
    const address = imageId === null ? null : context.imageAddress(imageId);
    return address !== null && isFetchable(address) ? address : null;
  };
  const found = imagesOf(article.body).map((node) => attributesOf(node, 'image')).filter((image) => addressOf(image) !== null);
  const lead = found.find(({ role }) => role === 'lead') ?? found[0];
  if (!lead?.imageId) return { address: '', alt: '' };
  // Networks show a wide card: the cut-out a person chose for that shape, where there is one.
  const wide = lead.crops?.['16:9'];
  return { address: (wide && context.cropAddress?.(lead.imageId, '16:9', wide)) ?? addressOf(lead) ?? '', alt: lead.alt };
}

export function socialMeta(facts: HeadFacts): Element[] {
  return [
    ...facts.names.map(([name, content]) => el('meta', { name, content })),
    ...facts.properties.map(([property, content]) => el('meta', { property, content })),
    ...(facts.canonicalUrl === '' ? [] : [el('link', { rel: 'canonical', href: facts.canonicalUrl })]),
  ];
}
