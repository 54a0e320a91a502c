import type { Element } from 'xast';
import { textOf, xml, xmlPart, xmlSource } from '../../article/export/agency/xml.ts';
import { isAllInXmp, type PictureFacts, readPictureFacts } from './picture-metadata.ts';

const namespaces = {
  'xmlns:rdf': 'http://www.w3.org/1999/02/22-rdf-syntax-ns#', 'xmlns:dc': 'http://purl.org/dc/elements/1.1/', 'xmlns:photoshop': 'http://ns.adobe.com/photoshop/1.0/',
  'xmlns:xmpRights': 'http://ns.adobe.com/xap/1.0/rights/', 'xmlns:Iptc4xmpCore': 'http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/', 'xmlns:Iptc4xmpExt': 'http://iptc.org/std/Iptc4xmpExt/2008-02-29/',
} as const;

/** Facts that are one plain text, by their property. */
const plain: Readonly<Record<string, string>> = {
  headline: 'photoshop:Headline', credit: 'photoshop:Credit', source: 'photoshop:Source', dateCreated: 'photoshop:DateCreated', city: 'photoshop:City', state: 'photoshop:State', country: 'photoshop:Country',
  sublocation: 'Iptc4xmpCore:Location', digitalSourceType: 'Iptc4xmpExt:DigitalSourceType',
};
/** Facts with one text for each language. */
const inLanguages: Readonly<Record<string, string>> = {
  caption: 'dc:description', copyright: 'dc:rights', usageTerms: 'xmpRights:UsageTerms', altText: 'Iptc4xmpCore:AltTextAccessibility', longDescription: 'Iptc4xmpCore:ExtDescrAccessibility',
};

/**
 * XMP that says what a picture's file says in IIM and EXIF, for a copy in a kind that does not take these over.
 * @returns null where the file's own packet says it all and can go along as it is, or nothing is said
 */
export function creditsPacket(bytes: Uint8Array): Uint8Array | null {
  const facts = readPictureFacts(bytes);
  return Object.keys(facts).length === 0 || isAllInXmp(bytes) ? null : new TextEncoder().encode(xmlSource(packetOf(facts)));
}

function packetOf(facts: PictureFacts): Element {
  const parts = [
    ...Object.entries(plain).flatMap(([fact, name]) => xmlPart(name, facts[fact] ?? '')),
    ...Object.entries(inLanguages).flatMap(([fact, name]) => list(name, 'rdf:Alt', facts[fact] ?? '', { 'xml:lang': 'x-default' })),
    ...list('dc:creator', 'rdf:Seq', facts['creator'] ?? ''),
    ...list('dc:subject', 'rdf:Bag', facts['keywords'] ?? ''),
  ];
  return xml('x:xmpmeta', { 'xmlns:x': 'adobe:ns:meta/' }, [xml('rdf:RDF', namespaces, [xml('rdf:Description', {}, parts)])]);
}

function list(name: string, kind: 'rdf:Alt' | 'rdf:Seq' | 'rdf:Bag', value: string, attributes: Readonly<Record<string, string>> = {}): Element[] {
  return value === '' ? [] : [xml(name, {}, [xml(kind, {}, [xml('rdf:li', attributes, [textOf(value)])])])];
}
