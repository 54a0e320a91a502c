import { safeAddress } from '../../address.ts';
import { writtenCorrections } from '../../corrections.ts';
import type { Article } from '../../article.ts';
import type { BlockAttributes } from '../../blocks/index.ts';
import type { BodyJson } from '../../body.ts';
import type { Crop } from '../../crops.ts';
import { offsetTime } from '../../time.ts';
import { imagesOf } from '../images-of.ts';
import { roleLabel } from './byline.ts';
import { attributesOf, type HtmlContext } from './elements.ts';
import { datelineText } from './metadata.ts';

type Json = { readonly [key: string]: unknown };

/** Text of a block and all it holds, line breaks as blanks. */
export function plainText(node: BodyJson | undefined): string {
  if (!node) return '';
  if (node.type === 'hardBreak') return ' ';
  return node.text ?? (node.content ?? []).map(plainText).join('');
}

/** The article as schema.org says it; what is empty is left out. Times carry the offset of their zone. */
export function newsArticle(article: Article, context: HtmlContext): Json {
  const { metadata, body } = article;
  const find = (type: string): BodyJson | undefined => body.content?.find((block) => block.type === type);
  const byline = find('byline');
  return {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    identifier: `urn:uuid:${article.id}`,
    ...said({
      headline: plainText(find('headline')),
      alternativeHeadline: metadata.shortHeadline,
      description: metadata.seoDescription || plainText(find('standfirst')),
      inLanguage: metadata.language,
      datePublished: metadata.publishedAt === null ? '' : offsetTime(metadata.publishedAt),
      dateModified: metadata.updatedAt === null ? '' : offsetTime(metadata.updatedAt),
      dateline: metadata.dateline === null ? '' : datelineText(metadata.dateline),
      articleSection: metadata.section,
      genre: metadata.genre,
      keywords: metadata.tags,
      about: metadata.subjects.map(({ code, name }) => ({ '@type': 'Thing', ...said({ name }), identifier: `medtop:${code}` })),
      author: byline ? attributesOf(byline, 'byline').contributors.map((person) => personJson(person, context)) : [],
      image: imagesOf(body).flatMap((image) => imageJson(image, context)),
      correction: writtenCorrections(metadata).map(({ at, kind, text }) => ({ '@type': 'CorrectionComment', ...said({ text, additionalType: kind }), datePublished: offsetTime(at) })),
      copyrightNotice: metadata.copyright,
      conditionsOfAccess: metadata.usageTerms,
      creditText: metadata.closingCredits,
      publisher: metadata.source === '' ? [] : { '@type': 'NewsMediaOrganization', name: metadata.source },
      mainEntityOfPage: safeAddress(metadata.canonicalUrl) ?? '',
    }),
  };
}

function personJson(person: { name: string; role: string; affiliation: string; location: string; email: string; url: string }, context: HtmlContext): Json {
  const work = person.location === '' ? [] : { '@type': 'Place', name: person.location };
  const employer = person.affiliation === '' ? [] : { '@type': 'Organization', name: person.affiliation };
  return { '@type': 'Person', ...said({ name: person.name, jobTitle: roleLabel(person.role, context.language).replace(/:$/, ''), affiliation: employer, workLocation: work, email: person.email, url: safeAddress(person.url) ?? '' }) };
}

function imageJson(node: BodyJson, context: HtmlContext): Json[] {
  const image = attributesOf(node, 'image');
  const address = image.imageId === null ? null : context.imageAddress(image.imageId);
  if (address === null) return [];
  const facts = { caption: plainText(node), creditText: image.credit, copyrightNotice: image.copyright, description: image.longDescription || image.alt, representativeOfPage: image.role === 'lead' };
  // Search engines ask for the picture in several shapes (https://developers.google.com/search/docs/appearance/structured-data/article).
  const cuts = cutsOf(image, context).map(({ address: cut, name }) => ({ contentUrl: cut, name }));
  return [isFetchable(address) ? { contentUrl: address } : {}, ...cuts].map((one) => ({ '@type': 'ImageObject', ...one, ...said(facts) }));
}

/** The cut-outs of a picture that there is an address for, by name. */
export function cutsOf({ imageId, crops }: BlockAttributes<'image'>, context: HtmlContext): readonly { readonly name: string; readonly crop: Crop; readonly address: string }[] {
  return Object.entries(crops ?? {}).flatMap(([name, crop]) => {
    const address = imageId === null ? null : (context.cropAddress?.(imageId, name, crop) ?? null);
    return address === null ? [] : [{ name, crop, address }];
  });
}

/** An address a machine can ask for; a picture that stands inside the page has none. */
export const isFetchable = (address: string): boolean => !address.startsWith('data:');

/** The entries that say something. */
function said(values: Json): Json {
  const kept: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(values)) if (value !== '' && value !== false && !(Array.isArray(value) && value.length === 0)) kept[name] = value;
  return kept;
}

/** JSON for a script element: no sequence in it can end the script, open a comment or break a line of old engines. */
export function scriptJson(value: unknown): string {
  return JSON.stringify(value).replace(/[<>&\u2028\u2029]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
