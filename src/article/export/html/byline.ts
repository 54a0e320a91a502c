import type { ElementContent } from 'hast';
import { publicAddress, safeAddress } from '../../address.ts';
import { type Contributor, contributorRoles } from '../../blocks/byline.ts';
import { isAuthor } from '../credited-as.ts';
import { labelLanguages, say } from '../../../language/index.ts';
import { el, type HtmlContext, lined, part, textNode } from './elements.ts';

/** “Reported by”, or a free role as it is written; '' where a contributor has none. */
export function roleLabel(role: string, language: string): string {
  if (role === '') return '';
  const known = contributorRoles.find((name) => name === role);
  return known ? say(`formats.role-${known}`, undefined, language || 'en') : say('formats.role-other', { role }, language || 'en');
}

/** Labels of files that were written before these. */
const olderLabels: ReadonlyMap<string, string> = new Map([['Photography by', 'photography'], ['Edited by', 'editing']]);

/** The role of a label in any language that labels are written in; a free role as it is. */
export function roleOfLabel(label: string): string {
  const known = contributorRoles.find((role) => labelLanguages.some((language) => roleLabel(role, language) === label));
  return known ?? olderLabels.get(label) ?? label.replace(/:$/, '');
}

/**
 * The byline as plain text, a line a role: “By Ines Moreau and Jo Lind”, “Pictures by Tom Adeyemi”.
 * Who reported and who wrote stand together, as readers expect of a byline.
 */
export function bylineLines(contributors: readonly Contributor[], language: string): string[] {
  const named = contributors.filter(({ name }) => name.trim() !== '');
  const together = (people: readonly Contributor[]): string => new Intl.ListFormat(labelLanguages.find((known) => known === language.split('-')[0]?.toLowerCase()) ?? 'en', { type: 'conjunction' }).format([...new Set(people.map(({ name }) => name))]);
  const authors = named.filter(isAuthor);
  const roles = [...new Set(named.filter((person) => !isAuthor(person)).map(({ role }) => role))];
  return [
    ...(authors.length === 0 ? [] : [say('formats.by', { names: together(authors) }, language || 'en')]),
    ...roles.map((role) => `${roleLabel(role, language)} ${together(named.filter((person) => person.role === role))}`),
  ];
}

/** The people of an article, one line each; nothing where nobody is named. */
export function bylineToHast(contributors: readonly Contributor[], context: HtmlContext): ElementContent[] {
  if (contributors.length === 0) return [];
  return [el('div', { dataGalleyBlock: 'byline' }, contributors.map((person) => contributorToHast(person, context)))];
}

function contributorToHast(person: Contributor, context: HtmlContext): ElementContent {
  const label = roleLabel(person.role, context.language);
  const href = publicAddress(person.url);
  const email = person.email === '' || safeAddress(`mailto:${person.email}`) === null ? null : person.email;
  const name = el(href === null ? 'span' : 'a', { dataGalleyPart: 'name', href }, lined(person.name));
  return el('p', { dataGalleyPart: 'contributor', dataGalleyRole: person.role || null, dataGalleyEmail: email }, [
    ...(label === '' ? [] : [textNode(`${label} `)]),
    name,
    ...commaPart('affiliation', person.affiliation),
    ...commaPart('location', person.location),
  ]);
}

const commaPart = (name: string, value: string): ElementContent[] => (value === '' ? [] : [textNode(', '), ...part('span', name, value)]);
