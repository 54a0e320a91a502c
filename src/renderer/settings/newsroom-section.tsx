import type { ReactNode } from 'react';
import * as v from 'valibot';
import { lineLength } from '../../article/newsroom/line-length.ts';
import { say } from '../../language/index.ts';
import { isLanguageTag, LanguageInput } from '../ui/language-input.tsx';
import { Input } from '../ui/field.tsx';
import { ZoneInput } from '../ui/zone-input.tsx';
import { isZone, presentName } from '../ui/zones.ts';
import { KeptField } from './kept-field.tsx';
import type { Section, SectionProps } from './section.ts';

function Newsroom({ settings, set }: SectionProps): ReactNode {
  return (
    <>
      <KeptField
        label={say('settings.zone')}
        hint={say('settings.zoneHint')}
        value={settings.zone}
        errorOf={(zone) => (isZone(zone) ? '' : say('welcome.zoneUnknown'))}
        onKeep={(zone) => set({ zone: presentName(zone) })}
        input={ZoneInput}
      />
      <KeptField
        label={say('settings.language')}
        hint={say('settings.languageHint')}
        value={settings.language}
        errorOf={(tag) => (isLanguageTag(tag) ? '' : say('details.languageUnknown', { tag }))}
        onKeep={(language) => set({ language })}
        input={LanguageInput}
      />
      <KeptField
        label={say('settings.lineLength')}
        hint={say('settings.lineLengthHint')}
        value={String(settings.newsroom.lineLength)}
        errorOf={(text) => (v.is(lineLength, Number(text)) ? '' : say('settings.lineLengthFault'))}
        onKeep={(text) => set({ newsroom: { ...settings.newsroom, lineLength: Number(text) } })}
        input={Input}
      />
    </>
  );
}

export const newsroomSection: Section = { title: 'settings.newsroom', View: Newsroom };
