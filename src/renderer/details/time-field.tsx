import { type ReactNode, useId } from 'react';
import type { Time } from '../../article/metadata.ts';
import { say } from '../../language/index.ts';
import { Button } from '../ui/button.tsx';
import { Input } from '../ui/field.tsx';
import { ZoneInput } from '../ui/zone-input.tsx';
import { isZone, presentName } from '../ui/zones.ts';
import { draftOf, nowIn, type TimeDraft, timeOf } from './time-draft.ts';
import { useDraft } from './use-draft.ts';

interface TimeFieldProps {
  readonly label: string;
  /** The metadata field it is. */
  readonly name?: string;
  readonly value: Time | null;
  /** Proposed while there is no time yet. */
  readonly zone: string;
  readonly disabled: boolean;
  readonly onChange: (time: Time | null) => void;
  /** False where the time must stand (a correction's). */
  readonly canClear?: boolean;
}

/** Date, clock time and zone of one moment. Nothing is kept until all three are there. */
export function TimeField({ label, name, value, zone, disabled, onChange, canClear = true }: TimeFieldProps): ReactNode {
  const id = useId();
  const [draft, setDraft] = useDraft(value, (time) => draftOf(time, zone));
  const edit = (patch: Partial<TimeDraft>): void => {
    const next = { ...draft, ...patch };
    const emptied = canClear && next.date === '' && next.clock === '';
    const time = emptied ? null : (timeOf(next) ?? value);
    setDraft(next, time);
    if (JSON.stringify(time) !== JSON.stringify(value)) onChange(time);
  };
  const error = errorOf(draft);
  return (
    <fieldset className="time-field" data-field={name} aria-describedby={error ? `${id}-error` : undefined} disabled={disabled}>
      <div className="time-head">
        <span id={id}>{label}</span>
        <span>
          <Button small kind="quiet" aria-label={`${label}: ${say('details.now')}`} onClick={() => onChange(nowIn(isZone(draft.zone) ? draft.zone : zone))}>{say('details.now')}</Button>
          {canClear && value ? <Button small kind="quiet" aria-label={`${label}: ${say('details.clear')}`} onClick={() => onChange(null)}>{say('details.clear')}</Button> : null}
        </span>
      </div>
      <div className="time-parts" role="group" aria-labelledby={id}>
        <Input type="date" aria-label={`${label}: ${say('details.date')}`} value={draft.date} max="9999-12-31" onChange={(event) => edit({ date: event.target.value })} />
        <Input type="time" aria-label={`${label}: ${say('details.clock')}`} value={draft.clock} onChange={(event) => edit({ clock: event.target.value })} />
      </div>
      <ZoneInput aria-label={`${label}: ${say('details.zone')}`} value={draft.zone} onFocus={(event) => event.target.select()} onChange={(event) => edit({ zone: presentName(event.target.value.trim()) })} />
      {error ? <div id={`${id}-error`} className="field-error">{error}</div> : value?.asWritten ? <div className="field-hint">{say('details.asWritten', { text: value.asWritten })}</div> : null}
    </fieldset>
  );
}

function errorOf({ date, clock, zone }: TimeDraft): string | null {
  if (date === '' && clock === '') return null;
  if (clock === '') return say('details.clockMissing');
  if (date === '') return say('details.dateMissing');
  return isZone(zone) ? null : say('details.zoneUnknown');
}
