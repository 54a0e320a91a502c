import { type ReactNode, useState } from 'react';
import { safeAddress } from '../../article/address.ts';
import { contributorRoles } from '../../article/blocks/byline.ts';
import { roleLabel } from '../../article/export/html/byline.ts';
import { type BookEntry, isEmail } from '../../article/newsroom/people.ts';
import { say } from '../../language/index.ts';
import { Button } from '../ui/button.tsx';
import { Entry } from '../ui/entry.tsx';
import type { Section, SectionProps } from './section.ts';
import { useKeptList } from './use-kept-list.ts';

function errorOf(people: readonly BookEntry[]): string {
  if (people.some(({ name }) => name.trim() === '')) return say('settings.personNameless');
  const bad = people.find(({ email, url }) => (email !== '' && !isEmail(email)) || (url !== '' && safeAddress(url) === null));
  return bad ? say('settings.personAddress', { name: bad.name }) : '';
}

/** The contributors a byline completes from. */
function People({ settings, set }: SectionProps): ReactNode {
  const { newsroom } = settings;
  const people = useKeptList(newsroom.people, errorOf, (list) => set({ newsroom: { ...newsroom, people: [...list] } }));
  return (
    <div className="settings-fields" onBlur={people.onBlur}>
      <p>{say('settings.peopleAbout')}</p>
      {people.items.map((person, index) => (
        // A name is typed here: its place is what a person is known by.
        <Person key={index} person={person} onChange={(next) => people.change(index, next)} onRemove={() => people.set(people.items.filter((_, at) => at !== index))} />
      ))}
      {people.error ? <p className="field-error" role="alert">{people.error}</p> : null}
      <div><Button small onClick={() => people.set([...people.items, { name: '', roles: [], affiliation: '', email: '', url: '' }])}>{say('settings.personAdd')}</Button></div>
    </div>
  );
}

interface PersonProps {
  readonly person: BookEntry;
  readonly onChange: (person: BookEntry) => void;
  readonly onRemove: () => void;
}

function Person({ person, onChange, onRemove }: PersonProps): ReactNode {
  // Open while it is new, and then as the reader leaves it.
  const [isNew] = useState(person.name === '');
  const change = (patch: Partial<BookEntry>): void => onChange({ ...person, ...patch });
  const name = person.name || say('settings.personNew');
  return (
    <details className="settings-row" open={isNew}>
      <summary><b>{name}</b> <span>{person.affiliation}</span></summary>
      <div className="block-form">
        <Entry label={say('editor.name')} value={person.name} onText={(text) => change({ name: text })} />
        <Entry label={say('editor.affiliation')} value={person.affiliation} onText={(affiliation) => change({ affiliation })} />
        <Entry label={say('editor.email')} type="email" value={person.email} onText={(email) => change({ email: email.trim() })} />
        <Entry label={say('editor.url')} type="url" value={person.url} onText={(url) => change({ url: url.trim() })} />
      </div>
      <Roles roles={person.roles} onRoles={(roles) => change({ roles })} />
      <Button small onClick={onRemove}>{say('settings.personRemove', { name })}</Button>
    </details>
  );
}

/** In the order in which they are chosen: a byline takes the first. */
function Roles({ roles, onRoles }: { readonly roles: readonly string[]; readonly onRoles: (roles: string[]) => void }): ReactNode {
  return (
    <div className="size-choices" role="group" aria-label={say('settings.personRoles')}>
      {contributorRoles.map((role) => (
        <Button key={role} small aria-pressed={roles.includes(role)} onClick={() => onRoles(roles.includes(role) ? roles.filter((one) => one !== role) : [...roles, role])}>{roleLabel(role, 'en')}</Button>
      ))}
    </div>
  );
}

export const peopleSection: Section = { title: 'settings.people', View: People };
