import type { ReactNode } from 'react';
import { say } from '../../language/index.ts';
import { KeptField } from './kept-field.tsx';
import type { Section, SectionProps } from './section.ts';

const isWhole = (text: string, most: number): boolean => /^\d{1,5}$/u.test(text) && Number(text) >= 1 && Number(text) <= most;

/** `480, 960` as numbers, rising; null where it is no such list. */
function widthsOf(text: string): readonly number[] | null {
  const words = text.split(/[,\s]+/u).filter((word) => word !== '');
  const isList = words.length <= 10 && words.every((word) => isWhole(word, 20_000) && Number(word) >= 16);
  return isList ? [...new Set(words.map(Number))].toSorted((a, b) => a - b) : null;
}

function Pictures({ settings: { pictures }, set }: SectionProps): ReactNode {
  return (
    <>
      <KeptField
        label={say('settings.longest')}
        hint={say('settings.longestHint')}
        value={pictures.longest === 0 ? '' : String(pictures.longest)}
        errorOf={(text) => (text === '' || isWhole(text, 20_000) ? '' : say('settings.longestWrong'))}
        onKeep={(text) => set({ pictures: { ...pictures, longest: Number(text) } })}
      />
      <KeptField
        label={say('settings.widths')}
        hint={say('settings.widthsHint')}
        value={pictures.widths.join(', ')}
        errorOf={(text) => (widthsOf(text) ? '' : say('settings.widthsWrong'))}
        onKeep={(text) => set({ pictures: { ...pictures, widths: widthsOf(text) ?? [] } })}
      />
      <KeptField
        label={say('settings.quality')}
        hint={say('settings.qualityHint')}
        value={String(pictures.quality)}
        errorOf={(text) => (isWhole(text, 100) ? '' : say('settings.qualityWrong'))}
        onKeep={(text) => set({ pictures: { ...pictures, quality: Number(text) } })}
      />
      <div className="field">
        <label className="check"><input type="checkbox" checked={pictures.keepsPlace} onChange={(event) => set({ pictures: { ...pictures, keepsPlace: event.target.checked } })} />{say('settings.keepsPlace')}</label>
        <span className="field-hint">{say('settings.keepsPlaceHint')}</span>
      </div>
    </>
  );
}

export const picturesSection: Section = { title: 'settings.pictures', View: Pictures };
