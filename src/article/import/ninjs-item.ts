import type { ElementContent } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { el, textNode } from '../export/html/elements.ts';
import { type NewsItem, type NewsPicture, nothingBeside } from './news-item-fields.ts';

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
    tags: [...subjects.filter((one) => one['rel'] === 'keyword').map((one) => stringOf(one['name'])), ...wordsOf(values['keyword']), ...wordsOf(values['keywords'])],
    subjects: subjects.flatMap((one) => {
      const code = topicOf(one);
      return code === undefined ? [] : [{ code, name: stringOf(one['name']) }];
    }),
    beside: {
      ...nothingBeside,
      copyright: said('copyrightnotice'),
      usageTerms: said('usageterms'),
      genre: stringOf([...list('genres'), ...list('genre')][0]?.['name']),
      updated: said('versioncreated'),
      dateline: '',
      pictures: picturesOf(values['associations']),
      left: [
        ...subjects.filter((one) => one['rel'] !== 'keyword' && topicOf(one) === undefined).map((one) => stringOf(one['name'])),
        ...['person', 'people', 'organisation', 'organisations', 'place', 'places', 'object', 'event', 'events'].flatMap(list).map((one) => stringOf(one['name'])),
        said('located'),
      ],
    },
  };
}

const topicOf = (subject: Values): string | undefined => /(?:medtop:|mediatopic\/)(\d{8})$/.exec(stringOf(subject['uri']) || stringOf(subject['code']))?.[1];

const wordsOf = (value: unknown): string[] => (Array.isArray(value) ? value.map((word) => (isRecord(word) ? stringOf(named(word)['name']) : stringOf(word))).filter((word) => word !== '') : []);

/** Pictures that come with the item: by name in version 1, as a list since. */
function picturesOf(associations: unknown): NewsPicture[] {
  const items = (Array.isArray(associations) ? associations : isRecord(associations) ? Object.values(associations) : []).filter(isRecord).map(named);
  return items.filter((item) => item['type'] === 'picture').flatMap((item) => {
    const written: unknown = item['renditions'];
    const renditions = (Array.isArray(written) ? written : isRecord(written) ? Object.values(written) : []).filter(isRecord).map(named);
    const [best] = renditions.filter((one) => stringOf(one['href']) !== '').toSorted((a, b) => Number(b['width'] ?? 0) - Number(a['width'] ?? 0));
    const firstOf = (name: string): string => (Array.isArray(item[name]) ? item[name] : []).filter(isRecord).map((one) => stringOf(one['value'])).find((value) => value !== '') ?? '';
    const credit = stringOf(item['by']) || stringOf(item['byline']) || stringOf(item['copyrightholder']);
    return best ? [{ address: stringOf(best['href']), caption: firstOf('descriptions') || stringOf(item['descriptiontext']), credit }] : [];
  });
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
