import { type FormEvent, type ReactNode, useState } from 'react';
import { say } from '../../language/index.ts';
import { Button } from '../ui/button.tsx';
import { Field, Input } from '../ui/field.tsx';
import { ZoneInput } from '../ui/zone-input.tsx';
import { isZone, presentName } from '../ui/zones.ts';
import './welcome.css';

interface WelcomeFormProps {
  readonly proposedName: string;
  readonly proposedZone: string;
  readonly onDone: (name: string, zone: string) => void;
}

/** The first start's two questions, answered with what the machine knows. */
export function WelcomeForm({ proposedName, proposedZone, onDone }: WelcomeFormProps): ReactNode {
  const [name, setName] = useState(proposedName);
  const [zone, setZone] = useState(presentName(proposedZone));
  const [asked, setAsked] = useState(false);
  const nameError = name.trim() === '' ? say('welcome.nameMissing') : null;
  const zoneError = isZone(zone.trim()) ? null : say('welcome.zoneUnknown');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setAsked(true);
    if (!nameError && !zoneError) onDone(name.trim(), presentName(zone.trim()));
  };
  return (
    <main className="welcome">
      <form onSubmit={submit} noValidate>
        <h1>{say('welcome.hello')}</h1>
        <p>{say('welcome.about')}</p>
        <Field label={say('welcome.name')} hint={say('welcome.nameHint')} error={asked ? nameError : null}>
          {(ids) => <Input {...ids} value={name} autoFocus onChange={(event) => setName(event.target.value)} />}
        </Field>
        <Field label={say('welcome.zone')} hint={say('welcome.zoneHint')} error={asked ? zoneError : null}>
          {(ids) => <ZoneInput {...ids} value={zone} onFocus={(event) => event.target.select()} onChange={(event) => setZone(event.target.value)} />}
        </Field>
        <Button type="submit" kind="primary">{say('welcome.go')}</Button>
      </form>
    </main>
  );
}
