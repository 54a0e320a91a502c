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

/**
 * How a picture came to be, by the IPTC Digital Source Type vocabulary (https://cv.iptc.org/newscodes/digitalsourcetype/),
 * as far as a desk has to know it. An address or the bare code; null where nothing is said or the code says "a photograph".
 */
export type MadeHow = 'generated' | 'partly-generated' | 'computed' | 'edited' | 'drawn' | 'screen';

export function madeHow(digitalSourceType: string): MadeHow | null {
  const code = digitalSourceType.trim().split(/[/#]/u).at(-1) ?? '';
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
