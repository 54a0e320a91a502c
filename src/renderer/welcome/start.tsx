import type { ReactNode } from 'react';
import { say } from '../../language/index.ts';
import { useKeysText } from '../ui/chosen-keys.ts';
import './welcome.css';

interface StartProps {
  readonly onNew: () => void;
  readonly onImport: () => void;
  readonly onSample: () => void;
}

/** What stands in the middle while no article is open: never an empty grey window. */
export function Start({ onNew, onImport, onSample }: StartProps): ReactNode {
  const keysText = useKeysText();
  return (
    <div className="start">
      <h1>{say('welcome.start')}</h1>
      <p>{say('welcome.startAbout')}</p>
      <div className="cards">
        <Card name={say('welcome.newArticle')} about={say('welcome.newArticleAbout')} shortcut={keysText('new-article')} onClick={onNew} />
        <Card name={say('welcome.import')} about={say('welcome.importAbout')} shortcut={keysText('import')} onClick={onImport} />
        <Card name={say('welcome.sample')} about={say('welcome.sampleAbout')} shortcut="" onClick={onSample} />
      </div>
    </div>
  );
}

function Card({ name, about, shortcut, onClick }: { readonly name: string; readonly about: string; readonly shortcut: string; readonly onClick: () => void }): ReactNode {
  return (
    <button type="button" className="card" aria-description={about} onClick={onClick}>
      <b>{name}</b>
      <span aria-hidden="true">{about}</span>
      {shortcut ? <kbd aria-hidden="true">{shortcut}</kbd> : null}
    </button>
  );
}
