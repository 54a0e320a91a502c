import { type ReactNode, useId, useRef } from 'react';
import { say } from '../../language/index.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import type { Section, SectionProps } from './section.ts';
import { sections } from './sections.ts';
import './settings.css';

/** Everything that can be set, on one page, over the article that stays as it is. */
export function SettingsView({ onClose, ...props }: SectionProps & { readonly onClose: () => void }): ReactNode {
  const body = useRef<HTMLDivElement>(null);
  return (
    <Dialog label={say('settings.title')} kind="settings" onClose={onClose}>
      <header className="dialog-head">
        <div>
          <h1>{say('settings.title')}</h1>
          <p>{say('settings.about')}</p>
        </div>
        <Button onClick={onClose} aria-label={say('settings.close')}>{say('library.close')}</Button>
      </header>
      <div className="settings-main">
        <nav className="settings-index" aria-label={say('settings.index')}>
          {sections.map(({ title }) => <Button key={title} kind="quiet" small onClick={() => goTo(body.current, title)}>{say(title)}</Button>)}
        </nav>
        <div ref={body} className="settings-body">
          {sections.map((section) => <SectionPart key={section.title} section={section} {...props} />)}
        </div>
      </div>
    </Dialog>
  );
}

/** Brings a section to the top; the next Tab is its first field. */
function goTo(body: HTMLElement | null, title: Section['title']): void {
  const heading = body?.querySelector<HTMLElement>(`[data-section="${title}"] h2`);
  heading?.parentElement?.scrollIntoView({ block: 'start' });
  heading?.focus({ preventScroll: true });
}

function SectionPart({ section: { title, View }, ...props }: SectionProps & { readonly section: Section }): ReactNode {
  const id = useId();
  return (
    <section aria-labelledby={id} data-section={title}>
      <h2 id={id} tabIndex={-1}>{say(title)}</h2>
      <div className="settings-fields"><View {...props} /></div>
    </section>
  );
}
