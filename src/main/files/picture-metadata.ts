import ExifReader from 'exifreader';

/** What a picture's file says about itself, by our names; a fact it does not state is not there. */
export type PictureFacts = Readonly<Record<string, string>>;

interface Names {
  readonly xmp: readonly string[];
  readonly iptc: readonly string[];
  readonly exif: readonly string[];
}

/** Where each fact stands: IPTC Photo Metadata Standard 2023.2 in XMP, then the older IIM fields, then EXIF. */
const places: Readonly<Record<string, Names>> = {
  caption: { xmp: ['description'], iptc: ['Caption/Abstract'], exif: ['ImageDescription'] },
  headline: { xmp: ['Headline'], iptc: ['Headline'], exif: [] },
  creator: { xmp: ['creator'], iptc: ['By-line'], exif: ['Artist'] },
  credit: { xmp: ['Credit'], iptc: ['Credit'], exif: [] },
  source: { xmp: ['Source'], iptc: ['Source'], exif: [] },
  copyright: { xmp: ['rights'], iptc: ['Copyright Notice'], exif: ['Copyright'] },
  usageTerms: { xmp: ['UsageTerms'], iptc: [], exif: [] },
  altText: { xmp: ['AltTextAccessibility'], iptc: [], exif: [] },
  longDescription: { xmp: ['ExtDescrAccessibility'], iptc: [], exif: [] },
  dateCreated: { xmp: ['DateCreated'], iptc: ['Date Created'], exif: ['DateTimeOriginal'] },
  city: { xmp: ['City'], iptc: ['City'], exif: [] },
  country: { xmp: ['Country'], iptc: ['Country/Primary Location Name'], exif: [] },
  keywords: { xmp: ['subject'], iptc: ['Keywords'], exif: [] },
  digitalSourceType: { xmp: ['DigitalSourceType'], iptc: [], exif: [] },
};

/** Characters of one fact that are kept: a caption, not a book. */
const longest = 20_000;

/** Reads a picture's metadata; {} where there is none or nobody can read it. Takes nothing but facts for the article: no place on the map, no serial number. */
export function readPictureFacts(bytes: Uint8Array): PictureFacts {
  const groups = load(bytes);
  const facts: Record<string, string> = {};
  for (const [fact, names] of Object.entries(places)) {
    const value = first(groups.xmp, names.xmp) || first(groups.iptc, names.iptc) || first(groups.exif, names.exif);
    if (value !== '') facts[fact] = value.slice(0, longest);
  }
  return facts;
}

interface Groups {
  readonly xmp: unknown;
  readonly iptc: unknown;
  readonly exif: unknown;
}

function load(bytes: Uint8Array): Groups {
  try {
    // A copy: the reader wants a whole ArrayBuffer, and `bytes` may be a part of one.
    const { xmp, iptc, exif } = ExifReader.load(Uint8Array.from(bytes).buffer, { expanded: true });
    return { xmp, iptc, exif };
  } catch {
    return { xmp: undefined, iptc: undefined, exif: undefined };
  }
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
  const description = property(tag, 'description');
  // NUL is how EXIF pads its fields.
  return typeof description === 'string' ? description.replaceAll('\0', '').trim() : '';
}

function property(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name) ? Reflect.get(value, name) : undefined;
}
