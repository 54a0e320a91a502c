import type { ReactNode } from 'react';
import { say } from '../../language/index.ts';
import { KeptField } from './kept-field.tsx';
import type { Section, SectionProps } from './section.ts';

function Person({ settings, set }: SectionProps): ReactNode {
  return (
    <KeptField
      label={say('settings.name')}
      hint={say('settings.nameHint')}
      value={settings.person.name}
      errorOf={(name) => (name === '' ? say('welcome.nameMissing') : '')}
      onKeep={(name) => set({ person: { id: settings.person.id, name } })}
    />
  );
}

export const personSection: Section = { title: 'settings.person', View: Person };
