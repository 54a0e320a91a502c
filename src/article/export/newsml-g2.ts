import type { Element } from 'xast';
import type { Article } from '../article.ts';
import { writtenCorrections } from '../corrections.ts';
import { offsetTime } from '../time.ts';
import { bodyHast, type NewsFacts, newsFacts, type NewsPicture, strictUri } from './agency/news-facts.ts';
import { htmlToXml, textOf, writeXml, xml, xmlLanguage, xmlPart } from './agency/xml.ts';
import { isAuthor } from './credited-as.ts';
import type { HtmlContext } from './html/elements.ts';
import { writable } from './writable.ts';

/**
 * IPTC NewsML-G2 2.35 at power conformance: one news item with its text as XHTML. For receivers, not the public: it
 * carries the editorial note and the embargo.
 * @param article without suggestions, as `plain` gives it
 */
export function articleToNewsMl(article: Article, context: HtmlContext): string {
  const { metadata } = article;
  const facts = newsFacts(article, context);
  const language = xmlLanguage(metadata.language);
  const body = bodyHast(article, context);
  const html = xml('html', { xmlns: 'http://www.w3.org/1999/xhtml', lang: metadata.language }, [
    xml('head', {}, [xml('title', {}, [textOf(facts.headline)])]),
    xml('body', {}, [htmlToXml(body)]),
  ]);
  return writeXml(
    xml('newsItem', { xmlns: 'http://iptc.org/std/nar/2006-10-01/', guid: facts.uri, version: 1, standard: 'NewsML-G2', standardversion: '2.35', conformance: 'power', 'xml:lang': language }, [
      xml('catalogRef', { href: 'http://www.iptc.org/std/catalog/catalog.IPTC-G2-Standards_40.xml' }),
      xml('catalog', {}, [xml('scheme', { alias: 'grole', uri: 'urn:galley:role:' })]),
      ...rights(article),
      itemMeta(article, facts),
      contentMeta(article, facts),
      xml('contentSet', {}, [xml('inlineXML', { contenttype: 'application/xhtml+xml' }, [html])]),
    ]),
  );
}

/** A text as the schema has names and codes: blanks, and no tab or line feed. */
const oneLine = (value: string): string => value.replace(/\s+/g, ' ');
const line = (name: string, value: string): Element[] => xmlPart(name, oneLine(value));

function rights({ metadata }: Article): Element[] {
  const said = [...xmlPart('copyrightNotice', metadata.copyright), ...xmlPart('usageTerms', metadata.usageTerms)];
  return said.length === 0 ? [] : [xml('rightsInfo', {}, said)];
}

/** Order is the schema's. */
function itemMeta({ metadata }: Article, facts: NewsFacts): Element {
  return xml('itemMeta', {}, [
    xml('itemClass', { qcode: 'ninat:text' }),
    xml('provider', { literal: oneLine(metadata.source || 'galley') }, line('name', metadata.source)),
    xml('versionCreated', {}, [textOf(facts.versionCreated)]),
    ...xmlPart('embargoed', facts.embargoedUntil),
    xml('pubStatus', { qcode: `stat:${facts.pubStatus}` }),
    ...xmlPart('title', facts.headline),
    ...xmlPart('edNote', facts.editorialNote),
    ...writtenCorrections(metadata).flatMap(({ at, kind, text }) => xmlPart('edNote', `${offsetTime(at)} ${text}`, { role: `grole:${kind}` })),
    ...(writtenCorrections(metadata).length > 0 ? [xml('signal', { qcode: 'sig:correction' })] : []),
    ...facts.pictures.flatMap(pictureLink),
  ]);
}

function pictureLink({ caption, address, mediaType, bytes }: NewsPicture): Element[] {
  if (address === '') return [];
  return [xml('link', { rel: 'irel:seeAlso', href: address, contenttype: mediaType, size: bytes || null }, xmlPart('title', caption))];
}

function contentMeta({ metadata }: Article, facts: NewsFacts): Element {
  const { dateline } = metadata;
  return xml('contentMeta', {}, [
    ...xmlPart('urgency', metadata.urgency === null ? '' : String(metadata.urgency)),
    ...xmlPart('contentCreated', metadata.publishedAt ? offsetTime(metadata.publishedAt) : ''),
    ...xmlPart('contentModified', metadata.updatedAt ? offsetTime(metadata.updatedAt) : ''),
    ...(dateline === null || dateline.place === '' ? [] : [xml('located', { literal: oneLine(dateline.place) }, [...line('name', dateline.place), ...(dateline.country === '' ? [] : [xml('broader', { literal: oneLine(dateline.country) }, line('name', dateline.country))])])]),
    ...(metadata.source === '' ? [] : [xml('infoSource', { literal: oneLine(metadata.source) }, line('name', metadata.source))]),
    ...facts.people.map(person),
    ...xmlPart('altId', metadata.urlSlug, { type: 'grole:urlSlug' }),
    ...xmlPart('altId', metadata.canonicalUrl, { type: 'grole:canonicalUrl' }),
    ...(xmlLanguage(metadata.language) === '' ? [] : [xml('language', { tag: metadata.language })]),
    ...(metadata.genre === '' ? [] : [xml('genre', { literal: oneLine(metadata.genre) }, line('name', metadata.genre))]),
    ...metadata.tags.flatMap((tag) => line('keyword', tag)),
    ...metadata.subjects.map(({ code, name }) => xml('subject', { type: 'cpnat:abstract', qcode: `medtop:${code}` }, line('name', name))),
    ...(metadata.section === '' ? [] : [xml('subject', { type: 'cpnat:abstract', literal: oneLine(metadata.section) }, line('name', metadata.section))]),
    ...line('slugline', metadata.slugline),
    ...xmlPart('headline', facts.headline),
    ...xmlPart('headline', metadata.shortHeadline, { role: 'grole:short' }),
    ...xmlPart('headline', metadata.seoTitle, { role: 'grole:seo' }),
    ...xmlPart('headline', metadata.socialHeadline, { role: 'grole:social' }),
    ...xmlPart('dateline', facts.dateline),
    ...xmlPart('by', facts.by),
    ...line('creditline', metadata.closingCredits),
    ...xmlPart('description', facts.standfirst, { role: 'drol:summary' }),
    ...xmlPart('description', metadata.seoDescription, { role: 'grole:seo' }),
  ]);
}

/** One who made it, with the role as a code of our own scheme; affiliation, place and address as the person's details. */
function person({ name, role, affiliation, location, email, url }: NewsFacts['people'][number]): Element {
  const tag = isAuthor({ role }) ? 'creator' : 'contributor';
  const contact = [...xmlPart('email', email), ...(strictUri(url) === '' ? [] : xmlPart('web', url)), ...(location === '' ? [] : [xml('address', {}, [xml('locality', { literal: oneLine(location) }, line('name', location))])])];
  const details = [...(affiliation === '' ? [] : [xml('affiliation', { literal: oneLine(affiliation) }, line('name', affiliation))]), ...(contact.length === 0 ? [] : [xml('contactInfo', {}, contact)])];
  return xml(tag, { role: role === '' ? null : `grole:${encodeURIComponent(writable(role))}`, literal: oneLine(name) }, [...line('name', name), ...(details.length === 0 ? [] : [xml('personDetails', {}, details)])]);
}
