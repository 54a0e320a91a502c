import type { ReactNode } from 'react';
import { fieldNameFault, renamableFields } from '../../article/export/markdown/field-names.ts';
import { say } from '../../language/index.ts';
import { KeptField } from './kept-field.tsx';
import type { Section, SectionProps } from './section.ts';

/** What the newsroom's site calls the fields of the front matter. */
function MarkdownFields({ settings, set }: SectionProps): ReactNode {
  const names = settings.fieldNames;
  return (
    <>
      <span className="field-hint">{say('settings.markdownHint')}</span>
      <div className="settings-columns">
        {renamableFields.map((field) => (
          <KeptField key={field} label={field} hint="" value={names[field] ?? ''} errorOf={(name) => fieldNameFault(names, field, name)} onKeep={(name) => set({ fieldNames: { ...names, [field]: name } })} />
        ))}
      </div>
    </>
  );
}

export const markdownSection: Section = { title: 'settings.markdown', View: MarkdownFields };
