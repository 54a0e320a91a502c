/** What a picture's file says of itself, as the fields of an image block. */

/** The texts of an image block that a file can state. */
export interface PictureTexts {
  readonly caption: string;
  readonly alt: string;
  readonly longDescription: string;
  readonly credit: string;
  readonly source: string;
  readonly copyright: string;
  readonly usageTerms: string;
}
export type PictureText = keyof PictureTexts;

/** The texts a file states, '' for the others; where it has no credit line, the credit is its creator's name. */
export function textsFromFile(fromFile: Readonly<Record<string, string>>): PictureTexts {
  const fact = (name: string): string => (Object.hasOwn(fromFile, name) ? (fromFile[name] ?? '') : '').trim();
  return {
    caption: fact('caption').replace(/\s*[\r\n]+\s*/gu, ' '),
    alt: fact('altText'),
    longDescription: fact('longDescription'),
    credit: fact('credit') || fact('creator'),
    source: fact('source'),
    copyright: fact('copyright'),
    usageTerms: fact('usageTerms'),
  };
}

export interface DigitalSource {
  readonly code: string;
  readonly uri: string;
}

/** What a file says of how its picture came to be, as IPTC's code; null where it says nothing or no code. */
export function digitalSourceOf(fromFile: Readonly<Record<string, string>>): DigitalSource | null {
  const code = codeOf(Object.hasOwn(fromFile, 'digitalSourceType') ? (fromFile['digitalSourceType'] ?? '') : '');
  return /^[a-z][a-z\d]{2,60}$/iu.test(code) ? { code, uri: `http://cv.iptc.org/newscodes/digitalsourcetype/${code}` } : null;
}

const codeOf = (digitalSourceType: string): string => digitalSourceType.trim().split(/[/#:]/u).at(-1) ?? '';

/**
 * How a picture came to be, by the IPTC Digital Source Type vocabulary (https://cv.iptc.org/newscodes/digitalsourcetype/),
 * as far as a desk has to know it. An address or the bare code; null where nothing is said or the code says "a photograph".
 */
export type MadeHow = 'generated' | 'partly-generated' | 'computed' | 'edited' | 'drawn' | 'screen';

export function madeHow(digitalSourceType: string): MadeHow | null {
  const code = codeOf(digitalSourceType);
  return kinds.find(([pattern]) => pattern.test(code))?.[1] ?? null;
}

const kinds: readonly (readonly [RegExp, MadeHow])[] = [
  [/^trainedAlgorithmicMedia$/iu, 'generated'],
  [/^(?:compositeWithTrainedAlgorithmicMedia|compositeSynthetic)$/iu, 'partly-generated'],
  [/^(?:algorithmicMedia|dataDrivenMedia|virtualRecording)$/iu, 'computed'],
  [/^(?:algorithmicallyEnhanced|humanEdits|minorHumanEdits|compositeCapture|composite)$/iu, 'edited'],
  [/^(?:digitalCreation|digitalArt|softwareImage)$/iu, 'drawn'],
  [/^screenCapture$/iu, 'screen'],
];
