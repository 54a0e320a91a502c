import type { ElementContent } from 'hast';
import { safeAddress } from '../../address.ts';
import { type Contributor, contributorRoles } from '../../blocks/byline.ts';
import { say } from '../../../language/index.ts';
import { el, type HtmlContext, lined, part, textNode } from './elements.ts';

/** “Reported by”, or a free role as it is written; '' where a contributor has none. */
export function roleLabel(role: string, language: string): string {
  if (role === '') return '';
  const known = contributorRoles.find((name) => name === role);
  return known ? say(`formats.role-${known}`, undefined, language || 'en') : say('formats.role-other', { role }, language || 'en');
}

/** The people of an article, one line each; nothing where nobody is named. */
export function bylineToHast(contributors: readonly Contributor[], context: HtmlContext): ElementContent[] {
  if (contributors.length === 0) return [];
  return [el('div', { dataGalleyBlock: 'byline' }, contributors.map((person) => contributorToHast(person, context)))];
}

function contributorToHast(person: Contributor, context: HtmlContext): ElementContent {
  const label = roleLabel(person.role, context.language);
  const linked = safeAddress(person.url) !== null;
  const email = person.email === '' || safeAddress(`mailto:${person.email}`) === null ? null : person.email;
  const name = el(linked ? 'a' : 'span', { dataGalleyPart: 'name', href: linked ? person.url : null }, lined(person.name));
  return el('p', { dataGalleyPart: 'contributor', dataGalleyRole: person.role || null, dataGalleyEmail: email }, [
    ...(label === '' ? [] : [textNode(`${label} `)]),
    name,
    ...commaPart('affiliation', person.affiliation),
    ...commaPart('location', person.location),
  ]);
}

const commaPart = (name: string, value: string): ElementContent[] => (value === '' ? [] : [textNode(', '), ...part('span', name, value)]);
