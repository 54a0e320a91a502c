import { type ComponentProps, type ReactNode, useId } from 'react';
import { Input } from './field.tsx';
import { allZones } from './zones.ts';

/** A zone by its IANA name, with every zone of this machine to search through. */
export function ZoneInput(props: Omit<ComponentProps<typeof Input>, 'list'>): ReactNode {
  const id = useId();
  return (
    <>
      <Input {...props} list={id} />
      <datalist id={id}>
        {allZones().map((zone) => <option key={zone} value={zone} />)}
      </datalist>
    </>
  );
}
