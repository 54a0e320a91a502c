import { type ChangeEvent, type ReactNode, useRef, useState } from 'react';
import { decodeText } from '../../article/import/text-file.ts';
import { joinHouseStyle, readHouseStyle, type StyleTerm } from '../../article/newsroom/house-style.ts';
import { starterStyle } from '../../article/newsroom/starter-style.ts';
import { say } from '../../language/index.ts';
import { Button } from '../ui/button.tsx';
import { Entry } from '../ui/entry.tsx';
import { Input } from '../ui/field.tsx';
import { isLanguageTag } from '../ui/language-input.tsx';
import { useNotices } from '../ui/notices.tsx';
import type { Section, SectionProps } from './section.ts';
import { useKeptList } from './use-kept-list.ts';

/** Rows shown at once; the filter finds the others. */
const shownAtOnce = 8;

function errorOf(terms: readonly StyleTerm[]): string {
  if (terms.some(({ wrong }) => wrong.trim() === '')) return say('settings.styleEmpty');
  const bad = terms.find(({ language }) => language !== '' && !isLanguageTag(language));
  return bad ? say('details.languageUnknown', { tag: bad.language }) : '';
}

/** What not to write, and what instead. */
function HouseStyle({ settings, set }: SectionProps): ReactNode {
  const notices = useNotices();
  const { newsroom } = settings;
  const terms = useKeptList(newsroom.houseStyle, errorOf, (houseStyle) => set({ newsroom: { ...newsroom, houseStyle: [...houseStyle] } }));
  const [filter, setFilter] = useState('');
  const file = useRef<HTMLInputElement>(null);
  const before = terms.items;
  const join = (others: readonly StyleTerm[]): void => {
    terms.set(joinHouseStyle(before, others));
    notices.show({ text: say('settings.styleAdded', { count: others.length }), action: { label: say('library.undo'), run: () => terms.set(before) } });
  };
  const read = async (event: ChangeEvent<HTMLInputElement>): Promise<void> => {
    const chosen = event.target.files?.[0];
    event.target.value = '';
    if (!chosen) return;
    const reading = readHouseStyle(decodeText(new Uint8Array(await chosen.arrayBuffer())).text);
    if (reading.ok) join(reading.terms);
    else notices.show({ kind: 'error', text: say(`settings.styleFault-${reading.fault}`, { file: chosen.name, row: reading.row }) });
  };
  const wanted = filter.trim().toLowerCase();
  const found = terms.items.map((term, index) => ({ term, index })).filter(({ term }) => `${term.wrong}\n${term.right}\n${term.note}`.toLowerCase().includes(wanted));
  return (
    <div className="settings-fields" onBlur={terms.onBlur}>
      <p>{say('settings.styleAbout')}</p>
      <div className="settings-folder">
        <Button small onClick={() => file.current?.click()}>{say('settings.styleImport')}</Button>
        <Button small onClick={() => join(starterStyle)}>{say('settings.styleStarter', { count: starterStyle.length })}</Button>
        <Button small onClick={() => { setFilter(''); terms.set([{ wrong: '', right: '', note: '', language: '', case: 'any' }, ...terms.items]); }}>{say('settings.styleAdd')}</Button>
        <input ref={file} type="file" hidden accept=".csv,.tsv,.txt,text/csv" aria-label={say('settings.styleImport')} onChange={(event) => void read(event)} />
      </div>
      {terms.items.length > 0 ? <Input type="search" aria-label={say('settings.styleFilter')} placeholder={say('settings.styleFilter')} value={filter} onChange={(event) => setFilter(event.target.value)} /> : <p>{say('settings.styleNone')}</p>}
      {found.slice(0, shownAtOnce).map(({ term, index }) => (
        // An entry's words are typed here: its place is what it is known by.
        <Term key={terms.items.length - index} term={term} onChange={(next) => terms.change(index, next)} onRemove={() => terms.set(terms.items.filter((_, at) => at !== index))} />
      ))}
      {found.length > shownAtOnce ? <p>{say('settings.styleMore', { count: found.length - shownAtOnce })}</p> : null}
      {terms.error ? <p className="field-error" role="alert">{terms.error}</p> : null}
    </div>
  );
}

interface TermProps {
  readonly term: StyleTerm;
  readonly onChange: (term: StyleTerm) => void;
  readonly onRemove: () => void;
}

function Term({ term, onChange, onRemove }: TermProps): ReactNode {
  // Open while it is new, and then as the reader leaves it.
  const [isNew] = useState(term.wrong === '');
  const name = term.wrong || say('settings.styleNew');
  return (
    <details className="settings-row" open={isNew}>
      <summary><b>{name}</b> <span>{term.right === '' ? say('settings.styleAvoid') : say('settings.styleInstead', { right: term.right })}</span></summary>
      <div className="block-form">
        <Entry label={say('settings.styleWrong')} value={term.wrong} onText={(wrong) => onChange({ ...term, wrong })} />
        <Entry label={say('settings.styleRight')} value={term.right} onText={(right) => onChange({ ...term, right })} />
        <Entry label={say('settings.styleNote')} value={term.note} onText={(note) => onChange({ ...term, note })} />
        <Entry label={say('settings.styleLanguage')} value={term.language} placeholder="en-GB" onText={(language) => onChange({ ...term, language: language.trim() })} />
      </div>
      <label className="settings-check">
        <input type="checkbox" checked={term.case === 'exact'} onChange={(event) => onChange({ ...term, case: event.target.checked ? 'exact' : 'any' })} />
        {say('settings.styleCase')}
      </label>
      <Button small onClick={onRemove}>{say('settings.styleRemove', { wrong: name })}</Button>
    </details>
  );
}

export const styleSection: Section = { title: 'settings.style', View: HouseStyle };
