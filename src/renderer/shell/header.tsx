import type { ReactNode } from 'react';
import type { ArticleState, RevisionSummary, StateChange } from '../../ipc/contract.ts';
import { say } from '../../language/index.ts';
import type { SinceRevision } from '../history/history-panel.tsx';
import { stateText } from '../history/state-line.tsx';
import { Button } from '../ui/button.tsx';
import { Menu } from '../ui/menu.tsx';
import type { SaveState } from '../editor/article-editor.tsx';
import type { Store } from '../ui/store.ts';
import { runCommand } from './command-desk.ts';
import { SaveStatus } from './save-state.tsx';
import { useKeysText } from '../ui/chosen-keys.ts';
import './shell.css';
import type { Layout } from './use-layout.ts';

const states = ['draft', 'in-review', 'approved', 'published'] as const satisfies readonly ArticleState[];

interface ShownArticle {
  readonly section: string;
  readonly name: string;
  readonly state: ArticleState;
  /** Who set it and when; null where nobody has yet. */
  readonly stateChange: StateChange | null;
  readonly saveState: Store<SaveState>;
  readonly since: readonly SinceRevision[];
  readonly onSince: (revision: RevisionSummary) => void;
  readonly onState: (state: ArticleState) => void;
  /** TK, TKTK and XX left, and the way to the first of them. */
  readonly placeholders: number;
  readonly onPlaceholder: () => void;
  readonly onCompare: () => void;
  readonly onExport: () => void;
}
interface HeaderProps {
  readonly article: ShownArticle | null;
  readonly layout: Layout;
}

/** The bar at the top: what is open, how it stands, whether it is kept, and the ways out. */
export function Header({ article, layout }: HeaderProps): ReactNode {
  const keysText = useKeysText();
  return (
    <header className="header">
      <Button kind="quiet" small aria-expanded={layout.libraryOpen} aria-label={say(layout.libraryOpen ? 'library.hideLibrary' : 'library.showLibrary')} onClick={layout.toggleLibrary}>{'☰'}</Button>
      <span className="brand">{say('library.product')}</span>
      {article ? <Crumb {...article} /> : null}
      <span className="grow" />
      <Button kind="quiet" small title={keysText('settings')} onClick={() => void runCommand('settings')}>{say('settings.title')}</Button>
      {article ? (
        <>
          <span className="split">
            <Button onClick={article.onCompare}>{say('library.compare')}</Button>
            <Menu label={say('history.compareWith')} items={(['approved', 'exported', 'published', 'file'] as const).map((what) => ({ label: say(`history.with-${what}`), run: () => void runCommand(`compare-${what}`) }))}>{'▾'}</Menu>
          </span>
          <Button kind="primary" onClick={article.onExport}>{say('library.export')}</Button>
          <Button kind="quiet" small aria-expanded={layout.panelOpen} aria-label={say(layout.panelOpen ? 'library.hidePanel' : 'library.showPanel')} onClick={layout.togglePanel}>{'◨'}</Button>
        </>
      ) : null}
    </header>
  );
}

function Crumb({ section, name, state, stateChange, saveState, since, onSince, onState, placeholders, onPlaceholder }: ShownArticle): ReactNode {
  return (
    <>
      <h1 className="crumb">
        {section ? <span>{`${section} / `}</span> : null}
        <b>{name}</b>
      </h1>
      <select className={`pill state-choice ${state}`} aria-label={say('library.state')} title={stateChange ? stateText(stateChange) : undefined} value={state} onChange={(event) => onState(states.find((one) => one === event.target.value) ?? 'draft')}>
        {states.map((one) => <option key={one} value={one}>{say(`library.state-${one}`)}</option>)}
      </select>
      {shownSince(since).map(({ kind, revision, changes }) => (
        <button key={kind} type="button" className="pill since-pill" onClick={() => onSince(revision)}>{say(`history.since-${kind}`, { count: changes })}</button>
      ))}
      <SaveStatus saveState={saveState} />
      {placeholders > 0 ? <button type="button" className="pill stop" title={say('library.placeholdersAbout', { count: placeholders })} onClick={onPlaceholder}>{say('library.placeholders', { count: placeholders })}</button> : null}
    </>
  );
}

/** Readers have what was published: an export before it is then of less interest, and the header has little room. */
function shownSince(since: ShownArticle['since']): ShownArticle['since'] {
  const isPublished = since.some(({ kind }) => kind === 'published');
  return since.filter(({ kind, changes }) => changes > 0 && !(isPublished && kind === 'exported'));
}
