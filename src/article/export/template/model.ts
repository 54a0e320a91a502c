import type { ElementContent } from 'hast';
import { safeAddress } from '../../address.ts';
import { writtenCorrections } from '../../corrections.ts';
import type { Article } from '../../article.ts';
import { fieldNames } from '../../blocks/index.ts';
import type { BodyJson } from '../../body.ts';
import type { Time } from '../../metadata.ts';
import { displayTime, offsetTime } from '../../time.ts';
import { say } from '../../../language/index.ts';
import { articleToHast } from '../html-fragment.ts';
import { writeHtml } from '../html/write.ts';
import { headOf } from '../html/head.ts';
import { bylineToHast, roleLabel } from '../html/byline.ts';
import { attributesOf, type HtmlContext } from '../html/elements.ts';
import { inlineToHast } from '../html/inline.ts';
import { plainText } from '../html/json-ld.ts';
import { imagesOf } from '../images-of.ts';
import { datelineText, isRightToLeft } from '../html/metadata.ts';
import { pageStyle } from '../html/page-style.ts';
import { articleToText } from '../text.ts';
import { Markup } from './markup.ts';

/** What a newsroom's template can name. Words are escaped where they are printed; those called HTML come as they are. docs/guide/export.md lists them. */
export type TemplateModel = Readonly<Record<string, unknown>>;

/** @param article without suggestions, as `plain` gives it */
export function templateModel(article: Article, context: HtmlContext): TemplateModel {
  const { metadata, body } = article;
  const find = (name: string): BodyJson | undefined => body.content?.find(({ type }) => type === name);
  const byline = find('byline');
  const people = byline ? attributesOf(byline, 'byline').contributors : [];
  const time = (given: Time | null): unknown => given && { iso: offsetTime(given), shown: given.asWritten || displayTime(given, metadata.language) };
  const element = articleToHast(article, context);
  return {
    id: article.id,
    headline: plainText(find('headline')), headline_html: html(inlineToHast(find('headline')?.content)),
    standfirst: plainText(find('standfirst')), standfirst_html: html(inlineToHast(find('standfirst')?.content)),
    byline: people.map((person) => ({ ...person, url: safeAddress(person.url) ?? '', label: roleLabel(person.role, metadata.language) })),
    byline_html: html(bylineToHast(people, context)),
    article: html([element]),
    body: html(element.children.filter((child) => !isField(child))),
    head: html(headOf(article, context)), style: new Markup(pageStyle),
    text: articleToText(article, context),
    language: metadata.language, direction: isRightToLeft(metadata.language) ? 'rtl' : 'ltr',
    dateline: metadata.dateline ? datelineText(metadata.dateline) : '',
    published: time(metadata.publishedAt), updated: time(metadata.updatedAt),
    section: metadata.section, genre: metadata.genre, slugline: metadata.slugline, source: metadata.source, urgency: metadata.urgency,
    tags: metadata.tags, subjects: metadata.subjects,
    short_headline: metadata.shortHeadline, seo_title: metadata.seoTitle, seo_description: metadata.seoDescription, social_headline: metadata.socialHeadline,
    url_slug: metadata.urlSlug, canonical_url: safeAddress(metadata.canonicalUrl) ?? '',
    copyright: metadata.copyright, usage_terms: metadata.usageTerms, closing_credits: metadata.closingCredits,
    corrections: writtenCorrections(metadata).map(({ at, kind, text }) => ({ kind, text, label: say(`formats.kind-${kind}`, undefined, metadata.language || 'en'), at: time(at) })),
    pictures: imagesOf(body).map((node) => {
      const { imageId, alt, credit, role } = attributesOf(node, 'image');
      return { address: (imageId === null ? null : context.imageAddress(imageId)) ?? '', alt, credit, role, caption: plainText(node) };
    }),
  };
}

const html = (nodes: readonly ElementContent[]): Markup => new Markup(writeHtml(nodes));

/** Headline, standfirst, byline and times stand beside the body. */
function isField(node: ElementContent): boolean {
  if (node.type !== 'element') return false;
  const { dataGalleyBlock, dataGalleyPart } = node.properties;
  return fieldNames.some((name) => name === dataGalleyBlock) || dataGalleyPart === 'times';
}
