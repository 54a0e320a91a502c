import type { BlockViewProps } from '../block-view.tsx';
import { type KeyboardEvent, type ReactNode, useId, useState } from 'react';
import { type Contributor, contributorRoles } from '../../../article/blocks/byline.ts';
import { roleLabel } from '../../../article/export/html/byline.ts';
import { renamed } from '../../../article/newsroom/people.ts';
import { say } from '../../../language/index.ts';
import { TextSelection } from '@tiptap/pm/state';
import { useNewsroom } from '../../ui/newsroom.ts';
import { sectionsOf } from '../walls.ts';
import { attributesOf, BlockFrame, Line, usePatch } from './block-frame.tsx';
import { Entry } from '../../ui/entry.tsx';

const somebody: Contributor = { name: '', role: 'reported-by', affiliation: '', location: '', email: '', url: '' };

/** The people of the article, written in place: a role and a name each, the rest behind a button. */
export function BylineView(view: BlockViewProps): ReactNode {
  const { contributors } = attributesOf(view, 'byline');
  const patch = usePatch(view, 'byline');
  const editable = view.editor.isEditable;
  const shown = contributors.length === 0 && editable ? [somebody] : contributors;
  const change = (index: number, person: Contributor | null): void => {
    patch({ contributors: shown.flatMap((old, at) => (at === index ? (person ? [person] : []) : [old])) });
  };
  const toBody = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    const { state, dispatch } = view.editor.view;
    dispatch(state.tr.setSelection(TextSelection.near(state.doc.resolve(sectionsOf(state.doc).body.from), 1)).scrollIntoView());
    view.editor.view.focus();
  };
  return (
    <BlockFrame name="byline" view={view} className="byline">
      <div className="byline-people" contentEditable={false}>
        {shown.map((person, index) =>
          editable ? (
            // People have no id; their place is what they are known by.
            <Person key={index} person={person} onChange={(next) => change(index, next)} onEnter={toBody} />
          ) : (
            <span key={index} className="person"><span className="role">{roleLabel(person.role, 'en')}</span> <b>{person.name}</b></span>
          ),
        )}
        {editable && contributors.length > 0 ? (
          <button type="button" className="btn quiet small" onClick={() => patch({ contributors: [...contributors, { ...somebody, role: 'additional-reporting' }] })}>
            {say('editor.addPerson')}
          </button>
        ) : null}
      </div>
    </BlockFrame>
  );
}

interface PersonProps {
  readonly person: Contributor;
  readonly onChange: (person: Contributor | null) => void;
  readonly onEnter: (event: KeyboardEvent) => void;
}

function Person({ person, onChange, onEnter }: PersonProps): ReactNode {
  const [open, setOpen] = useState(false);
  const { people } = useNewsroom();
  const book = useId();
  const set = (patch: Partial<Contributor>): void => onChange({ ...person, ...patch });
  const who = person.name || say('editor.thisPerson');
  return (
    <span className={`person ${open ? 'is-open' : ''}`}>
      <RoleChoice role={person.role} onChoose={(role) => set({ role })} />
      <Line label={say('editor.name')} className="person-name" value={person.name} placeholder={say('editor.namePlaceholder')} list={people.length > 0 ? book : undefined} onText={(name) => onChange(renamed(person, name, people))} onKeyDown={onEnter} />
      {people.length > 0 ? <datalist id={book}>{people.map((entry, index) => <option key={index} value={entry.name}>{entry.affiliation}</option>)}</datalist> : null}
      <span className="person-tools">
        <button type="button" className="tool" aria-label={say('editor.personMore', { who })} aria-expanded={open} onClick={() => setOpen(!open)}>{say('editor.signMore')}</button>
        <button type="button" className="tool" aria-label={say('editor.personRemove', { who })} onClick={() => onChange(null)}>{say('editor.signRemove')}</button>
      </span>
      {open ? (
        <span className="block-form person-more">
          <Entry label={say('editor.affiliation')} value={person.affiliation} onText={(affiliation) => set({ affiliation })} />
          <Entry label={say('editor.location')} value={person.location} onText={(location) => set({ location })} />
          <Entry label={say('editor.email')} type="email" value={person.email} onText={(email) => set({ email })} />
          <Entry label={say('editor.url')} type="url" value={person.url} onText={(url) => set({ url })} />
        </span>
      ) : null}
    </span>
  );
}

/** The roles out of the box, and any other text. */
function RoleChoice({ role, onChoose }: { readonly role: string; readonly onChoose: (role: string) => void }): ReactNode {
  const [isFree, setFree] = useState(false);
  const isKnown = contributorRoles.some((known) => known === role);
  if (isFree || (!isKnown && role !== '')) {
    return <Line label={say('editor.role')} className="role" value={role} placeholder={say('editor.role')} onText={(text) => { setFree(text !== ''); onChoose(text); }} />;
  }
  return (
    <select className="role" aria-label={say('editor.role')} value={role} onChange={(event) => (event.target.value === 'other' ? setFree(true) : onChoose(event.target.value))}>
      {role === '' ? <option value="">{say('editor.noRole')}</option> : null}
      {contributorRoles.map((known) => <option key={known} value={known}>{roleLabel(known, 'en')}</option>)}
      <option value="other">{say('editor.otherRole')}</option>
    </select>
  );
}
