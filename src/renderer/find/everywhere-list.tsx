import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useMemo, useRef } from 'react';
import { type Hit, hitKey } from '../../article/find/index.ts';
import type { FoundArticle } from '../../ipc/everywhere.ts';
import { say } from '../../language/index.ts';
import type { ShownHit } from './hit-list.tsx';

export type Words = Pick<ShownHit, 'place' | 'before' | 'found' | 'after'>;

export interface EverywhereListProps {
  readonly rows: readonly FoundArticle[];
  readonly nameOf: (found: FoundArticle) => string;
  readonly wordsOf: (hit: Hit) => Words;
  /** What takes a hit's place. */
  readonly putOf: (hit: Hit) => string;
  readonly isSpared: (found: FoundArticle, hit: Hit) => boolean;
  readonly onSpare: (found: FoundArticle, hits: readonly Hit[], isSpared: boolean) => void;
  readonly disabled: boolean;
}

type Item = { readonly found: FoundArticle; readonly hit: Hit | null; readonly index: number };

/** Heights before they are measured, pixels. */
const usualHeight = 46;

/** Each article with its hits, before and after; only those in sight are in the page. */
export function EverywhereList(props: EverywhereListProps): ReactNode {
  const { rows } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const items = useMemo(() => rows.flatMap((found): Item[] => [{ found, hit: null, index: 0 }, ...found.hits.map((hit, index) => ({ found, hit, index }))]), [rows]);
  // oxlint-disable-next-line react/incompatible-library -- its functions are called here, never memoized against
  const virtualizer = useVirtualizer({ count: items.length, getScrollElement: () => scroller.current, estimateSize: () => usualHeight, overscan: 12 });
  return (
    <div ref={scroller} className="everywhere-list" tabIndex={0} role="region" aria-label={say('find.everywhereResults')}>
      <ul style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map(({ key, index, start }) => {
          const item = items[index];
          if (!item) return null;
          return (
            <li key={key} ref={virtualizer.measureElement} data-index={index} className={item.hit ? 'hit' : 'everywhere-article'} style={{ transform: `translateY(${start}px)` }}>
              {item.hit ? <HitRow {...props} found={item.found} hit={item.hit} index={item.index} /> : <ArticleRow {...props} found={item.found} />}
            </li>
          );
        })}
      </ul>
    </div>
  );
}

function ArticleRow({ found, nameOf, isSpared, onSpare, disabled }: EverywhereListProps & { readonly found: FoundArticle }): ReactNode {
  const { summary, hits, isEmbargoed } = found;
  const chosen = hits.filter((hit) => !isSpared(found, hit)).length;
  const some = (box: HTMLInputElement | null): void => {
    if (box) box.indeterminate = chosen > 0 && chosen < hits.length;
  };
  return (
    <label>
      <input ref={some} type="checkbox" aria-label={say('find.everywhereTakeArticle', { name: nameOf(found) })} checked={chosen > 0} disabled={disabled} onChange={() => onSpare(found, hits, chosen > 0)} />
      <b>{nameOf(found)}</b>
      <span className="everywhere-facts">
        <span><i className={`dot ${summary.state}`} />{say(`library.state-${summary.state}`)}</span>
        {isEmbargoed ? <span className="everywhere-embargo">{say('find.everywhereEmbargo')}</span> : null}
        <span>{say('find.everywhereHits', { count: hits.length })}</span>
      </span>
    </label>
  );
}

function HitRow({ found, hit, index, nameOf, wordsOf, putOf, isSpared, onSpare, disabled }: EverywhereListProps & { readonly found: FoundArticle; readonly hit: Hit; readonly index: number }): ReactNode {
  const { place, before, found: words, after } = wordsOf(hit);
  const isTaken = !isSpared(found, hit);
  return (
    <label key={hitKey(hit)}>
      <input type="checkbox" aria-label={say('find.everywhereTakeHit', { number: index + 1, name: nameOf(found) })} checked={isTaken} disabled={disabled} onChange={() => onSpare(found, [hit], isTaken)} />
      <span>
        <span className="hit-place">{place}</span>
        <span className="hit-words">{before}{isTaken ? <><del>{words}</del><ins>{putOf(hit)}</ins></> : <mark>{words}</mark>}{after}</span>
      </span>
    </label>
  );
}
