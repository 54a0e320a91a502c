import { type ReactNode, useMemo, useState } from 'react';
import type { Article } from '../../article/article.ts';
import { layoutOf, pageNames, pages } from '../../article/checks/ad-layout.ts';
import { type AdPlan, planAds } from '../../article/checks/ad-plan.ts';
import { attributeOf, blocksIn, idOf } from '../../article/checks/text.ts';
import { collapsingSlots, type SlotDefinition } from '../../article/newsroom/ad-slots.ts';
import { plain } from '../../article/plain.ts';
import { say } from '../../language/index.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Field, Select } from '../ui/field.tsx';
import { useNewsroom } from '../ui/newsroom.ts';
import './ads.css';
import { PageStrip } from './page-strip.tsx';

interface AdsViewProps {
  /** As it stands in the editor, so that its blocks are the editor's own. */
  readonly article: Article;
  readonly readOnly: boolean;
  readonly placeOf: (blockId: string | null) => string;
  readonly onPlace: (article: Article) => void;
  readonly onClose: () => void;
}

/** Height of the tallest strip on the screen, pixels; shorter articles are shown no larger than a fifth. */
const tallest = 360;
const largestScale = 200;

/** Where ads fall on three pages, and where they would stand if Galley placed them. */
export function AdsView({ article, readOnly, placeOf, onPlace, onClose }: AdsViewProps): ReactNode {
  const { adSlots } = useNewsroom();
  const [wanted, setWanted] = useState('');
  const [shown, setShown] = useState<'now' | 'planned'>('planned');
  const plan = useMemo(() => planAds(article, { definitions: adSlots, ...(wanted === '' ? {} : { wanted: Number(wanted) }) }), [article, adSlots, wanted]);
  const most = useMemo(() => planAds(article, { definitions: adSlots }).slots.length, [article, adSlots]);
  const isChanged = plan.article !== article;
  return (
    <Dialog label={say('ads.title')} kind="ads" onClose={onClose}>
      <header className="dialog-head">
        <div>
          <h1>{say('ads.title')}</h1>
          <p>{say('ads.about')}</p>
        </div>
        <Button onClick={onClose} aria-label={say('ads.close')}>{say('library.close')}</Button>
      </header>
      <div className="ads-body">
        <div className="ads-bar">
          <div role="group" aria-label={say('ads.shown')} className="ads-shown">
            {(['now', 'planned'] as const).map((name) => <Button key={name} small aria-pressed={shown === name} onClick={() => setShown(name)}>{say(`ads.${name}`)}</Button>)}
          </div>
          <Field label={say('ads.wanted')}>
            {(ids) => <Select {...ids} value={wanted} choices={[{ value: '', label: say('ads.wantedMost') }, ...Array.from({ length: most + 1 }, (_, count) => ({ value: String(count), label: String(count) }))]} onChoose={setWanted} />}
          </Field>
        </div>
        <Pages article={shown === 'now' ? article : plan.article} adSlots={adSlots} />
        <Proposals plan={plan} isChanged={isChanged} placeOf={placeOf} />
      </div>
      {readOnly ? null : <footer className="ads-foot"><Button kind="primary" disabled={!isChanged} onClick={() => onPlace(plan.article)}>{say('ads.place')}</Button></footer>}
    </Dialog>
  );
}

function Pages({ article, adSlots }: { readonly article: Article; readonly adSlots: readonly SlotDefinition[] }): ReactNode {
  const { layouts, slotIds, scale } = useMemo(() => {
    const body = (plain(article).body.content ?? []).slice(3);
    const collapsing = collapsingSlots(adSlots);
    const all = pageNames.map((name) => ({ name, layout: layoutOf(body, article.images, pages[name], collapsing) }));
    const ids = new Map(body.flatMap(blocksIn).filter(({ type }) => type === 'adSlot').map((slot) => [idOf(slot), attributeOf(slot, 'slotId')]));
    return { layouts: all, slotIds: ids, scale: Math.min(largestScale, (tallest * 1000) / Math.max(1, ...all.map(({ layout }) => layout.height))) };
  }, [article, adSlots]);
  const anyCollapses = layouts.some(({ layout }) => layout.blocks.some(({ collapses }) => collapses));
  return (
    <>
      <div className="strips">
        {layouts.map(({ name, layout }) => <PageStrip key={name} name={say(`ads.${name}`)} page={pages[name]} layout={layout} slotIds={slotIds} scale={scale} />)}
      </div>
      {anyCollapses ? <p className="field-hint">{say('ads.collapses')}</p> : null}
    </>
  );
}

interface ProposalsProps {
  readonly plan: AdPlan;
  readonly isChanged: boolean;
  readonly placeOf: (blockId: string | null) => string;
}

function Proposals({ plan, isChanged, placeOf }: ProposalsProps): ReactNode {
  return (
    <section className="proposals" aria-label={say('ads.proposed')}>
      <h2>{say('ads.proposed')}</h2>
      {plan.slots.length === 0 ? <p>{say('ads.none')}</p> : isChanged ? null : <p>{say('ads.unchanged')}</p>}
      <ul>
        {plan.slots.map(({ slot, after, change, why }) => (
          <li key={idOf(slot)}>
            <span className={`pill ${change}`}>{say(`ads.change-${change}`)}</span>
            <span><b>{attributeOf(slot, 'slotId')}</b> {say('ads.after', { place: placeOf(after) })}</span>
            <span className="field-hint">{why}</span>
          </li>
        ))}
        {plan.removed.map((slot) => (
          <li key={idOf(slot)}>
            <span className="pill stop">{say('ads.change-removed')}</span>
            <span><b>{attributeOf(slot, 'slotId')}</b></span>
            <span className="field-hint">{say('ads.removedWhy')}</span>
          </li>
        ))}
      </ul>
      <p className="field-hint">{plan.limit}</p>
    </section>
  );
}
