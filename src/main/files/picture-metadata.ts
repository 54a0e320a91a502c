import { DOMParser } from '@xmldom/xmldom';
import ExifReader from 'exifreader';
import { iimDecoder } from './iim-text.ts';
import { pngIim, pngWords, withPlainMetadata } from './png-text.ts';
import { pictureType } from './picture-header.ts';

/** What a picture's file says about itself, by our names; a fact it does not state is not there. */
export type PictureFacts = Readonly<Record<string, string>>;

interface Names {
  readonly xmp: readonly string[];
  readonly iptc: readonly string[];
  readonly exif: readonly string[];
  readonly png?: readonly string[];
}

/** Where each fact stands: IPTC Photo Metadata Standard 2025.1 in XMP (a field of a structure behind a dot), then the older IIM fields, then EXIF, then a PNG's own words. */
const places: Readonly<Record<string, Names>> = {
  caption: { xmp: ['description'], iptc: ['Caption/Abstract'], exif: ['ImageDescription'], png: ['Description'] },
  headline: { xmp: ['Headline'], iptc: ['Headline'], exif: [], png: ['Title'] },
  creator: { xmp: ['creator', 'ImageCreator.ImageCreatorName'], iptc: ['By-line'], exif: ['Artist'], png: ['Author'] },
  credit: { xmp: ['Credit'], iptc: ['Credit'], exif: [] },
  source: { xmp: ['Source'], iptc: ['Source'], exif: [] },
  copyright: { xmp: ['rights', 'CopyrightOwner.CopyrightOwnerName'], iptc: ['Copyright Notice'], exif: ['Copyright'], png: ['Copyright'] },
  usageTerms: { xmp: ['UsageTerms'], iptc: [], exif: [] },
  altText: { xmp: ['AltTextAccessibility'], iptc: [], exif: [] },
  longDescription: { xmp: ['ExtDescrAccessibility'], iptc: [], exif: [] },
  sublocation: { xmp: ['Location', 'place.Sublocation'], iptc: ['Sub-location'], exif: [] },
  city: { xmp: ['City', 'place.City'], iptc: ['City'], exif: [] },
  state: { xmp: ['State', 'place.ProvinceState'], iptc: ['Province/State'], exif: [] },
  country: { xmp: ['Country', 'place.CountryName'], iptc: ['Country/Primary Location Name'], exif: [] },
  keywords: { xmp: ['subject'], iptc: ['Keywords'], exif: [] },
  digitalSourceType: { xmp: ['DigitalSourceType'], iptc: [], exif: [] },
};

/** What cameras write into every picture for a caption: their maker, or where the file lay. */
const cameraCaption = /^(?:(?:OLYMPUS|KODAK|SONY|SAMSUNG|MINOLTA|CASIO|FUJI(?:FILM)?|KONICA|RICOH|PENTAX|NIKON|HP|EPSON|DJI|GoPro)?\s*(?:DSC|DIGITAL (?:STILL )?CAMERA|CAMERA PICTURES?)|DCIM[\\/].*|default)$/iu;

/** Characters of one fact that are kept: a caption, not a book. */
const longest = 20_000;

/** Reads a picture's metadata; {} where there is none or nobody can read it. Takes nothing but facts for the article: no place on the map, no serial number. */
export function readPictureFacts(bytes: Uint8Array): PictureFacts {
  const groups = load(bytes);
  const facts: Record<string, string> = {};
  for (const [fact, names] of Object.entries(places)) {
    const value = first(groups.xmp, names.xmp) || first(groups.iptc, names.iptc) || first(groups.exif, names.exif) || first(groups.png, names.png ?? []);
    if (value !== '' && !(fact === 'caption' && cameraCaption.test(value))) facts[fact] = value.slice(0, longest);
  }
  const dateCreated = dateOf(groups);
  if (dateCreated !== '') facts['dateCreated'] = dateCreated;
  return facts;
}

/** Whether the file's XMP alone says every fact that the file says: a copy that keeps only that packet loses nothing. */
export function isAllInXmp(bytes: Uint8Array): boolean {
  const { xmp, iptc, exif, png } = load(bytes);
  return Object.values(places).every((names) => first(xmp, names.xmp) !== '' || first(iptc, names.iptc) + first(exif, names.exif) + first(png, names.png ?? []) === '');
}

/** When the picture was made, as ISO 8601; with its offset where the file says one. */
function dateOf({ xmp, iptc, exif, png }: Groups): string {
  const ofXmp = first(xmp, ['DateCreated']);
  if (ofXmp !== '') return iso(ofXmp, '');
  const day = first(iptc, ['Date Created']);
  if (day !== '') return iso(day, first(iptc, ['Time Created']));
  const takenByXmp = first(xmp, ['DateTimeOriginal']);
  if (takenByXmp !== '') return iso(takenByXmp, '');
  const taken = first(exif, ['DateTimeOriginal']);
  if (taken === '') return iso(first(png, ['Creation Time']), '');
  return iso(taken, '') + (/T/.test(iso(taken, '')) ? first(exif, ['OffsetTimeOriginal']) : '');
}

/** Dates as cameras and agencies write them (2024:03:03 18:05:00, 20240303, 180500+0530) in the standard's form; others as they are. */
function iso(date: string, time: string): string {
  const written = /^(\d{4})[:-]?(\d\d)[:-]?(\d\d)(?:[T ](\d\d:\d\d(?::\d\d)?)(?:\.\d+)?\s*(Z|[+-]\d\d:?\d\d)?)?$/u.exec(date);
  if (!written) return date;
  const [, year = '', month = '', day = '', clock = '', zone = ''] = written;
  const later = /^(\d\d):?(\d\d):?(\d\d)\s*(Z|[+-]\d\d:?\d\d)?$/u.exec(time);
  const hours = clock || (later ? later.slice(1, 4).join(':') : '');
  const offset = (zone || (later?.[4] ?? '')).replace(/^([+-]\d\d):?(\d\d)$/u, '$1:$2');
  return `${year}-${month}-${day}${hours === '' ? '' : `T${hours}${offset}`}`;
}

/** Handed over: the reader looks for one of its own at run time, and in the bundled app finds none. A broken packet is no reason to print. */
const xmlParser = new DOMParser({ onError: () => undefined });

interface Groups {
  readonly xmp: unknown;
  readonly iptc: unknown;
  readonly exif: unknown;
  readonly png: unknown;
}

function load(given: Uint8Array): Groups {
  const isPng = pictureType(given) === 'image/png';
  const bytes = isPng ? withPlainMetadata(given) : given;
  const png = isPng ? Object.fromEntries(Object.entries(pngWords(bytes)).map(([keyword, description]) => [keyword, { description }])) : undefined;
  const iim = isPng ? pngIim(bytes) : null;
  const { xmp, iptc, exif } = read(bytes);
  return { xmp: withStructures(xmp), iptc: readable(iptc ?? (iim ? read(jpegWith(iim)).iptc : undefined)), exif, png };
}

function read(bytes: Uint8Array): Pick<Groups, 'xmp' | 'iptc' | 'exif'> {
  try {
    // A copy: the reader wants a whole ArrayBuffer, and `bytes` may be a part of one.
    const { xmp, iptc, exif } = ExifReader.load(Uint8Array.from(bytes).buffer, { expanded: true, domParser: xmlParser });
    return { xmp, iptc, exif };
  } catch {
    return { xmp: undefined, iptc: undefined, exif: undefined };
  }
}

/** IIM records or Photoshop's resources where the reader looks for them: in the segment of a JPEG, which has no more than this. */
function jpegWith(iim: Uint8Array): Uint8Array {
  const size = Buffer.alloc(4);
  size.writeUInt32BE(iim.length);
  const resources = iim[0] === 0x1c ? Buffer.concat([Buffer.from('8BIM\x04\x04\0\0', 'latin1'), size, iim, Buffer.alloc(iim.length % 2)]) : iim;
  const content = Buffer.concat([Buffer.from('Photoshop 3.0\0', 'latin1'), resources]).subarray(0, 0xfffd);
  return Buffer.concat([Buffer.of(0xff, 0xd8, 0xff, 0xed, (content.length + 2) >> 8, (content.length + 2) & 0xff), content, Buffer.of(0xff, 0xd9)]);
}

/** XMP with the fields of the structures that are looked at. The place is the one the picture shows, where the file says so, else where it was made, and never a mixture. */
function withStructures(xmp: unknown): unknown {
  if (typeof xmp !== 'object' || xmp === null) return xmp;
  const fieldsOf = (name: string): Record<string, unknown> => ({ ...firstOf(property(property(xmp, name), 'value')) });
  const shown = fieldsOf('LocationShown');
  const structures = { place: Object.keys(shown).length > 0 ? shown : fieldsOf('LocationCreated'), ImageCreator: fieldsOf('ImageCreator'), CopyrightOwner: fieldsOf('CopyrightOwner') };
  const fields = Object.entries(structures).flatMap(([name, inner]) => Object.entries(inner).map(([field, tag]) => [`${name}.${field}`, tag] as const));
  return { ...xmp, ...Object.fromEntries(fields) };
}

function firstOf(list: unknown): object | null {
  const found: unknown = Array.isArray(list) ? list[0] : null;
  return typeof found === 'object' ? found : null;
}

/** The fields of IIM with their texts decoded anew, where their letters were guessed. */
function readable(iptc: unknown): unknown {
  if (typeof iptc !== 'object' || iptc === null) return iptc;
  const fields = Object.entries(iptc);
  const values = fields.flatMap(([, tag]) => (Array.isArray(tag) ? tag : [tag])).map(bytesOf).filter((bytes) => bytes !== null);
  const decode = iimDecoder(text(property(iptc, 'Coded Character Set')), values);
  const decoded = (name: string, tag: unknown): unknown => {
    const bytes = /^(?:Date|Time|Digital Creation|Release|Expiration)/u.test(name) ? null : bytesOf(tag);
    return bytes ? { description: decode(bytes) } : tag;
  };
  return Object.fromEntries(fields.map(([name, tag]) => [name, Array.isArray(tag) ? tag.map((one: unknown) => decoded(name, one)) : decoded(name, tag)]));
}

function bytesOf(tag: unknown): Uint8Array | null {
  const value = property(tag, 'value');
  return Array.isArray(value) && value.every((byte) => typeof byte === 'number') ? Uint8Array.from(value) : null;
}

function first(group: unknown, names: readonly string[]): string {
  for (const name of names) {
    const value = text(property(group, name));
    if (value !== '') return value;
  }
  return '';
}

/** A tag's description, those of a repeated tag joined by commas. */
function text(tag: unknown): string {
  if (Array.isArray(tag)) return tag.map(text).filter((part) => part !== '').join(', ');
  const inLanguages = property(tag, 'value');
  // The same text in several languages: one of them, not all in a row.
  if (Array.isArray(inLanguages) && inLanguages.length > 1 && inLanguages.every((one) => languageOf(one) !== '')) return text(inLanguages.find((one) => languageOf(one) === 'x-default') ?? inLanguages[0]);
  const description = property(tag, 'description');
  // NUL is how EXIF pads its fields.
  return typeof description === 'string' ? description.replaceAll('\0', '').trim() : '';
}

const languageOf = (tag: unknown): unknown => property(property(tag, 'attributes'), 'lang') ?? '';

function property(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name) ? Reflect.get(value, name) : undefined;
}
