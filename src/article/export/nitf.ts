import type { Element, ElementContent } from 'xast';
import type { Article } from '../article.ts';
import { writtenCorrections } from '../corrections.ts';
import type { Metadata, Time } from '../metadata.ts';
import { offsetTime } from '../time.ts';
import { bodyHast, type NewsFacts, newsFacts } from './agency/news-facts.ts';
import { bodyToNitf, inlineToNitf, ownAttributes } from './agency/nitf-body.ts';
import { textOf, writeXml, xml, xmlLanguage, xmlPart } from './agency/xml.ts';
import { roleLabel } from './html/byline.ts';
import type { HtmlContext } from './html/elements.ts';
import { inlineToHast } from './html/inline.ts';

/**
 * IPTC NITF 3.6. What NITF has no element for stands as data in attributes of our own namespace, which its schema allows
 * everywhere. For receivers, not the public: it carries the editorial note and the embargo.
 * @param article without suggestions, as `plain` gives it
 */
export function articleToNitf(article: Article, context: HtmlContext): string {
  const { metadata } = article;
  const facts = newsFacts(article, context);
  const language = xmlLanguage(metadata.language);
  const body = bodyHast(article, context);
  return writeXml(
    xml('nitf', { xmlns: 'http://iptc.org/std/NITF/2006-10-18/', 'xmlns:galley': 'urn:galley', baselang: language, version: '-//IPTC//DTD NITF 3.6//EN' }, [
      head(article, facts),
      xml('body', { ...ownAttributes(body), 'xml:lang': language }, [
        bodyHead(article, facts, context),
        xml('body.content', {}, bodyToNitf(body.children, facts.pictures)),
        xml('body.end', {}, xmlPart('tagline', metadata.closingCredits)),
      ]),
    ]),
  );
}

function head({ id, metadata }: Article, facts: NewsFacts): Element {
  const meta = Object.entries({ section: metadata.section, shortHeadline: metadata.shortHeadline, seoTitle: metadata.seoTitle, seoDescription: metadata.seoDescription, socialHeadline: metadata.socialHeadline, urlSlug: metadata.urlSlug, canonicalUrl: metadata.canonicalUrl, source: metadata.source });
  return xml('head', {}, [
    ...xmlPart('title', facts.headline),
    ...meta.flatMap(([name, content]) => (content === '' ? [] : [xml('meta', { name, content })])),
    xml('tobject', { 'tobject.type': 'news' }, [
      ...(metadata.genre === '' ? [] : [xml('tobject.property', { 'tobject.property.type': metadata.genre })]),
      ...metadata.subjects.map(({ code, name }) => xml('tobject.subject', { 'tobject.subject.refnum': code, 'tobject.subject.matter': name })),
    ]),
    xml('docdata', { 'management-status': facts.pubStatus === 'withheld' ? 'embargoed' : facts.pubStatus }, docdata(id, metadata, facts)),
    ...writtenCorrections(metadata).map(({ at, kind, text }) => xml('revision-history', { norm: nitfTime(at), function: 'editor', name: kind, comment: text })),
  ]);
}

function docdata(id: string, metadata: Metadata, facts: NewsFacts): Element[] {
  const { embargo, dateline } = metadata;
  return [
    ...writtenCorrections(metadata).map(({ kind, text }) => xml('correction', { info: `${kind}: ${text}`, 'id-string': facts.uri })),
    ...(dateline === null || dateline.place === '' ? [] : [xml('evloc', { city: dateline.place })]),
    xml('doc-id', { 'id-string': `urn:uuid:${id}` }),
    ...(metadata.urgency === null ? [] : [xml('urgency', { 'ed-urg': metadata.urgency })]),
    ...(metadata.publishedAt === null ? [] : [xml('date.issue', { norm: nitfTime(metadata.publishedAt) })]),
    ...(embargo === null || embargo.until === 'indefinite' ? [] : [xml('date.release', { norm: nitfTime(embargo.until) })]),
    ...(facts.editorialNote === '' ? [] : [xml('ed-msg', { info: facts.editorialNote })]),
    ...(metadata.slugline === '' ? [] : [xml('du-key', { key: metadata.slugline })]),
    ...(metadata.copyright === '' ? [] : [xml('doc.copyright', { holder: metadata.copyright })]),
    ...(metadata.usageTerms === '' ? [] : [xml('doc.rights', { limitations: metadata.usageTerms })]),
    ...(metadata.tags.length === 0 ? [] : [xml('key-list', {}, metadata.tags.map((key) => xml('keyword', { key })))]),
  ];
}

function bodyHead({ body, metadata }: Article, facts: NewsFacts, { language }: HtmlContext): Element {
  const content = (name: string): ElementContent[] => inlineToNitf(inlineToHast(body.content?.find(({ type }) => type === name)?.content));
  const standfirst = content('standfirst');
  return xml('body.head', {}, [
    ...(facts.headline === '' ? [] : [xml('hedline', {}, [xml('hl1', {}, content('headline'))])]),
    ...facts.people.map(({ name, role, affiliation, location }) => {
      const label = roleLabel(role, language);
      return xml('byline', {}, [...(label === '' ? [] : [textOf(`${label} `)]), xml('person', {}, [textOf(name)]), ...xmlPart('byttl', affiliation), ...xmlPart('location', location)]);
    }),
    ...(metadata.source === '' ? [] : [xml('distributor', {}, [xml('org', {}, [textOf(metadata.source)])])]),
    ...(facts.dateline === '' ? [] : [xml('dateline', {}, [xml('location', {}, [textOf(facts.dateline)])])]),
    ...(standfirst.length === 0 ? [] : [xml('abstract', {}, [xml('p', {}, standfirst)])]),
  ]);
}

/** `20240304T164000+0530` */
const nitfTime = (time: Time): string => offsetTime(time).replace(/\.\d+/, '').replace(/Z$/, '+00:00').replaceAll('-', (sign, at: number) => (at < 10 ? '' : sign)).replaceAll(':', '');
