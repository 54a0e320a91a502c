import type { ReactNode } from 'react';
import type { Conventions } from '../../article/newsroom/conventions.ts';
import { type MessageKey, say } from '../../language/index.ts';
import { Field, Select } from '../ui/field.tsx';
import type { Section, SectionProps } from './section.ts';

const choices: { readonly [Name in keyof Conventions]: readonly (readonly [Conventions[Name], MessageKey])[] } = {
  dash: [['language', 'settings.dash-language'], ['any', 'settings.dash-any'], ['spaced-en', 'settings.dash-spaced-en'], ['spaced-em', 'settings.dash-spaced-em'], ['em', 'settings.dash-em']],
  thousands: [['any', 'settings.thousands-any'], ['comma', 'settings.thousands-comma'], ['point', 'settings.thousands-point'], ['space', 'settings.thousands-space'], ['indian', 'settings.thousands-indian']],
  dates: [['any', 'settings.dates-any'], ['day-month', 'settings.dates-day-month'], ['month-day', 'settings.dates-month-day']],
  percent: [['any', 'settings.percent-any'], ['%', 'settings.percent-%'], ['per cent', 'settings.percent-per cent'], ['percent', 'settings.percent-percent']],
};
const names = ['dash', 'thousands', 'dates', 'percent'] as const satisfies readonly (keyof Conventions)[];

/** How numbers, dates and dashes are written here. */
function ConventionsForm({ settings, set }: SectionProps): ReactNode {
  const { newsroom } = settings;
  return names.map((name) => (
    <Field key={name} label={say(`settings.convention-${name}`)}>
      {(ids) => <Select {...ids} value={newsroom.conventions[name]} choices={choices[name].map(([value, label]) => ({ value, label: say(label) }))} onChoose={(value) => set({ newsroom: { ...newsroom, conventions: { ...newsroom.conventions, [name]: value } } })} />}
    </Field>
  ));
}

export const conventionsSection: Section = { title: 'settings.conventions', View: ConventionsForm };
