import type { ElementContent } from 'hast';
import { safeAddress } from '../../address.ts';
import { writtenCorrections } from '../../corrections.ts';
import { isLanguageTag } from '../../language-tag.ts';
import { type Dateline, type Metadata, type MetadataField, metadataFields, type Time } from '../../metadata.ts';
import { displayTime, offsetTime } from '../../time.ts';
import { say } from '../../../language/index.ts';
import { el, hidden, type HtmlContext, lined, part, type Properties, textNode } from './elements.ts';

/** Where a field stands in public HTML: as a data attribute, in a visible place, or nowhere. */
type Place = 'attribute' | 'visible' | 'private';

/** A new field of the metadata does not compile until it says where it stands. */
export const places: { readonly [Field in MetadataField]: Place } = {
  slugline: 'attribute', section: 'attribute', genre: 'attribute', language: 'visible', source: 'attribute', shortHeadline: 'attribute',
  seoTitle: 'attribute', seoDescription: 'attribute', socialHeadline: 'attribute', urlSlug: 'attribute', canonicalUrl: 'attribute',
  copyright: 'attribute', usageTerms: 'attribute', adPolicy: 'attribute', subjects: 'attribute', tags: 'attribute', urgency: 'attribute',
  closingCredits: 'visible', dateline: 'visible', publishedAt: 'visible', updatedAt: 'visible', corrections: 'visible',
  editorialNote: 'private', internalNote: 'private', legal: 'private', adPolicyReason: 'private', embargo: 'private', targetLength: 'private',
};

/** The name of a field's data attribute as hast writes it: `seoTitle` is `dataGalleySeoTitle`, in HTML `data-galley-seo-title`. */
export const attributeName = (field: string): string => `dataGalley${field.charAt(0).toUpperCase()}${field.slice(1)}`;

/** What of the metadata stands as data attributes: texts as they are, lists as JSON. */
export function metadataProperties(metadata: Metadata): Properties {
  const result: Record<string, string | number | null> = {};
  for (const { field, attribute } of inAttributes) {
    const value = metadata[field];
    if (value === '' || value === null || (field === 'adPolicy' && value === 'allowed')) continue;
    if (field === 'canonicalUrl' && safeAddress(metadata.canonicalUrl) === null) continue;
    result[attribute] = typeof value === 'string' || typeof value === 'number' ? value || null : hidden({ value }) === null ? null : JSON.stringify(value);
  }
  return result;
}

const inAttributes = metadataFields.filter((field) => places[field] === 'attribute').map((field) => ({ field, attribute: attributeName(field) }));

/** Language and direction of the article; a language that is no BCP 47 tag is kept beside, since HTML has no place for it. */
export function languageProperties(language: string): Properties {
  if (language === '') return {};
  if (!isLanguageTag(language)) return { dataGalleyLanguage: language };
  return { lang: language, dir: isRightToLeft(language) ? 'rtl' : null };
}

const rightToLeft = new Set(['ar', 'arc', 'ckb', 'dv', 'fa', 'he', 'iw', 'ks', 'ku', 'ps', 'sd', 'syr', 'ug', 'ur', 'yi']);
export function isRightToLeft(language: string): boolean {
  if (/-(Arab|Hebr|Syrc|Thaa)\b/i.test(language)) return true;
  return !/-Latn\b/i.test(language) && rightToLeft.has(language.split('-')[0]?.toLowerCase() ?? '');
}

/** The dateline as it stands before the first paragraph: as written, else built from its parts. */
export function datelineText(dateline: Dateline): string {
  if (dateline.asWritten !== '') return dateline.asWritten;
  const parts = [dateline.place, dateline.country, dateline.date].filter((value) => value !== '').join(', ');
  const source = dateline.source === '' ? '' : ` (${dateline.source})`;
  return parts + source === '' ? '' : `${parts}${source} –`;
}

/** What stands before the first paragraph where only words can: the dateline and a blank. */
export const datelineLead = (dateline: Dateline): string => `${datelineText(dateline)} `;

/** The dateline and the blank after it, in an element that import takes back. */
export function datelineToHast(dateline: Dateline): ElementContent {
  const { asWritten, ...rest } = dateline;
  const shown = asWritten === '' ? lined(datelineText(dateline)) : part('span', 'as-written', asWritten);
  return el('span', { dataGalleyPart: 'dateline', dataGalleyAttrs: hidden(rest) }, [...shown, textNode(' ')]);
}

/** Published and updated, for readers and in the attribute for machines with the offset of the zone. */
export function timesToHast(metadata: Metadata, context: HtmlContext): ElementContent[] {
  const lines = ([['published', metadata.publishedAt], ['updated', metadata.updatedAt]] as const).flatMap(([name, time]) =>
    time === null ? [] : [el('p', { dataGalleyPart: name }, timeToHast(time, (shown) => say(`formats.${name}`, { time: shown }, context.language || 'en'), context))],
  );
  return lines.length === 0 ? [] : [el('div', { dataGalleyPart: 'times' }, lines)];
}

function timeToHast(time: Time, sentence: (shown: string) => string, context: HtmlContext): ElementContent[] {
  const shown = time.asWritten === '' ? displayTime(time, context.language) : time.asWritten;
  return [el('time', { dateTime: offsetTime(time).replace(/\.\d+/, ''), dataGalleyTime: JSON.stringify(time) }, lined(sentence(shown)))];
}

/** What was put right, and the closing credits, after the text. */
export function afterwordToHast(metadata: Metadata, context: HtmlContext): ElementContent[] {
  const written = writtenCorrections(metadata);
  const corrections = written.map(({ at, kind, text }) =>
    el('p', { dataGalleyPart: 'correction', dataGalleyKind: kind }, [
      el('strong', {}, [textNode(say(`formats.kind-${kind}`, undefined, context.language || 'en'))]),
      textNode(', '),
      ...timeToHast(at, (shown) => shown, context),
      textNode(': '),
      ...part('span', 'text', text),
    ]),
  );
  return [
    // Those without words yet stand beside the others, for the way back alone.
    ...(metadata.corrections.length === 0 ? [] : [el('div', { dataGalleyPart: 'corrections', dataGalleyAttrs: written.length === metadata.corrections.length ? null : hidden({ corrections: metadata.corrections }) }, corrections)]),
    ...part('p', 'closing-credits', metadata.closingCredits),
  ];
}
