import { type ReactNode, useState } from 'react';
import { safeAddress } from '../../article/address.ts';
import { say } from '../../language/index.ts';
import { Field, Input, Select } from '../ui/field.tsx';
import { isLanguageTag, LanguageInput } from '../ui/language-input.tsx';
import { Group, type GroupProps, Text } from './parts.tsx';
import { TagsField } from './tags-field.tsx';
import { TimeField } from './time-field.tsx';
import { useDraft } from './use-draft.ts';

const urgencies = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const;

/** What the story is called and where it belongs. */
export function StoryGroup(props: GroupProps): ReactNode {
  const { metadata, disabled, set } = props;
  const urgency = urgencies.find((value) => Number(value) === metadata.urgency) ?? '';
  return (
    <Group title={say('details.groupStory')} startsOpen>
      <Text {...props} field="slugline" />
      <div className="two">
        <Text {...props} field="section" />
        <Text {...props} field="genre" />
      </div>
      <TagsField value={metadata.tags} disabled={disabled} onChange={(tags) => set({ tags })} />
      <div className="two">
        <LanguageField {...props} />
        <Field label={say('details.urgency')} name="urgency">
          {(ids) => (
            <Select
              {...ids}
              disabled={disabled}
              value={urgency}
              choices={[{ value: '', label: say('details.urgencyNone') }, ...urgencies.map((value) => ({ value, label: say(`details.urgency-${value}`) }))]}
              onChoose={(value) => set({ urgency: value === '' ? null : Number(value) })}
            />
          )}
        </Field>
      </div>
      <Text {...props} field="source" />
    </Group>
  );
}

function LanguageField({ metadata, disabled, set }: GroupProps): ReactNode {
  const [draft, setDraft] = useDraft(metadata.language, (tag) => tag);
  const bad = !isLanguageTag(draft.trim());
  const edit = (text: string): void => {
    const tag = isLanguageTag(text.trim()) ? text.trim() : metadata.language;
    setDraft(text, tag);
    if (tag !== metadata.language) set({ language: tag });
  };
  return (
    <Field label={say('details.language')} name="language" error={bad ? say('details.languageUnknown', { tag: draft }) : null}>
      {(ids) => <LanguageInput {...ids} disabled={disabled} value={draft} onChange={(event) => edit(event.target.value)} />}
    </Field>
  );
}

export function TimesGroup({ metadata, disabled, zone, set }: GroupProps): ReactNode {
  return (
    <Group title={say('details.groupTimes')} startsOpen>
      <TimeField name="publishedAt" label={say('details.publishedAt')} value={metadata.publishedAt} zone={zone} disabled={disabled} onChange={(publishedAt) => set({ publishedAt })} />
      <TimeField name="updatedAt" label={say('details.updatedAt')} value={metadata.updatedAt} zone={zone} disabled={disabled} onChange={(updatedAt) => set({ updatedAt })} />
    </Group>
  );
}

/** What other channels and search engines show. */
export function ChannelsGroup(props: GroupProps): ReactNode {
  return (
    <Group title={say('details.groupChannels')}>
      <Text {...props} field="shortHeadline" counted />
      <Text {...props} field="socialHeadline" counted />
      <Text {...props} field="seoTitle" counted />
      <Text {...props} field="seoDescription" counted many />
      <Text {...props} field="urlSlug" hint={say('details.urlSlugHint')} />
      <AddressField {...props} />
    </Group>
  );
}

/** Only an address that may stand in an article is kept; what is not one yet stays in the input and says so. */
function AddressField({ metadata, disabled, set }: GroupProps): ReactNode {
  const [draft, setDraft] = useDraft(metadata.canonicalUrl, (address) => address);
  const [left, setLeft] = useState(false);
  const isGood = (text: string): boolean => text.trim() === '' || /^https?:/.test(safeAddress(text) ?? '');
  const edit = (text: string): void => {
    const address = isGood(text) ? text.trim() : metadata.canonicalUrl;
    setDraft(text, address);
    if (address !== metadata.canonicalUrl) set({ canonicalUrl: address });
  };
  return (
    <Field label={say('details.canonicalUrl')} name="canonicalUrl" error={left && !isGood(draft) ? say('details.canonicalBad') : null}>
      {(ids) => <Input {...ids} type="url" disabled={disabled} value={draft} onBlur={() => setLeft(true)} onChange={(event) => edit(event.target.value)} />}
    </Field>
  );
}
