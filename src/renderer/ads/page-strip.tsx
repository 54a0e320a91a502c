import type { ReactNode } from 'react';
import { type Layout, mostDensity, type Page, pages } from '../../article/checks/ad-layout.ts';
import { say } from '../../language/index.ts';

interface PageStripProps {
  readonly name: string;
  readonly page: Page;
  readonly layout: Layout;
  /** Slot ids by block. */
  readonly slotIds: ReadonlyMap<string, string>;
  /** Screen pixels for a thousand of the page. */
  readonly scale: number;
}

/** One page from top to bottom, small: text as grey, ads as what they are, and the share they take in one number. */
export function PageStrip({ name, page, layout, slotIds, scale }: PageStripProps): ReactNode {
  const [percent, least] = [Math.round(layout.density * 100), Math.round(layout.leastDensity * 100)];
  const isOver = layout.density > mostDensity;
  // The limit is one for phones; elsewhere it is worth a look.
  return (
    <figure className="strip" aria-label={say('ads.densityOf', { page: name, percent, least: least === percent ? -1 : least, verdict: isOver ? 'over' : 'good', limit: mostDensity * 100 })}>
      <figcaption>
        <span>{name}</span>
        <b className={isOver ? (page === pages.phone ? 'stop' : 'warn') : 'good'}>{say(least === percent ? 'ads.density' : 'ads.densityFrom', { percent, least })}</b>
      </figcaption>
      <div className="strip-page" style={{ width: (page.column * scale) / 1000 }}>
        {layout.blocks.map(({ blockId, kind, height, collapses }) => (
          <div key={blockId} className={`strip-${kind} ${collapses ? 'may-go' : ''}`} style={{ height: (height * scale) / 1000 }}>
            {kind === 'ad' ? <span>{say(collapses ? 'ads.adOrNothing' : 'ads.adOf', { slotId: slotIds.get(blockId) ?? '', height })}</span> : null}
          </div>
        ))}
      </div>
    </figure>
  );
}
