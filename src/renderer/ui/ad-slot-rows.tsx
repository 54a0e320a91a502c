/** The parts of an ad slot that are lists: which sizes from which width of the window on, and what it is targeted by. */
import { type ReactNode, useState } from 'react';
import type { BlockAttributes } from '../../article/blocks/index.ts';
import { say } from '../../language/index.ts';
import { readSizes, readViewport, writeSizes } from './ad-sizes.ts';
import { Entry } from './entry.tsx';

type Mapping = BlockAttributes<'adSlot'>['mapping'];
type Targeting = BlockAttributes<'adSlot'>['targeting'];

interface Draft {
  readonly key: number;
  readonly first: string;
  readonly second: string;
}

/** Rows of two texts that may be unfinished while someone types; the block gets what can be read of them. */
function useDrafts(rows: readonly (readonly [string, string])[], keep: (drafts: readonly Draft[]) => void): { readonly drafts: readonly Draft[]; readonly set: (draft: Draft) => void; readonly remove: (key: number) => void; readonly add: () => void } {
  const [drafts, setDrafts] = useState<readonly Draft[]>(() => rows.map(([first, second], key) => ({ key, first, second })));
  const change = (next: readonly Draft[]): void => {
    setDrafts(next);
    keep(next);
  };
  return {
    drafts,
    set: (draft) => change(drafts.map((old) => (old.key === draft.key ? draft : old))),
    remove: (key) => change(drafts.filter((old) => old.key !== key)),
    add: () => setDrafts([...drafts, { key: Math.max(-1, ...drafts.map(({ key }) => key)) + 1, first: '', second: '' }]),
  };
}

interface RowsProps {
  readonly label: string;
  readonly add: string;
  readonly names: readonly [string, string];
  readonly hints: readonly [string, string];
  readonly isBad: (draft: Draft) => readonly [boolean, boolean];
  readonly rows: ReturnType<typeof useDrafts>;
}

function Rows({ label, add, names, hints, isBad, rows }: RowsProps): ReactNode {
  return (
    <fieldset className="form-rows">
      <legend>{label}</legend>
      {rows.drafts.map((draft) => {
        const [badFirst, badSecond] = isBad(draft);
        return (
          <div key={draft.key} className="form-row">
            <Entry label={names[0]} value={draft.first} placeholder={hints[0]} aria-invalid={badFirst} onText={(first) => rows.set({ ...draft, first })} />
            <Entry label={names[1]} value={draft.second} placeholder={hints[1]} aria-invalid={badSecond} onText={(second) => rows.set({ ...draft, second })} />
            <button type="button" className="tool" aria-label={say('editor.removeRowOf', { what: draft.first || names[0] })} onClick={() => rows.remove(draft.key)}>{say('editor.signRemove')}</button>
          </div>
        );
      })}
      <button type="button" className="btn quiet small" onClick={rows.add}>{add}</button>
    </fieldset>
  );
}

/** From which width of the window on which sizes are asked for. */
export function MappingForm({ mapping, onMapping }: { readonly mapping: Mapping; readonly onMapping: (mapping: Mapping) => void }): ReactNode {
  const rows = useDrafts(
    mapping.map(({ viewport, sizes }) => [viewport[1] === 0 ? String(viewport[0]) : viewport.join('×'), writeSizes(sizes)]),
    (drafts) => onMapping(drafts.flatMap(({ first, second }) => {
      const viewport = readViewport(first);
      const sizes = readSizes(second);
      return viewport && sizes ? [{ viewport, sizes }] : [];
    })),
  );
  return <Rows label={say('editor.adMapping')} add={say('editor.adMappingAdd')} names={[say('editor.adViewport'), say('editor.adSizes')]} hints={['768', '728×90']} isBad={({ first, second }) => [first + second !== '' && readViewport(first) === null, readSizes(second) === null]} rows={rows} />;
}

/** Keys and their values, as the ad server knows them. */
export function TargetingForm({ targeting, onTargeting }: { readonly targeting: Targeting; readonly onTargeting: (targeting: Targeting) => void }): ReactNode {
  const rows = useDrafts(
    Object.entries(targeting).map(([key, values]) => [key, values.join(', ')]),
    (drafts) => onTargeting(Object.fromEntries(drafts.filter(({ first }) => isKey(first)).map(({ first, second }) => [first.trim(), second.split(',').map((value) => value.trim()).filter((value) => value !== '')]))),
  );
  return <Rows label={say('editor.adTargeting')} add={say('editor.adTargetingAdd')} names={[say('editor.adKey'), say('editor.adValues')]} hints={['section', 'city, transport']} isBad={({ first }) => [first !== '' && !isKey(first), false]} rows={rows} />;
}

/** What ad servers take as a key: no blank and none of the signs they use themselves. */
const isKey = (text: string): boolean => /^[^\s"'=!+#*~;^()<>[\],&]{1,64}$/u.test(text.trim());
