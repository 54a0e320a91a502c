import { type ReactNode, useState } from 'react';
import type { BlockAttributes } from '../../article/blocks/index.ts';
import { usualSizes } from '../../article/newsroom/ad-slots.ts';
import { say } from '../../language/index.ts';
import { MappingForm, TargetingForm } from './ad-slot-rows.tsx';
import { readReserve, readSizes, writeSizes } from './ad-sizes.ts';
import { Entry } from './entry.tsx';

export type AdSlotFields = Omit<BlockAttributes<'adSlot'>, 'blockId'>;
interface AdSlotFormProps {
  readonly attrs: AdSlotFields;
  readonly onPatch: (patch: Partial<AdSlotFields>) => void;
  /** What stands above the fields. */
  readonly children?: ReactNode;
}

/** Everything an ad slot says, of a block or of the newsroom's list. Sizes and heights may be unfinished while someone types: what can be read is passed on. */
export function AdSlotForm({ attrs, onPatch: patch, children }: AdSlotFormProps): ReactNode {
  const [sizes, setSizes] = useState(() => writeSizes(attrs.sizes));
  const chooseSize = (size: readonly [number, number]): void => {
    const isThere = attrs.sizes.some(([width, height]) => width === size[0] && height === size[1]);
    const next = isThere ? attrs.sizes.filter(([width, height]) => width !== size[0] || height !== size[1]) : [...attrs.sizes, [size[0], size[1]] satisfies [number, number]];
    setSizes(writeSizes(next));
    patch({ sizes: next });
  };
  const [reserve, setReserve] = useState(() => (attrs.reserve === null ? '' : String(attrs.reserve)));
  const parsed = readSizes(sizes);
  const kept = readReserve(reserve);
  return (
    <div className="block-form">
      {children}
      <Entry label={say('editor.slotId')} value={attrs.slotId} onText={(slotId) => patch({ slotId })} />
      <Entry label={say('editor.adLabel')} value={attrs.label} onText={(label) => patch({ label })} />
      <Entry label={say('editor.adSizes')} value={sizes} placeholder="300×250, 320×50" aria-invalid={parsed === null} onText={(text) => {
        setSizes(text);
        const read = readSizes(text);
        if (read) patch({ sizes: read });
      }} />
      <Entry label={say('editor.adReserve')} value={reserve} inputMode="numeric" placeholder="250" aria-invalid={kept === undefined} onText={(text) => {
        setReserve(text);
        const read = readReserve(text);
        if (read !== undefined) patch({ reserve: read });
      }} />
      <Entry label={say('editor.adUnit')} value={attrs.unit} onText={(unit) => patch({ unit })} />
      <div className="size-choices" role="group" aria-label={say('editor.adUsualSizes')}>
        {usualSizes.map((size) => (
          <button key={writeSizes([size])} type="button" className="btn small" aria-pressed={attrs.sizes.some(([width, height]) => width === size[0] && height === size[1])} onClick={() => chooseSize(size)}>{writeSizes([size])}</button>
        ))}
      </div>
      <MappingForm mapping={attrs.mapping} onMapping={(mapping) => patch({ mapping })} />
      <TargetingForm targeting={attrs.targeting} onTargeting={(targeting) => patch({ targeting })} />
    </div>
  );
}
