import { type ReactNode, useId } from 'react';
import { say } from '../../language/index.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import type { Section, SectionProps } from './section.ts';
import { sections } from './sections.ts';
import './settings.css';

/** Everything that can be set, on one page, over the article that stays as it is. */
export function SettingsView({ onClose, ...props }: SectionProps & { readonly onClose: () => void }): ReactNode {
  return (
    <Dialog label={say('settings.title')} kind="settings" onClose={onClose}>
      <header className="dialog-head">
        <div>
          <h1>{say('settings.title')}</h1>
          <p>{say('settings.about')}</p>
        </div>
        <Button onClick={onClose} aria-label={say('settings.close')}>{say('library.close')}</Button>
      </header>
      <div className="settings-body">
        {sections.map((section) => <SectionPart key={section.title} section={section} {...props} />)}
      </div>
    </Dialog>
  );
}

function SectionPart({ section: { title, View }, ...props }: SectionProps & { readonly section: Section }): ReactNode {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{say(title)}</h2>
      <div className="settings-fields"><View {...props} /></div>
    </section>
  );
}
