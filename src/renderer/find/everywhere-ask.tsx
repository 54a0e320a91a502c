import { type ReactNode, useEffect, useRef } from 'react';
import { say } from '../../language/index.ts';
import { Button } from '../ui/button.tsx';
import type { EverywhereListProps } from './everywhere-list.tsx';
import type { Chosen } from './everywhere-run.ts';

/** Somebody has signed it, it is out, or it must not be out yet: nobody changes it in passing. */
export const isDelicate = ({ found: { summary, isEmbargoed } }: Chosen): boolean => summary.state === 'approved' || summary.state === 'published' || isEmbargoed;

interface EverywhereAskProps {
  readonly delicate: readonly Chosen[];
  readonly nameOf: EverywhereListProps['nameOf'];
  readonly onAll: () => void;
  readonly onLeaveOut: () => void;
  readonly onBack: () => void;
}

/** The question before articles are changed that are approved, published or under embargo. */
export function EverywhereAsk({ delicate, nameOf, onAll, onLeaveOut, onBack }: EverywhereAskProps): ReactNode {
  const first = useRef<HTMLDivElement>(null);
  useEffect(() => first.current?.querySelector('button')?.focus(), []);
  const whyOf = ({ found: { summary, isEmbargoed } }: Chosen): string => {
    const state = summary.state === 'approved' || summary.state === 'published' ? say(`library.state-${summary.state}`) : '';
    return [state, isEmbargoed ? say('find.everywhereEmbargo') : ''].filter((part) => part !== '').join(', ');
  };
  const count = delicate.length;
  return (
    <div className="everywhere-ask" role="group" aria-label={say('find.everywhereAsk', { count })}>
      <div role="alert">
        <b>{say('find.everywhereAsk', { count })}</b>
        <ul>{delicate.map((chosen) => <li key={chosen.found.summary.id}>{say('find.everywhereAskItem', { name: nameOf(chosen.found), why: whyOf(chosen) })}</li>)}</ul>
        <p>{say('find.everywhereAskWhat')}</p>
      </div>
      <div ref={first} className="find-row">
        <Button onClick={onLeaveOut}>{say('find.everywhereAskOut', { count })}</Button>
        <Button onClick={onAll}>{say('find.everywhereAskAll', { count })}</Button>
        <Button kind="quiet" onClick={onBack}>{say('find.everywhereAskBack')}</Button>
      </div>
    </div>
  );
}
