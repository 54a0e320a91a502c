import type { ReactNode } from 'react';
import { say } from '../../language/index.ts';
import { Field, Select } from '../ui/field.tsx';
import type { Section, SectionProps } from './section.ts';

const themes = ['system', 'light', 'dark'] as const;

function Appearance({ settings, set }: SectionProps): ReactNode {
  return (
    <Field label={say('settings.theme')}>
      {(ids) => <Select {...ids} value={settings.theme} choices={themes.map((value) => ({ value, label: say(`settings.theme-${value}`) }))} onChoose={(theme) => set({ theme })} />}
    </Field>
  );
}

export const appearanceSection: Section = { title: 'settings.appearance', View: Appearance };
