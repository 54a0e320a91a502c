import { type BodyJson, joinText } from '../../body.ts';
import { readCreditLine } from '../credit-line.ts';

/** A credit found in or below a caption. */
export interface FoundCredit {
  readonly credit: string;
  readonly written: string;
  /** Where in the caption's text it begins. */
  readonly start: number;
}

/** “Photo” and “credit” in the languages whose pages print them before a colon. */
export const foreignLabels = 'fotos?|fotograf(?:[íi]as?|ie)|bild(?:er)?|cr\u00e9dits?(?:\\s+photo)?|cr\u00e9ditos?|fotoğraf|kuva|zdjęcie|фото|צילום|تصوير|الصورة|写真|撮影|摄影|攝影|图|사진';
const words = '(?:photo(?:graph)?s?|images?|pictures?|illustrations?|composite|(?:photo|image|picture)?\\s*credits?|' + foreignLabels + ')';
const labelled = new RegExp(`(?:^|(?<=[.!?\u2026"\u201d\u2019\u00bb)\\]])\\s*|\\s+)(${words}\\s*(?:by\\b|[:\uff1a]|\u2026|\\.{3})\\s*[:.]?\\s*(\\S[^.!?]{0,80}))[.]?$`, 'iu');
const agency = /\s((?:REUTERS|AFP|AP|PA|EPA|dpa)\s?\/\s?\S.{1,60})$/u;
const signed = /\s(\u00a9\s?(\p{Lu}[^\u00a9.!?]{2,80}))$/u;
const bracketed = /\s*[([]([^()[\]]{3,100})[)\]]\.?$/u;
const person = "\\p{Lu}[\\p{L}.'\\u2019-]*(?:\\s(?:(?:van|von|de|del|di|da|der|den|bin|al|la)\\s){0,2}\\p{Lu}[\\p{L}.'\\u2019-]*){1,3}";
const people = `${person}(?:(?:,\\s|,?\\s(?:and|&|und|et|y|e)\\s)${person}){0,4}`;
/** Papers of the United States: one or more people, a stroke or "for", whose it is. */
const peopleOfPaper = `${people}(?:\\s?\\/\\s?\\p{Lu}[^/]{1,50}|\\sfor\\s(?:The\\s\\p{Lu}[^/]{1,50}|\\p{Lu}{2,}))`;
const isPeopleOfPaper = new RegExp(`^${peopleOfPaper}$`, 'u');
/** The same behind the caption's last sentence. */
const unmarked = new RegExp(`(?<=[.!?\u2026]["\u201d\u2019\u00bb)]?\\s)(${people}\\s?\\/\\s?\\p{Lu}[^/.!?]{1,50})$`, 'u');
const barred = /\s*\|\s*([^|]{3,100})$/u;

/** The credit a caption ends with: "(Photo: A)", "| Photo Credit: A", "Photograph: A/B", "REUTERS/A", "A and B/Paper". */
export function creditAtEnd(text: string): FoundCredit | null {
  if (text.length > 2000) return null;
  for (const pattern of [bracketed, barred]) {
    const match = pattern.exec(text);
    const inside = match?.[1] ?? '';
    const credit = readCreditLine(inside)?.credit ?? (isPeopleOfPaper.test(inside) ? inside : '');
    if (match && credit !== '') return { credit, written: match[0].trim(), start: match.index };
  }
  for (const pattern of [labelled, agency, signed, unmarked]) {
    const match = pattern.exec(text);
    const [, written = '', credit = written] = match ?? [];
    if (match) return { credit: credit.trim(), written: written.trim(), start: match.index };
  }
  return null;
}

/** Text of inline content; a line break is one character. */
export const inlineTextOf = (content: readonly BodyJson[]): string => content.map((node) => node.text ?? '\n').join('');

/** The first characters of inline content, without blanks and breaks at their end. */
export function keepStart(content: readonly BodyJson[], length: number): BodyJson[] {
  let left = inlineTextOf(content).slice(0, length).replace(/[\s,;|\u00b7\u2013\u2014]+$/u, '').length;
  const kept = content.flatMap((node): BodyJson[] => {
    const size = node.text?.length ?? 1;
    const take = Math.min(left, size);
    left -= take;
    if (take === 0) return [];
    return [node.text === undefined ? node : { ...node, text: node.text.slice(0, take) }];
  });
  return joinText(kept);
}
