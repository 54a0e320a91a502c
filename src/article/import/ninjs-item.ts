import type { ElementContent } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { el, textNode } from '../export/html/elements.ts';
import type { NewsItem } from './news-item-fields.ts';

type Values = Readonly<Record<string, unknown>>;
const isRecord = (value: unknown): value is Values => typeof value === 'object' && value !== null && !Array.isArray(value);
const stringOf = (value: unknown): string => (typeof value === 'string' ? value : '');
const named = (value: Values): Values => Object.fromEntries(Object.entries(value).map(([name, inner]) => [name.toLowerCase().replaceAll('_', ''), inner]));

/** ninjs of any version: names are compared without case and underscores. Null for what is no JSON object. */
export function ninjsItem(text: string): NewsItem | null {
  const values = readValues(text);
  if (!values) return null;
  const list = (name: string): Values[] => (Array.isArray(values[name]) ? values[name] : []).filter(isRecord).map(named);
  /** The first of these names that says something. */
  const said = (...names: readonly string[]): string => names.map((name) => stringOf(values[name])).find((value) => value !== '') ?? '';
  const valued = (name: string, role: string): string => stringOf((list(name).find((one) => one['role'] === role) ?? list(name).find((one) => one['role'] === undefined))?.['value']);
  const subjects = [...list('subjects'), ...list('subject')];
  return {
    headline: valued('headlines', 'main') || said('headline'),
    standfirst: valued('descriptions', 'standfirst') || said('descriptiontext'),
    byline: said('by', 'byline'),
    language: said('language'),
    body: bodyOf(list('bodies'), said('bodyhtml', 'bodyxhtml'), said('bodytext')),
    slugline: said('slugline'),
    source: stringOf(list('infosources')[0]?.['name']) || said('source'),
    editorialNote: said('ednote'),
    urgency: typeof values['urgency'] === 'number' ? values['urgency'] : null,
    embargoedUntil: said('embargoeduntil', 'embargoed'),
    isWithheld: values['pubstatus'] === 'withheld',
    published: said('contentcreated', 'firstcreated', 'versioncreated'),
    tags: subjects.filter((one) => one['rel'] === 'keyword').map((one) => stringOf(one['name'])),
    subjects: subjects.flatMap((one) => {
      const code = /(?:medtop:|mediatopic\/)(\d{8})$/.exec(stringOf(one['uri']) || stringOf(one['code']))?.[1];
      return code === undefined ? [] : [{ code, name: stringOf(one['name']) }];
    }),
  };
}

function readValues(text: string): Values | null {
  try {
    const json: unknown = JSON.parse(text.replace(/^\ufeff/, ''));
    return isRecord(json) ? named(json) : null;
  } catch {
    return null;
  }
}

function bodyOf(bodies: readonly Values[], oldHtml: string, oldText: string): ElementContent[] {
  const html = stringOf(bodies.find((one) => stringOf(one['contenttype']).includes('html'))?.['value']) || oldHtml;
  if (html !== '') return fromHtml(html, { fragment: true }).children.filter((node) => node.type !== 'doctype');
  const plain = stringOf(bodies[0]?.['value']) || oldText;
  return plain.split(/\n{2,}/).filter((line) => line.trim() !== '').map((line) => el('p', {}, [textNode(line)]));
}
