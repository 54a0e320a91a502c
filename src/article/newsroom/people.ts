/** The newsroom's contributors: who may stand in a byline, with what readers and agencies are told of them. */
import * as v from 'valibot';
import { safeAddress } from '../address.ts';
import type { Contributor } from '../blocks/byline.ts';

const text = v.optional(v.string(), '');
const person = v.object({
  name: v.pipe(v.string(), v.trim(), v.minLength(1, 'a contributor needs a name')),
  /** Roles this person usually has; a byline takes the first. */
  roles: v.optional(v.array(v.string()), []),
  affiliation: text,
  email: v.pipe(text, v.check((email) => email === '' || isEmail(email), 'this is no e-mail address')),
  url: v.pipe(text, v.check((url) => url === '' || safeAddress(url) !== null, 'this is no address that can be published')),
});
export type BookEntry = v.InferOutput<typeof person>;
export const people = v.array(person);

export const isEmail = (text: string): boolean => /^[^\s@<>(),;:"]+@[^\s@<>(),;:"]+$/u.test(text.trim());

/**
 * A contributor under another name: what the book knows of the name comes with it, and what it knew of the name before goes.
 * What somebody wrote by hand stays.
 */
export function renamed(contributor: Contributor, name: string, book: readonly BookEntry[]): Contributor {
  const find = (wanted: string): BookEntry | undefined => book.find((entry) => entry.name === wanted.trim());
  const [before, after] = [find(contributor.name), find(name)];
  const taken = (field: 'affiliation' | 'email' | 'url'): string => (contributor[field] === '' || contributor[field] === before?.[field] ? (after?.[field] ?? '') : contributor[field]);
  return { ...contributor, name, role: after?.roles[0] ?? contributor.role, affiliation: taken('affiliation'), email: taken('email'), url: taken('url') };
}
