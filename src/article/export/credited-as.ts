import type { Contributor } from '../blocks/byline.ts';

/** What schema.org calls somebody's part in an article. */
export type CreditedAs = 'author' | 'editor' | 'translator' | 'producer' | 'contributor';

/** Who reported or wrote, and who is named without a role; all others helped. */
export const isAuthor = ({ role }: Pick<Contributor, 'role'>): boolean => role === '' || role === 'reported-by' || role === 'written-by';

const parts: ReadonlyMap<string, CreditedAs> = new Map([['editing', 'editor'], ['translated-by', 'translator'], ['production', 'producer']]);

export const creditedAs = (person: Pick<Contributor, 'role'>): CreditedAs => (isAuthor(person) ? 'author' : (parts.get(person.role) ?? 'contributor'));
