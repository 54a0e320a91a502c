import { type KeyboardEvent, type ReactNode, type Ref, useEffect, useImperativeHandle, useRef } from 'react';
import type { FindQuery } from '../../article/find/index.ts';
import { say } from '../../language/index.ts';
import { Button } from '../ui/button.tsx';
import { Input } from '../ui/field.tsx';
import './find.css';
import { HitList, type ShownHit } from './hit-list.tsx';

export interface FindPanelProps {
  readonly withReplace: boolean;
  readonly query: FindQuery;
  readonly replacement: string;
  readonly hits: readonly ShownHit[];
  readonly error: string;
  readonly isSearching: boolean;
  readonly current: number;
  /** Nothing can be replaced in an article that is only read. */
  readonly readOnly: boolean;
  readonly isInSelection: boolean;
  readonly onInSelection: () => void;
  readonly onQuery: (query: FindQuery) => void;
  readonly onReplacement: (text: string) => void;
  readonly onShowReplace: () => void;
  readonly onGo: (index: number) => void;
  readonly onSpare: (index: number, isSpared: boolean) => void;
  readonly onReplaceOne: () => void;
  readonly onReplaceAll: () => void;
  readonly onErase: () => void;
  /** Escape: to the hit that is shown. */
  readonly onClose: () => void;
  /** Opening it again puts the caret into its field. */
  readonly ref?: Ref<{ focus: () => void }>;
}

export const queryOptions = ['matchCase', 'wholeWord', 'matchAccents', 'isRegex'] as const;

/** Over the page's corner: what is looked for, how, each hit in its sentence, and what takes its place. */
export function FindPanel(props: FindPanelProps): ReactNode {
  const { withReplace, query, hits, error, current, readOnly, onQuery, onGo, onClose, ref } = props;
  const input = useRef<HTMLInputElement>(null);
  const focus = (): void => {
    input.current?.focus();
    input.current?.select();
  };
  useImperativeHandle(ref, () => ({ focus }), []);
  useEffect(focus, [withReplace]);
  const key = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    onClose();
  };
  return (
    <section className="find" aria-label={say('find.title')} onKeyDown={key}>
      {/* From what is looked for the Tab key leads to what takes its place, and only then to the buttons. */}
      <div className="find-texts">
        <Input ref={input} type="search" aria-label={say('find.text')} placeholder={say('find.text')} aria-invalid={error !== ''} value={query.text} onChange={(event) => onQuery({ ...query, text: event.target.value })} onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
          event.preventDefault();
          onGo(current + (event.shiftKey ? -1 : 1));
        }} />
        {withReplace ? <div className="find-replacement"><Input aria-label={say('find.replacement')} placeholder={say('find.replacement')} disabled={readOnly} value={props.replacement} onChange={(event) => props.onReplacement(event.target.value)} /></div> : null}
        <div className="find-ways">
          <Button kind="quiet" small aria-label={say('find.previous')} disabled={hits.length === 0} onClick={() => onGo(current - 1)}><span aria-hidden="true">{'↑'}</span></Button>
          <Button kind="quiet" small aria-label={say('find.next')} disabled={hits.length === 0} onClick={() => onGo(current + 1)}><span aria-hidden="true">{'↓'}</span></Button>
          <Button kind="quiet" small onClick={onClose}>{say('library.close')}</Button>
        </div>
      </div>
      {/* Without hits the buttons are off: who pressed one by key is not left without a place. */}
      {withReplace ? <ReplaceRow {...props} onReplaceOne={() => { if (hits.length === 1) focus(); props.onReplaceOne(); }} onReplaceAll={() => { focus(); props.onReplaceAll(); }} /> : null}
      <div className="find-row find-options" role="group" aria-label={say('find.title')}>
        {queryOptions.map((name) => <Button key={name} small kind="quiet" aria-pressed={query[name]} onClick={() => onQuery({ ...query, [name]: !query[name] })}>{say(`find.${name}`)}</Button>)}
        <Button small kind="quiet" aria-pressed={props.isInSelection} onClick={props.onInSelection}>{say('find.inSelection')}</Button>
        {withReplace || readOnly ? null : <Button small kind="quiet" onClick={props.onShowReplace}>{say('find.showReplace')}</Button>}
        {hits.length === 0 || query.isRegex ? null : <Button small kind="quiet" danger onClick={props.onErase}>{say('find.erase')}</Button>}
      </div>
      <p className={error ? 'field-error' : 'field-hint'} role="status">{error || (props.isSearching ? '' : countText(query.text, hits.length, current))}</p>
      {hits.length > 0 ? <HitList {...props} /> : null}
    </section>
  );
}

function countText(text: string, count: number, current: number): string {
  if (text === '') return '';
  return count === 0 ? say('find.count', { count }) : say('find.position', { current: current + 1, count });
}

function ReplaceRow({ hits, readOnly, onReplaceOne, onReplaceAll }: FindPanelProps): ReactNode {
  const count = hits.length;
  const chosen = hits.filter(({ isSpared }) => !isSpared).length;
  return (
    <div className="find-row">
      <Button small disabled={readOnly || count === 0} onClick={onReplaceOne}>{say('find.replaceOne')}</Button>
      <Button small kind="primary" disabled={readOnly || chosen === 0} onClick={onReplaceAll}>{chosen === count ? say('find.replaceAll', { count }) : say('find.replaceChosen', { chosen, count })}</Button>
    </div>
  );
}
