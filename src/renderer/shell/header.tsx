import type { ReactNode } from 'react';
import type { ArticleState, Settings } from '../../ipc/contract.ts';
import { say } from '../../language/index.ts';
import { Button } from '../ui/button.tsx';
import type { SaveState } from '../editor/article-editor.tsx';
import './shell.css';

const states = ['draft', 'in-review', 'approved', 'published'] as const satisfies readonly ArticleState[];
const themes = ['system', 'light', 'dark'] as const satisfies readonly Settings['theme'][];

interface HeaderProps {
  readonly article: { readonly section: string; readonly name: string; readonly state: ArticleState } | null;
  readonly saveState: SaveState;
  readonly theme: Settings['theme'];
  readonly libraryOpen: boolean;
  readonly panelOpen: boolean;
  readonly onState: (state: ArticleState) => void;
  readonly onTheme: (theme: Settings['theme']) => void;
  readonly onLibrary: () => void;
  readonly onPanel: () => void;
  readonly onCompare: () => void;
  readonly onExport: () => void;
  /** What stands in place of the buttons while a comparison or an old revision is shown. */
  readonly instead: ReactNode;
}

/** The bar at the top: what is open, how it stands, whether it is kept, and the ways out. */
export function Header(props: HeaderProps): ReactNode {
  const { article, theme, onTheme, instead } = props;
  return (
    <header className="header">
      <Button kind="quiet" small aria-expanded={props.libraryOpen} aria-label={say(props.libraryOpen ? 'library.hideLibrary' : 'library.showLibrary')} onClick={props.onLibrary}>{'☰'}</Button>
      <span className="brand">{say('library.product')}</span>
      {article ? <OpenArticle {...props} article={article} /> : null}
      <span className="grow" />
      {instead ?? (
        <>
          <select className="theme-choice" aria-label={say('library.theme')} value={theme} onChange={(event) => onTheme(themes.find((name) => name === event.target.value) ?? 'system')}>
            {themes.map((name) => <option key={name} value={name}>{say(`library.theme-${name}`)}</option>)}
          </select>
          {article ? (
            <>
              <Button onClick={props.onCompare}>{say('library.compare')}</Button>
              <Button kind="primary" onClick={props.onExport}>{say('library.export')}</Button>
            </>
          ) : null}
        </>
      )}
      {article ? <Button kind="quiet" small aria-expanded={props.panelOpen} aria-label={say(props.panelOpen ? 'library.hidePanel' : 'library.showPanel')} onClick={props.onPanel}>{'◨'}</Button> : null}
    </header>
  );
}

function OpenArticle({ article, saveState, onState }: HeaderProps & { readonly article: NonNullable<HeaderProps['article']> }): ReactNode {
  return (
    <>
      <span className="crumb">
        {article.section ? <span>{`${article.section} / `}</span> : null}
        <b>{article.name}</b>
      </span>
      <select className={`pill state-choice ${article.state}`} aria-label={say('library.state')} value={article.state} onChange={(event) => onState(states.find((name) => name === event.target.value) ?? 'draft')}>
        {states.map((name) => <option key={name} value={name}>{say(`library.state-${name}`)}</option>)}
      </select>
      <span className={`save ${saveState.kind}`} role="status" aria-label={say('library.saveState')} title={saveText(saveState)}>{saveText(saveState)}</span>
    </>
  );
}

function saveText(state: SaveState): string {
  if (state.kind === 'failed') return say('library.notSaved', { reason: state.reason });
  return say(state.kind === 'saved' ? 'library.saved' : 'library.saving');
}
