import type { Element as HastElement, ElementContent } from 'hast';
import type { Element, Root } from 'xast';
import { el, textNode } from '../export/html/elements.ts';
import { type NewsItem, nothingBeside } from './news-item-fields.ts';
import { nitfToHtml, ownProperties } from './nitf-body.ts';
import { allXml, childXml, findXml, xmlAttribute, xmlContent } from './xml-html.ts';

const words = (element: Element | null): string => xmlContent(element).replace(/\s+/g, ' ').trim();

/** `20240304T164000+0530` as RFC 3339. */
const ofNitf = (written: string): string => written.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(Z|[+-]\d\d:?\d\d)$/, '$1-$2-$3T$4:$5:$6$7').replace(/([+-]\d\d)(\d\d)$/, '$1:$2');

/** A NITF document's item; null where it has no body. */
export function nitfItem(root: Root): NewsItem | null {
  const nitf = findXml(root, 'nitf');
  const body = childXml(nitf, 'body');
  if (!nitf || !body) return null;
  // A note in the head has a content of its own.
  const content = childXml(body, 'body.content');
  const head = childXml(body, 'body.head') ?? body;
  const children = content ? nitfToHtml(content.children) : [];
  const properties = ownProperties(body);
  const isOwn = 'dataGalleyArticle' in properties;
  const said = (name: string, attribute: string): string => xmlAttribute(findXml(nitf, name), attribute);
  const article: HastElement = el('article', properties, children);
  const [abstract, deck] = [xmlContent(findXml(head, 'abstract')).trim(), words(childXml(findXml(head, 'hedline'), 'hl2'))];
  const notes = head.children.filter((child): child is Element => child.type === 'element' && child.name === 'note').map(words);
  return {
    headline: xmlContent(findXml(body, 'hl1')).trim() || xmlContent(findXml(nitf, 'title')).trim(),
    standfirst: isOwn ? abstract : deck || abstract,
    byline: allXml(head, 'byline').map(bylineOf).join(', '),
    language: xmlAttribute(nitf, 'baselang'),
    body: isOwn ? [article] : [...children, ...tagline(body)],
    slugline: said('du-key', 'key'),
    source: xmlContent(findXml(body, 'distributor')).trim(),
    editorialNote: [said('ed-msg', 'info'), ...(isOwn ? [] : notes)].filter((note) => note !== '').join('\n'),
    urgency: Number(said('urgency', 'ed-urg')) || null,
    embargoedUntil: ofNitf(said('date.release', 'norm')),
    isWithheld: ['embargoed', 'withheld'].includes(said('docdata', 'management-status')),
    published: ofNitf(said('date.issue', 'norm')),
    tags: allXml(nitf, 'keyword').map((keyword) => xmlAttribute(keyword, 'key')),
    subjects: allXml(nitf, 'tobject.subject').flatMap((subject) => (/^\d{8}$/.test(xmlAttribute(subject, 'tobject.subject.refnum')) ? [{ code: xmlAttribute(subject, 'tobject.subject.refnum'), name: xmlAttribute(subject, 'tobject.subject.matter') || xmlAttribute(subject, 'tobject.subject.type') }] : [])),
    beside: {
      ...nothingBeside,
      copyright: ['year', 'holder'].map((name) => said('doc.copyright', name)).filter((part) => part !== '').join(' '),
      dateline: words(childXml(head, 'dateline')),
      description: deck === '' ? '' : abstract,
    },
  };
}

/** “By A and B (House)”: what a person is stands in brackets beside the name. */
function bylineOf(line: Element): string {
  const title = words(childXml(line, 'byttl'));
  const names = words({ ...line, children: line.children.filter((child) => child.type !== 'element' || child.name !== 'byttl') });
  return title === '' ? names : `${names} (${title})`;
}

/** The line about the writer that closes an item. */
function tagline(body: Element): ElementContent[] {
  const line = words(findXml(childXml(body, 'body.end') ?? { type: 'root', children: [] }, 'tagline'));
  return line === '' ? [] : [el('p', {}, [textNode(line)])];
}
