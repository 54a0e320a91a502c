/** Reads the metadata inside foreign picture files in a process of its own: a file that breaks the reader breaks nothing else. */
import ExifReader from 'exifreader';

export interface PictureRequest { readonly id: number; readonly bytes: Uint8Array }
export interface PictureReply { readonly id: number; readonly fromFile: Readonly<Record<string, string>> }

/** Our name of each fact, and the tags that may hold it, the best first. */
const tagsByFact = {
  caption: ['description', 'Caption/Abstract', 'ImageDescription'],
  credit: ['Credit', 'credit'],
  creator: ['creator', 'By-line', 'Artist'],
  copyright: ['rights', 'Copyright Notice', 'Copyright'],
  source: ['Source', 'source'],
  headline: ['Headline'],
  altText: ['AltTextAccessibility'],
  longDescription: ['ExtDescrAccessibility'],
  usageTerms: ['UsageTerms'],
  takenAt: ['DateCreated', 'DateTimeOriginal'],
  orientation: ['Orientation'],
} as const;

function readFacts(bytes: Uint8Array): Record<string, string> {
  const tags = ExifReader.load(Buffer.from(bytes)) as Record<string, { readonly description?: unknown } | undefined>;
  const facts: Record<string, string> = {};
  for (const [fact, names] of Object.entries(tagsByFact)) {
    for (const name of names) {
      const value = tags[name]?.description;
      if (typeof value !== 'string' || value.trim() === '') continue;
      facts[fact] = value.trim();
      break;
    }
  }
  return facts;
}

process.parentPort.on('message', ({ data: { id, bytes } }: { data: PictureRequest }) => {
  let fromFile: Record<string, string> = {};
  try {
    fromFile = readFacts(bytes);
  } catch {
    // A file without metadata, or with metadata nobody can read: it says nothing.
  }
  process.parentPort.postMessage({ id, fromFile } satisfies PictureReply);
});
