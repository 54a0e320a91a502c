import type { Element, Nodes } from 'hast';
import * as v from 'valibot';
import { safeAddress } from '../../address.ts';
import { emptyArticle, parseArticle, type Article } from '../../article.ts';
import type { BodyJson } from '../../body.ts';
import { attributeName, places } from '../../export/html/metadata.ts';
import { dateline, metadata as metadataSchema, type Metadata, type MetadataField, time, type Time } from '../../metadata.ts';
import { make } from './make.ts';
import { hiddenJson, ownContributors, partText } from './own.ts';
import { attribute, findElement, findElements, hasAttribute, isElement, rawText, without } from './read.ts';
import { outerScope, type Reading } from './scope.ts';
import { verbatimInline } from './walk.ts';

/** Our own <article>, read back as it was: fields, metadata from visible places and data attributes, blocks. */

const isPart = (...names: readonly string[]) => (node: Nodes): boolean => isElement(node) && names.includes(attribute(node, 'dataGalleyPart'));
const isBlock = (name: string) => (node: Nodes): boolean => isElement(node) && attribute(node, 'dataGalleyBlock') === name;

/** The article of an element that carries an article's id; null where what it says does not make one. */
export function ownArticle(element: Element, reading: Reading): Article | null {
  const scope = { ...outerScope, verbatim: true };
  const field = (name: 'headline' | 'standfirst'): BodyJson => {
    const found = findElement(element, isBlock(name));
    return make(name, {}, found ? verbatimInline(found, scope, reading).map(fieldNode) : []);
  };
  const byline = findElement(element, isBlock('byline'));
  const text = without(element, (node) => isPart('times', 'dateline', 'dateline-line', 'corrections', 'closing-credits')(node) || isBlock('headline')(node) || isBlock('standfirst')(node) || isBlock('byline')(node));
  const blocks = reading.walk(text.children, scope);
  const fields = [field('headline'), field('standfirst'), make('byline', { contributors: byline ? ownContributors(byline) : [] })];
  const body = { type: 'doc', content: [...fields, ...(blocks.length > 0 ? blocks : [make('paragraph')])] };
  const id = attribute(element, 'dataGalleyArticle');
  const parsed = parseArticle({ ...emptyArticle(), id, metadata: ownMetadata(element), body });
  return parsed.ok ? parsed.value : null;
}

const fieldMarks = new Set(['italic', 'superscript', 'subscript', 'lang']);
function fieldNode(node: BodyJson): BodyJson {
  const { marks, ...rest } = node;
  const kept = (marks ?? []).filter(({ type }) => fieldMarks.has(type));
  return kept.length > 0 ? { ...rest, marks: kept } : rest;
}

function ownMetadata(element: Element): Metadata {
  const given: Record<string, unknown> = {};
  for (const [field, place] of Object.entries(places)) {
    if (place === 'attribute' && hasAttribute(element, attributeName(field))) given[field] = attributeValue(field as MetadataField, attribute(element, attributeName(field)));
  }
  given['language'] = attribute(element, 'dataGalleyLanguage') || attribute(element, 'lang');
  given['canonicalUrl'] = safeAddress(attribute(element, 'dataGalleyCanonicalUrl')) === null ? '' : attribute(element, 'dataGalleyCanonicalUrl');
  given['closingCredits'] = partText(element, 'closing-credits');
  given['dateline'] = ownDateline(element);
  given['publishedAt'] = ownTime(findElement(element, isPart('published')));
  given['updatedAt'] = ownTime(findElement(element, isPart('updated')));
  given['corrections'] = ownCorrections(element);
  return v.parse(metadataSchema, Object.fromEntries(Object.entries(given).filter(([field, value]) => fits(field as MetadataField, value))));
}

const fits = (field: MetadataField, value: unknown): boolean => v.safeParse(v.strictObject({ [field]: metadataSchema.entries[field] }), { [field]: value }).success;

function attributeValue(field: MetadataField, written: string): unknown {
  if (v.safeParse(v.string(), v.getDefault(metadataSchema.entries[field])).success) return written;
  try {
    return JSON.parse(written);
  } catch {
    return undefined;
  }
}

function ownCorrections(element: Element): unknown {
  const list = findElement(element, isPart('corrections'));
  const all = list ? hiddenJson(list)['corrections'] : undefined;
  return Array.isArray(all) && fits('corrections', all) ? all : findElements(element, isPart('correction')).map((line) => ({ at: ownTime(line), kind: attribute(line, 'dataGalleyKind'), text: partText(line, 'text') }));
}

function ownDateline(element: Element): unknown {
  const found = findElement(element, isPart('dateline'));
  if (!found) return null;
  const read = v.safeParse(dateline, { ...hiddenJson(found), asWritten: partText(found, 'as-written') });
  return read.success ? read.output : { place: '', country: '', date: '', source: '', asWritten: rawText(found).trim() };
}

function ownTime(line: Element | null): Time | null {
  const found = line && findElement(line, (child) => hasAttribute(child, 'dataGalleyTime'));
  if (!found) return null;
  const read = v.safeParse(time, hiddenJson(found, 'dataGalleyTime'));
  return read.success ? read.output : null;
}
