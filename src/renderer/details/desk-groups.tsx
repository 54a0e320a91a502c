import type { ReactNode } from 'react';
import type { Dateline, Metadata } from '../../article/metadata.ts';
import { say } from '../../language/index.ts';
import { Field, Input, Select, TextArea } from '../ui/field.tsx';
import { Group, type GroupProps, Text } from './parts.tsx';
import { nowIn } from './time-draft.ts';
import { TimeField } from './time-field.tsx';

type EmbargoKind = 'none' | 'time' | 'indefinite';

/** An embargo blocks every way out until its time, or until someone lifts it. */
export function EmbargoGroup({ metadata, disabled, zone, set }: GroupProps): ReactNode {
  const { embargo } = metadata;
  const kind: EmbargoKind = !embargo ? 'none' : embargo.until === 'indefinite' ? 'indefinite' : 'time';
  const choose = (chosen: EmbargoKind): void => {
    const note = embargo?.note ?? '';
    if (chosen === 'none') set({ embargo: null });
    else if (chosen === 'indefinite') set({ embargo: { until: 'indefinite', note } });
    else set({ embargo: { until: nowIn(zone), note } });
  };
  const kinds = [['none', 'details.embargoNone'], ['time', 'details.embargoTime'], ['indefinite', 'details.embargoIndefinite']] as const;
  return (
    <Group title={say('details.groupEmbargo')} field="embargo" aside={say('details.neverLeaves')} startsOpen={embargo !== null}>
      <Field label={say('details.embargo')} hint={say('details.embargoHint')}>
        {(ids) => <Select {...ids} disabled={disabled} value={kind} choices={kinds.map(([value, label]) => ({ value, label: say(label) }))} onChoose={choose} />}
      </Field>
      {embargo && embargo.until !== 'indefinite' ? (
        <TimeField label={say('details.embargoUntil')} value={embargo.until} zone={zone} disabled={disabled} canClear={false} onChange={(until) => until && set({ embargo: { ...embargo, until } })} />
      ) : null}
      {embargo ? (
        <Field label={say('details.embargoNote')}>
          {(ids) => <TextArea {...ids} disabled={disabled} value={embargo.note} onChange={(event) => set({ embargo: { ...embargo, note: event.target.value } })} />}
        </Field>
      ) : null}
    </Group>
  );
}

const emptyDateline: Dateline = { place: '', country: '', date: '', source: '', asWritten: '' };

export function DatelineGroup({ metadata, disabled, set }: GroupProps): ReactNode {
  const { dateline } = metadata;
  const edit = (patch: Partial<Dateline>): void => set({ dateline: { ...(dateline ?? emptyDateline), ...patch } });
  return (
    <Group title={say('details.groupDateline')} field="dateline" startsOpen={dateline !== null}>
      <label className="check">
        <input type="checkbox" checked={dateline !== null} disabled={disabled} onChange={(event) => set({ dateline: event.target.checked ? emptyDateline : null })} />
        {say('details.hasDateline')}
      </label>
      {dateline ? (
        <>
          <div className="two">
            <Part label={say('details.place')} value={dateline.place} disabled={disabled} onChange={(place) => edit({ place })} />
            <Part label={say('details.country')} value={dateline.country} disabled={disabled} onChange={(country) => edit({ country })} />
            <Part label={say('details.datelineDate')} type="date" value={dateline.date} disabled={disabled} onChange={(date) => edit({ date })} />
            <Part label={say('details.datelineSource')} value={dateline.source} disabled={disabled} onChange={(source) => edit({ source })} />
          </div>
          <Part label={say('details.datelineAsWritten')} hint={say('details.datelineHint')} value={dateline.asWritten} disabled={disabled} onChange={(asWritten) => edit({ asWritten })} />
        </>
      ) : null}
    </Group>
  );
}

interface PartProps {
  readonly label: string;
  readonly value: string;
  readonly disabled: boolean;
  readonly type?: 'text' | 'date';
  readonly hint?: string;
  readonly onChange: (text: string) => void;
}

function Part({ label, value, disabled, type = 'text', hint, onChange }: PartProps): ReactNode {
  return (
    <Field label={label} {...(hint === undefined ? {} : { hint })}>
      {(ids) => <Input {...ids} type={type} disabled={disabled} value={value} onChange={(event) => onChange(event.target.value)} />}
    </Field>
  );
}

const units = ['words', 'characters', 'lines'] as const;

export function LengthGroup({ metadata, disabled, set }: GroupProps): ReactNode {
  const target = metadata.targetLength;
  const unit = target?.unit ?? 'words';
  const edit = (text: string): void => {
    const value = Number.parseInt(text, 10);
    set({ targetLength: Number.isSafeInteger(value) && value > 0 ? { value, unit } : null });
  };
  return (
    <Group title={say('details.groupLength')} field="targetLength" aside={say('details.neverLeaves')} startsOpen={target !== null}>
      <div className="two">
        <Field label={say('details.target')}>
          {(ids) => <Input {...ids} type="number" min={1} step={10} disabled={disabled} value={target?.value ?? ''} onChange={(event) => edit(event.target.value)} />}
        </Field>
        <Field label={say('details.targetUnit')}>
          {(ids) => (
            <Select {...ids} disabled={disabled || !target} value={unit} choices={units.map((value) => ({ value, label: say(`details.unit-${value}`) }))} onChoose={(chosen) => target && set({ targetLength: { ...target, unit: chosen } })} />
          )}
        </Field>
      </div>
    </Group>
  );
}

export function RightsGroup(props: GroupProps): ReactNode {
  return (
    <Group title={say('details.groupRights')}>
      <Text {...props} field="copyright" />
      <Text {...props} field="usageTerms" many />
      <Text {...props} field="closingCredits" many />
    </Group>
  );
}

export function AdsGroup(props: GroupProps): ReactNode {
  const { metadata, disabled, set } = props;
  const choices = [{ value: 'allowed', label: say('details.adAllowed') }, { value: 'none', label: say('details.adNone') }] as const satisfies readonly { value: Metadata['adPolicy']; label: string }[];
  return (
    <Group title={say('details.groupAds')} field="adPolicy" startsOpen={metadata.adPolicy === 'none'}>
      <Field label={say('details.adPolicy')}>
        {(ids) => <Select {...ids} disabled={disabled} value={metadata.adPolicy} choices={choices} onChoose={(adPolicy) => set({ adPolicy })} />}
      </Field>
      {metadata.adPolicy === 'none' || metadata.adPolicyReason ? <Text {...props} field="adPolicyReason" many /> : null}
    </Group>
  );
}

export function NotesGroup(props: GroupProps): ReactNode {
  const { internalNote, editorialNote, legal } = props.metadata;
  return (
    <Group title={say('details.groupNotes')} aside={say('details.neverLeaves')} startsOpen={internalNote + editorialNote + legal !== ''}>
      <Text {...props} field="internalNote" many />
      <Text {...props} field="editorialNote" many />
      <Text {...props} field="legal" many hint={say('details.notesHint')} />
    </Group>
  );
}
