import type { ReactNode } from 'react';
import type { Metadata } from '../../article/metadata.ts';
import { say } from '../../language/index.ts';
import { Button } from '../ui/button.tsx';
import { Field, Input, Select, TextArea } from '../ui/field.tsx';
import { Group, type GroupProps } from './parts.tsx';
import { nowIn } from './time-draft.ts';
import { TimeField } from './time-field.tsx';
import { useDraft } from './use-draft.ts';

type Subject = Metadata['subjects'][number];
type Correction = Metadata['corrections'][number];

const replacedAt = <Item,>(list: readonly Item[], index: number, item: Item): Item[] => list.map((old, at) => (at === index ? item : old));
const withoutAt = <Item,>(list: readonly Item[], index: number): Item[] => list.filter((_, at) => at !== index);
const isCode = (code: string): boolean => /^\d{8}$/.test(code);

/** IPTC Media Topics. A row without a whole code stays in the panel and is kept with the article once it has one. */
export function SubjectsGroup({ metadata, disabled, set }: GroupProps): ReactNode {
  const [rows, setRows] = useDraft<readonly Subject[], readonly Subject[]>(metadata.subjects, (subjects) => subjects);
  const edit = (next: readonly Subject[]): void => {
    const subjects = next.filter(({ code }) => isCode(code));
    setRows(next, subjects);
    if (JSON.stringify(subjects) !== JSON.stringify(metadata.subjects)) set({ subjects });
  };
  return (
    <Group title={say('details.groupSubjects')} field="subjects" startsOpen={metadata.subjects.length > 0}>
      {rows.length === 0 ? <span className="field-hint">{say('details.subjectsNone')}</span> : null}
      {rows.map((row, index) => (
        <div key={index} className="record">
          <Field label={say('details.subjectCode')} error={row.code === '' || isCode(row.code) ? null : say('details.subjectBad')}>
            {(ids) => <Input {...ids} inputMode="numeric" maxLength={8} disabled={disabled} value={row.code} onChange={(event) => edit(replacedAt(rows, index, { ...row, code: event.target.value.trim() }))} />}
          </Field>
          <Field label={say('details.subjectName')}>
            {(ids) => <Input {...ids} disabled={disabled} value={row.name} onChange={(event) => edit(replacedAt(rows, index, { ...row, name: event.target.value }))} />}
          </Field>
          <Button small disabled={disabled} onClick={() => edit(withoutAt(rows, index))}>{say('details.removeRow')}</Button>
        </div>
      ))}
      <Button small disabled={disabled} onClick={() => edit([...rows, { code: '', name: '' }])}>{say('details.addSubject')}</Button>
    </Group>
  );
}

const kinds = ['correction', 'clarification', 'update', 'retraction'] as const;

export function CorrectionsGroup({ metadata, disabled, zone, set }: GroupProps): ReactNode {
  const { corrections } = metadata;
  const edit = (index: number, patch: Partial<Correction>): void => {
    const row = corrections[index];
    if (row) set({ corrections: replacedAt(corrections, index, { ...row, ...patch }) });
  };
  return (
    <Group title={say('details.groupCorrections')} field="corrections" startsOpen={corrections.length > 0}>
      {corrections.length === 0 ? <span className="field-hint">{say('details.correctionsNone')}</span> : null}
      {corrections.map((row, index) => (
        <div key={index} className="record">
          <Field label={say('details.correctionKind')}>
            {(ids) => <Select {...ids} disabled={disabled} value={row.kind} choices={kinds.map((value) => ({ value, label: say(`details.kind-${value}`) }))} onChoose={(kind) => edit(index, { kind })} />}
          </Field>
          <TimeField label={say('details.correctionAt')} value={row.at} zone={zone} disabled={disabled} canClear={false} onChange={(at) => at && edit(index, { at })} />
          <Field label={say('details.correctionText')}>
            {(ids) => <TextArea {...ids} disabled={disabled} value={row.text} onChange={(event) => edit(index, { text: event.target.value })} />}
          </Field>
          <Button small disabled={disabled} onClick={() => set({ corrections: withoutAt(corrections, index) })}>{say('details.removeRow')}</Button>
        </div>
      ))}
      <Button small disabled={disabled} onClick={() => set({ corrections: [...corrections, { at: nowIn(zone), kind: 'correction', text: '' }] })}>{say('details.addCorrection')}</Button>
    </Group>
  );
}
