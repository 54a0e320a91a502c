import type { Element, ElementContent, Text } from 'hast';
import type { BlockAttributes, BlockName } from '../../blocks/index.ts';
import type { BodyJson } from '../../body.ts';
import type { Crop } from '../../crops.ts';
import { isLanguageTag } from '../../language-tag.ts';
import type { ImageSize } from '../format.ts';

/** What an HTML exporter needs to know beside the article. */
export interface HtmlContext {
  /** Address the page gives a picture, null where its file is not at hand: then caption and credit stand without it. */
  readonly imageAddress: (imageId: string) => string | null;
  /** Address of a cut-out of a picture, null where none can be made; asking for it is what has it written. */
  readonly cropAddress?: (imageId: string, name: string, crop: Crop) => string | null;
  /** The picture in every width it is there in, the narrowest first; nothing where there is one alone. Asking for it is what has it written. */
  readonly imageSizes?: (imageId: string) => readonly ImageSize[];
  /** How wide the page shows a picture, as `sizes` says it; the window's width where left out. */
  readonly pictureWidth?: string;
  /** Ids of the ad slots that the site takes away where no ad comes (the newsroom's list); left out, none. */
  readonly collapsingSlots?: ReadonlySet<string> | undefined;
  /** BCP 47 language of the labels; '' gives English ones. */
  readonly language: string;
  /** False where a style sheet of the page takes over (the window's preview, whose CSP refuses style attributes). Default true. */
  readonly inlineStyles?: boolean;
}

/** Values of an element's attributes; null, undefined and false leave the attribute out. */
export type Properties = Readonly<Record<string, string | number | boolean | null | undefined>>;

/** One hast element. Names of attributes are hast's (`colSpan`, `dataGalleyBlock`). */
export function el(tagName: string, properties: Properties = {}, children: ElementContent[] = []): Element {
  const kept: Element['properties'] = {};
  // Not by entries: a page has thousands of elements, most with one attribute or none.
  for (const name in properties) {
    const value = properties[name];
    if (value !== null && value !== undefined && value !== false) kept[name] = value;
  }
  return { type: 'element', tagName, properties: kept, children };
}

/** The language of a passage; one that is no tag has no place in HTML and is kept beside. */
export const languageOf = (lang: string | null): Properties => (lang === null || lang === '' || isLanguageTag(lang) ? { lang } : { dataGalleyLang: lang });

export const textNode = (value: string): Text => ({ type: 'text', value });

/** Text of an attribute as content: its line feeds become line breaks, so that they are seen and come back. */
export function lined(value: string): ElementContent[] {
  if (!value.includes('\n')) return value === '' ? [] : [textNode(value)];
  const result: ElementContent[] = [];
  for (const [index, line] of value.split('\n').entries()) {
    if (index > 0) result.push(el('br'));
    if (line !== '') result.push(textNode(line));
  }
  return result;
}

/** A visible piece of a block that import finds again by its name; nothing where the text is empty. */
export function part(tagName: string, name: string, value: string, properties: Properties = {}): ElementContent[] {
  return value === '' ? [] : [el(tagName, { dataGalleyPart: name, ...properties }, lined(value))];
}

/**
 * What has no visible place, as JSON for one data attribute; null where everything is as by default.
 * @param values the attributes in question; those equal to '', null, false, [] or {} are defaults and left out
 */
export function hidden(values: Readonly<Record<string, unknown>>): string | null {
  const said = Object.entries(values).filter(([, value]) => !isNothing(value));
  return said.length === 0 ? null : JSON.stringify(Object.fromEntries(said));
}

function isNothing(value: unknown): boolean {
  if (value === '' || value === null || value === undefined || value === false) return true;
  return typeof value === 'object' && Object.keys(value).length === 0;
}

/** The attributes of a block, typed: the body has come through `parseArticle`, which checked them against the same definition. */
export function attributesOf<Name extends BlockName>(node: BodyJson, _name: Name): BlockAttributes<Name> {
  return (node.attrs ?? {}) as BlockAttributes<Name>;
}
