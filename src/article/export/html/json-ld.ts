import { safeAddress } from '../../address.ts';
import { writtenCorrections } from '../../corrections.ts';
import type { Article } from '../../article.ts';
import type { Contributor } from '../../blocks/byline.ts';
import type { BlockAttributes } from '../../blocks/index.ts';
import type { BodyJson } from '../../body.ts';
import type { Crop } from '../../crops.ts';
import { digitalSourceOf } from '../../picture-facts.ts';
import { offsetTime } from '../../time.ts';
import { type CreditedAs, creditedAs } from '../credited-as.ts';
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
      ...peopleJson(byline ? attributesOf(byline, 'byline').contributors : [], context),
      image: imagesOf(body).flatMap((image) => imageJson(image, article.images, context)),
      correction: writtenCorrections(metadata).map(({ at, kind, text }) => ({ '@type': 'CorrectionComment', ...said({ text, additionalType: kind }), datePublished: offsetTime(at) })),
      copyrightNotice: metadata.copyright,
      conditionsOfAccess: metadata.usageTerms,
      creditText: metadata.closingCredits,
      publisher: metadata.source === '' ? [] : { '@type': 'NewsMediaOrganization', name: metadata.source },
      mainEntityOfPage: safeAddress(metadata.canonicalUrl) ?? '',
    }),
  };
}

/** Everybody under their part, so that whoever edited or took the pictures is not shown as having written. */
function peopleJson(contributors: readonly Contributor[], context: HtmlContext): Json {
  const found: Partial<Record<CreditedAs, Json[]>> = { author: [] };
  for (const person of contributors) found[creditedAs(person)] = [...(found[creditedAs(person)] ?? []), personJson(person, context)];
  return found;
}

function personJson(person: Contributor, context: HtmlContext): Json {
  const work = person.location === '' ? [] : { '@type': 'Place', name: person.location };
  const employer = person.affiliation === '' ? [] : { '@type': 'Organization', name: person.affiliation };
  // Only where the property itself does not say what somebody did.
  const job = creditedAs(person) === 'contributor' ? roleLabel(person.role, context.language).replace(/:$/, '') : '';
  return { '@type': 'Person', ...said({ name: person.name, jobTitle: job, affiliation: employer, workLocation: work, email: person.email, url: safeAddress(person.url) ?? '' }) };
}

function imageJson(node: BodyJson, images: Article['images'], context: HtmlContext): Json[] {
  const image = attributesOf(node, 'image');
  const address = image.imageId === null ? null : context.imageAddress(image.imageId);
  if (address === null) return [];
  const facts = { caption: plainText(node), creditText: image.credit, copyrightNotice: image.copyright, description: image.longDescription || image.alt, representativeOfPage: image.role === 'lead', digitalSourceType: sourceTypeOf(image.imageId, images) };
  // Search engines ask for the picture in several shapes (https://developers.google.com/search/docs/appearance/structured-data/article).
  const cuts = cutsOf(image, context).map(({ address: cut, name }) => ({ contentUrl: cut, name }));
  return [isFetchable(address) ? { contentUrl: address } : {}, ...cuts].map((one) => ({ '@type': 'ImageObject', ...one, ...said(facts) }));
}

/** How the file says its picture came to be, as schema.org's own word where it has one. */
function sourceTypeOf(imageId: string | null, images: Article['images']): string {
  const source = imageId !== null && Object.hasOwn(images, imageId) ? digitalSourceOf(images[imageId]?.fromFile ?? {}) : null;
  if (source === null) return '';
  return schemaSources.has(source.code) ? `https://schema.org/${source.code.charAt(0).toUpperCase()}${source.code.slice(1)}DigitalSource` : source.uri;
}

/** Members of https://schema.org/IPTCDigitalSourceEnumeration, by IPTC's code. */
const schemaSources = new Set([
  'algorithmicMedia', 'algorithmicallyEnhanced', 'compositeCapture', 'composite', 'compositeSynthetic', 'compositeWithTrainedAlgorithmicMedia', 'dataDrivenMedia', 'digitalArt',
  'digitalCapture', 'minorHumanEdits', 'multiFrameComputationalCapture', 'negativeFilm', 'positiveFilm', 'print', 'screenCapture', 'trainedAlgorithmicMedia', 'virtualRecording',
]);

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
