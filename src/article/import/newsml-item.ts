import type { Element, Root } from 'xast';
import { type NewsItem, type NewsPicture, nothingBeside } from './news-item-fields.ts';
import { nitfItem } from './nitf-item.ts';
import { allXml, childXml, findXml, xmlAttribute, xmlContent, xmlToHtml } from './xml-html.ts';

const words = (element: Element | null): string => xmlContent(element).replace(/\s+/g, ' ').trim();

/** The text among the items of a NewsML-G2 message, with the pictures that come beside it; null where there is no item. */
export function newsMlItem(root: Root): NewsItem | null {
  const items = allXml(root, 'newsItem');
  const item = items.find((one) => findXml(one, 'inlineXML') !== null) ?? items[0];
  if (!item) return null;
  const said = (name: string): string => xmlContent(findXml(item, name)).trim();
  const inline = findXml(item, 'inlineXML');
  // Some agencies keep NITF in there.
  const nitf = inline && findXml(inline, 'nitf') ? nitfItem({ type: 'root', children: [inline] }) : null;
  const body = inline && findXml(inline, 'body');
  const meta = findXml(item, 'contentMeta') ?? item;
  return {
    ...headOf(item, meta, nitf),
    language: xmlAttribute(findXml(item, 'language'), 'tag') || xmlAttribute(item, 'xml:lang'),
    body: nitf?.body ?? (body ? xmlToHtml(body).children : []),
    slugline: said('slugline'),
    source: xmlContent(findXml(item, 'infoSource')).trim(),
    editorialNote: allXml(item, 'edNote').filter((note) => xmlAttribute(note, 'role') === '').map(xmlContent).join('\n'),
    urgency: Number(said('urgency')) || null,
    embargoedUntil: said('embargoed'),
    isWithheld: xmlAttribute(findXml(item, 'pubStatus'), 'qcode') === 'stat:withheld',
    published: said('contentCreated') || said('versionCreated'),
    tags: allXml(meta, 'keyword').map((keyword) => xmlContent(keyword).trim()),
    subjects: allXml(meta, 'subject').filter(isTopic).map((subject) => ({ code: xmlAttribute(subject, 'qcode').replace('medtop:', ''), name: xmlContent(findXml(subject, 'name')).trim() })),
    beside: besideOf(meta, said, items),
  };
}

const isTopic = (subject: Element): boolean => xmlAttribute(subject, 'qcode').startsWith('medtop:');

/** What stands above the text; what the item leaves out, NITF in it may say. */
function headOf(item: Element, meta: Element, nitf: NewsItem | null): Pick<NewsItem, 'headline' | 'standfirst' | 'byline'> {
  const ofRole = (name: string, role: string): string => xmlContent(allXml(meta, name).find((one) => xmlAttribute(one, 'role') === role) ?? null);
  return {
    headline: ofRole('headline', '').trim() || xmlContent(childXml(findXml(item, 'itemMeta'), 'title')).trim(),
    standfirst: ofRole('description', 'drol:summary') || (nitf?.standfirst ?? ''),
    byline: xmlContent(findXml(item, 'by')).trim() || (nitf?.byline ?? ''),
  };
}

function besideOf(meta: Element, said: (name: string) => string, items: readonly Element[]): NewsItem['beside'] {
  return {
    ...nothingBeside,
    copyright: said('copyrightNotice'),
    usageTerms: said('usageTerms'),
    genre: words(childXml(findXml(meta, 'genre'), 'name')),
    updated: said('versionCreated'),
    dateline: words(childXml(meta, 'dateline')),
    pictures: items.flatMap(picturesIn),
    left: [...allXml(meta, 'subject').filter((subject) => !isTopic(subject)), ...allXml(meta, 'located'), ...allXml(meta, 'contributor')].map(words),
  };
}

/** The widest copy of an item's picture. */
function picturesIn(item: Element): NewsPicture[] {
  const [best] = allXml(item, 'remoteContent').filter((one) => xmlAttribute(one, 'contenttype').startsWith('image/') && xmlAttribute(one, 'href') !== '').toSorted((a, b) => Number(xmlAttribute(b, 'width')) - Number(xmlAttribute(a, 'width')));
  const isText = findXml(item, 'inlineXML') !== null;
  const caption = allXml(item, 'description').find((one) => xmlAttribute(one, 'role') === 'drol:caption') ?? null;
  return best ? [{ address: xmlAttribute(best, 'href'), caption: isText ? '' : words(caption), credit: isText ? '' : words(findXml(item, 'creditline')) }] : [];
}
