import type { ReactNode } from 'react';
import { type RightsRow, type Use, uses } from '../../article/newsroom/rights.ts';
import { say } from '../../language/index.ts';
import { Button } from '../ui/button.tsx';
import { Input, Select } from '../ui/field.tsx';
import type { Section, SectionProps } from './section.ts';
import { useKeptList } from './use-kept-list.ts';

const errorOf = (rows: readonly RightsRow[]): string => (rows.some(({ words }) => words.trim() === '') ? say('settings.rightsWordless') : '');

/** Where pictures go, and the newsroom's own words for what usage terms forbid. */
function RightsTable({ settings, set }: SectionProps): ReactNode {
  const { rights } = settings.newsroom;
  const rows = useKeptList(rights.table, errorOf, (table) => set({ newsroom: { ...settings.newsroom, rights: { ...rights, table: [...table] } } }));
  return (
    <div className="settings-fields" onBlur={rows.onBlur}>
      <Uses label={say('settings.rightsUses')} chosen={rights.uses} onChoose={(chosen) => set({ newsroom: { ...settings.newsroom, rights: { ...rights, uses: [...chosen] } } })} />
      <p>{say('settings.rightsAbout')}</p>
      {rows.items.map((row, index) => {
        const about = row.words.trim() || say('settings.rightsNew');
        return (
          // The words are typed here: a row's place is what it is known by.
          <div key={index} className="rights-row" role="group" aria-label={about}>
            <Input aria-label={say('settings.rightsWords')} placeholder={say('settings.rightsWordsHint')} value={row.words} onChange={(event) => rows.change(index, { ...row, words: event.target.value })} />
            <Select aria-label={say('settings.rightsLevel')} value={row.level} choices={(['warning', 'error'] as const).map((value) => ({ value, label: say(`settings.rights-${value}`) }))} onChoose={(level) => rows.set(rows.items.map((old, at) => (at === index ? { ...old, level } : old)))} />
            <Uses label={say('settings.rightsForbids')} chosen={row.forbids} onChoose={(forbids) => rows.set(rows.items.map((old, at) => (at === index ? { ...old, forbids: [...forbids] } : old)))} />
            <Button small kind="quiet" aria-label={say('settings.rightsRemove', { words: about })} onClick={() => rows.set(rows.items.filter((_, at) => at !== index))}>{say('settings.remove')}</Button>
          </div>
        );
      })}
      {rows.error ? <p className="field-error" role="alert">{rows.error}</p> : null}
      <div><Button small onClick={() => rows.set([...rows.items, { words: '', forbids: ['web', 'social'], level: 'warning' }])}>{say('settings.rightsAdd')}</Button></div>
    </div>
  );
}

function Uses({ label, chosen, onChoose }: { readonly label: string; readonly chosen: readonly Use[]; readonly onChoose: (chosen: readonly Use[]) => void }): ReactNode {
  return (
    <div className="rights-uses" role="group" aria-label={label}>
      <span className="field-label">{label}</span>
      {uses.map((use) => (
        <label key={use} className="settings-check">
          <input type="checkbox" checked={chosen.includes(use)} onChange={(event) => onChoose(uses.filter((one) => (one === use ? event.target.checked : chosen.includes(one))))} />
          {say(`rules.use-${use}`)}
        </label>
      ))}
    </div>
  );
}

export const rightsSection: Section = { title: 'settings.rights', View: RightsTable };
