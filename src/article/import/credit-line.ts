/** A credit line of a picture, '' for what it does not say. */
export interface CreditLine {
  readonly credit: string;
  readonly source: string;
  /** What the picture shows, where the line says that as well. */
  readonly caption: string;
  /** The picture's address or file name. */
  readonly file: string;
}

const picture = '(?:image|photo|photograph|picture|pic)s?';
const imageLabel = new RegExp(`^(?:(?:file|representational|representative|lead|main)\\s+)?(?:${picture}|credits?)(?:\\s+(?:credits?|courtesy|source|by))?\\s*(?:[:|/;]|(?<=\\s(?:source|credit|credits|courtesy)),|\\s[\\u2013\\u2014-]\\s)\\s*(?=\\S)`, 'iu');
/** "Photo by Ada Lane", "Express photo by Ada Lane". */
const imageBy = new RegExp(`^(?:\\p{L}+\\s+)?${picture}\\s+(?:by|courtesy(?:\\s+of)?)\\s+(?=\\p{Lu})`, 'iu');
/** "Copyright AP Photo/Ada Lane". */
const agencyPhoto = /^(?:[Cc]opyright\s+|\u00a9\s*)?(\p{Lu}[\p{L} ]{0,30}\s(?:Photo|Image|Pool)s?\s*\/\s*\p{Lu}.*)$/u;
const partLabel = new RegExp(`^(${picture}|source|via|courtesy|credits?)\\s*:\\s*`, 'iu');
const partCut = new RegExp(`(\\s*[|;]\\s*|\\s*\\/\\s*(?=(?:${picture}|source|via|courtesy|credits?)\\s*:))`, 'iu');
const pictureFile = /\.(?:jpe?g|png|webp|gif|avif|tiff?|heic)$/iu;

/** "IMAGE: A | Image:B", "Photo / A", "Credit: A / B"; null for anything else. */
export function readCreditLine(line: string): CreditLine | null {
  if (line.length > 160) return null;
  const agency = agencyPhoto.exec(line);
  if (agency && !isSentence(line)) return { credit: agency[1] ?? '', source: '', caption: '', file: '' };
  const labelled = imageLabel.exec(line);
  const label = labelled ?? imageBy.exec(line);
  if (!label) return null;
  const value = line.slice(label[0].length);
  if (isSentence(value) || value.split(/\s+/u).length > 16 || (!labelled && !isNames(value))) return null;
  return creditParts(value);
}

/** More than a phrase: a full stop that is no initial's, and more after it. */
const isSentence = (text: string): boolean => /(?<!(?:^|[\s.])\p{Lu})[.!?]\s+\p{Lu}/u.test(text);

const small = new Set(['of', 'the', 'and', 'for', 'in', 'by', 'via', 'at', 'with', 'de', 'del', 'di', 'da', 'van', 'von', 'der', 'den', 'bin', 'al', 'el', 'la', 'le', 'y', 'e', 'special', 'handout', 'file', 'courtesy']);
const isLow = (word: string): boolean => /^\p{Ll}/u.test(word) && !small.has(word);
const isNames = (text: string): boolean => !text.split(/[\s/]+/u).some(isLow);
/** "A crane at berth 4" says what is seen; "Special arrangement" and "Ada Lane" say whose it is. */
const isScene = (text: string): boolean => text.split(/\s+/u).length > 2 && text.split(/\s+/u).some(isLow);

/** A caption that ends in its credit: "Boats at dusk. (Photo: A)", "Boats at dusk | Photo Credit: A". */
export function readCaptionedCredit(line: string): CreditLine | null {
  if (line.length > 300) return null;
  const [, caption = '', inner = ''] = /^(.+?)\s*[([]([^()[\]]{3,100})[)\]]\.?$/u.exec(line) ?? /^(.+?)\s+\|\s+([^|]{3,100})$/u.exec(line) ?? [];
  if (caption.split(/\s+/u).length < 4 || imageLabel.test(caption)) return null;
  const found = readCreditLine(inner);
  return found?.caption === '' ? { ...found, caption } : null;
}

type PartName = 'credit' | 'source' | 'file' | 'bare';

function partsOf(value: string): Record<PartName, string> {
  const parts = { credit: '', source: '', file: '', bare: '' };
  for (const piece of value.split(partCut)) {
    const label = partLabel.exec(piece);
    const text = (label ? piece.slice(label[0].length) : piece).trim();
    if (text === '' || /^[|;/]$/u.test(text)) continue;
    const unnamed = pictureFile.test(text) ? 'file' : 'bare';
    const name: PartName = label ? (/^credit/iu.test(label[1] ?? '') ? 'credit' : 'source') : unnamed;
    parts[name] = joined(parts[name], text);
  }
  return parts;
}

const joined = (one: string, other: string): string => [one, other].filter((part) => part !== '').join(' | ');

/** Only a part with its own label is the source; everything else is one credit, as written. */
export function creditParts(value: string): CreditLine {
  const { credit, source, file, bare } = partsOf(value);
  const caption = credit + source !== '' && isScene(bare) ? bare : '';
  const whole = joined(caption === '' ? bare : '', credit);
  // "Credit: Photo: A": the only name there is.
  return whole + caption + file === '' ? { credit: source, source: '', caption, file } : { credit: whole, source, caption, file };
}

const captionLabel = /^(?:(?:image|photo|photograph|picture|pic)\s+)?caption\s*(?:[:,|/;]|\s[\u2013\u2014-]\s)\s*(?=\S)/iu;

/** What "Image caption, A" says; null for another line. */
export function readCaptionLine(line: string): string | null {
  const label = line.length <= 400 ? captionLabel.exec(line) : null;
  return label ? line.slice(label[0].length) : null;
}
