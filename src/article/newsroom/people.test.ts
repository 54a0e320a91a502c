import { expect, it } from 'vitest';
import type { Contributor } from '../blocks/byline.ts';
import { newsroom } from './index.ts';
import { type BookEntry, renamed } from './people.ts';
import * as v from 'valibot';

const book: readonly BookEntry[] = [
  { name: 'Ana', roles: [], affiliation: 'Agency', email: 'ana@example.org', url: '' },
  { name: 'Ana Lima', roles: ['photography', 'video'], affiliation: 'Coast Post', email: 'lima@example.org', url: 'https://example.org/lima' },
];
const nobody: Contributor = { name: '', role: 'reported-by', affiliation: '', location: '', email: '', url: '' };
const typed = (text: string, start: Contributor = nobody): Contributor => Array.from(text).reduce((person, letter) => renamed(person, person.name + letter, book), start);

it('a name of the book brings what the book knows, also on the way through a shorter one', () => {
  expect(typed('Ana')).toEqual({ ...nobody, name: 'Ana', affiliation: 'Agency', email: 'ana@example.org' });
  expect(typed('Ana Lima')).toEqual({ ...nobody, name: 'Ana Lima', role: 'photography', affiliation: 'Coast Post', email: 'lima@example.org', url: 'https://example.org/lima' });
  expect(typed('Anastasia')).toEqual({ ...nobody, name: 'Anastasia' });
});

it('what was written by hand stays', () => {
  expect(typed('Ana Lima', { ...nobody, affiliation: 'Freelance', location: 'Kochi' })).toMatchObject({ affiliation: 'Freelance', location: 'Kochi', email: 'lima@example.org' });
});

it('addresses pass the one door', () => {
  const read = (entry: object): boolean => v.safeParse(newsroom, { people: [{ name: 'A', ...entry }] }).success;
  expect([read({}), read({ email: 'a@b.org', url: 'https://b.org' }), read({ email: 'a at b' }), read({ url: 'javascript:1' }), read({ name: ' ' })]).toEqual([true, true, false, false, false]);
});
