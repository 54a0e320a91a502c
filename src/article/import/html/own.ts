import type { Element } from 'hast';
import * as v from 'valibot';
import { safeAddress } from '../../address.ts';
import type { BodyJson } from '../../body.ts';
import { blocks, type BlockName } from '../../blocks/index.ts';
import type { contributor } from '../../blocks/byline.ts';
import { mayBeOrigin } from '../../export/html/blocks.ts';
import { imageBlock, pictureAddress } from './image.ts';
import { isOfType, make } from './make.ts';
import { attribute, byTag, findElement, findElements, hasAttribute, isElement, rawText } from './read.ts';
import { blockScope, type Reading, type Scope } from './scope.ts';
import { tableBlocks } from './table.ts';

type OwnReader = (element: Element, scope: Scope, reading: Reading) => BodyJson[];

/** Blocks whose markup says `data-galley-block`, read back as they were; the others are plain elements. */
const readers: Readonly<Partial<Record<BlockName, OwnReader>>> = {
  image: (element, scope, reading) => [ownImage(element, scope, reading)],
  gallery: (element, scope, reading) => {
    const images = reading.walk(element.children, scope).filter((block) => isOfType(block, 'image'));
    return images.length > 0 ? [make('gallery', {}, images)] : [];
  },
  adSlot: (element) => {
    const reserve = Number(attribute(element, 'dataGalleyReserve'));
    const visible = { label: partText(element, 'label'), ...(Number.isSafeInteger(reserve) && reserve > 0 ? { reserve } : {}) };
    return [make('adSlot', { ...hiddenOf(element, 'adSlot'), ...visible })];
  },
  embed: (element) => {
    const link = findElement(element, byTag('a'));
    const href = link ? attribute(link, 'href') : '';
    const url = safeAddress(href) === null ? '' : href;
    return [make('embed', { url, provider: partText(element, 'provider'), title: partText(element, 'title'), fallback: partText(element, 'fallback') })];
  },
  quote: (element, scope, reading) => {
    const made = reading.walk(element.children.filter((child) => !isElement(child) || child.tagName !== 'footer'), scope);
    const paragraphs = made.filter((block) => isOfType(block, 'paragraph'));
    return [make('quote', { attribution: partText(element, 'attribution') }, paragraphs.length > 0 ? paragraphs : [make('paragraph')]), ...made.filter((block) => !paragraphs.includes(block))];
  },
  pullQuote: (element, scope, reading) => [make('pullQuote', { attribution: partText(element, 'attribution') }, partContent(element, 'text', scope, reading))],
  table: (element, scope, reading) => {
    const caption = element.children.filter(isElement).find(byTag('caption'));
    return tableBlocks(element, scope, reading).map((block) => (isOfType(block, 'table') ? { ...block, attrs: { ...block.attrs, caption: caption ? rawText(caption) : '' } } : block));
  },
  factBox: (element, scope, reading) => {
    const title = element.children.filter(isElement).find((child) => attribute(child, 'dataGalleyPart') === 'title');
    const made = reading.walk(element.children.filter((child) => child !== title), scope).filter((block) => !isOfType(block, 'factBox'));
    return [make('factBox', { title: title ? rawText(title) : '' }, made.length > 0 ? made : [make('paragraph')])];
  },
  preformatted: (element) => {
    const code = findElement(element, byTag('code')) ?? element;
    const text = rawText(code);
    const language = attribute(code, 'dataGalleyLanguage') || (/(?:^|\s)language-(\S+)/.exec(attribute(code, 'className'))?.[1] ?? '');
    return [make('preformatted', { language }, text === '' ? [] : [{ type: 'text', text }])];
  },
};

/** Our block's own reading of an element; null where it has none and the element is read as any other. */
export function ownBlocks(element: Element, scope: Scope, reading: Reading): BodyJson[] | null {
  const name = attribute(element, 'dataGalleyBlock');
  const reader = Object.hasOwn(readers, name) ? readers[name as BlockName] : undefined;
  return reader ? reader(element, { ...blockScope(element, scope, reading), verbatim: true }, reading) : null;
}

const isPart = (name: string) => (element: Element): boolean => attribute(element, 'dataGalleyPart') === name;

/** Text of a named piece of one of our elements, as it was; '' where it is missing. */
export function partText(element: Element, name: string): string {
  const found = findElement(element, isPart(name));
  return found ? rawText(found) : '';
}

function partContent(element: Element, name: string, scope: Scope, reading: Reading): readonly BodyJson[] {
  const found = findElement(element, isPart(name));
  if (!found) return [];
  const [block] = reading.walk([{ ...found, tagName: 'p', properties: {} }], scope);
  return block?.content ?? [];
}

/** JSON of the data attribute that holds what has no visible place; {} where it is missing or damaged. */
export function hiddenJson(element: Element, name = 'dataGalleyAttrs'): Record<string, unknown> {
  try {
    const parsed: unknown = JSON.parse(attribute(element, name) || '{}');
    return typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed) ? { ...parsed } : {};
  } catch {
    return {};
  }
}

/** The hidden attributes of a block, each checked by the block's own definition: HTML is untrusted, ours as well. */
function hiddenOf(element: Element, name: BlockName): Record<string, unknown> {
  const entries: v.ObjectEntries = blocks[name].attrs ?? {};
  const checked = Object.entries(hiddenJson(element)).flatMap(([key, value]) => {
    const schema = key === 'blockId' || key === 'imageId' || !Object.hasOwn(entries, key) ? undefined : entries[key];
    if (!schema) return [];
    const parsed = v.safeParse(v.strictObject({ [key]: schema }), { [key]: value });
    return parsed.success ? [[key, (parsed.output as Record<string, unknown>)[key]] as const] : [];
  });
  return Object.fromEntries(checked);
}

function ownImage(element: Element, scope: Scope, reading: Reading): BodyJson {
  const picture = findElement(element, byTag('img'));
  const attrs = hiddenOf(element, 'image');
  const origin = typeof attrs['origin'] === 'string' && mayBeOrigin(attrs['origin']) ? attrs['origin'] : '';
  const alt = attrs['decorative'] === true || !picture ? attrs['alt'] : attribute(picture, 'dataGalleyAlt') || attribute(picture, 'alt');
  const named = { ...attrs, origin, alt: alt ?? '', credit: partText(element, 'credit') };
  const caption = partContent(element, 'caption', scope, reading);
  return picture && pictureAddress(picture) !== '' ? imageBlock(picture, reading, { decorative: false, ...named }, caption) : make('image', named, caption);
}

/** The people of our own byline; an address that may not stand is left out. */
export function ownContributors(element: Element): v.InferOutput<typeof contributor>[] {
  return findElements(element, isPart('contributor')).map((person) => {
    const link = findElement(person, (child) => child.tagName === 'a' && isPart('name')(child));
    const url = link && hasAttribute(link, 'href') && safeAddress(attribute(link, 'href')) !== null ? attribute(link, 'href') : '';
    return {
      name: partText(person, 'name'),
      role: attribute(person, 'dataGalleyRole'),
      affiliation: partText(person, 'affiliation'),
      location: partText(person, 'location'),
      email: safeAddress(`mailto:${attribute(person, 'dataGalleyEmail')}`) === null ? '' : attribute(person, 'dataGalleyEmail'),
      url,
    };
  });
}
