import type { ReactNode } from 'react';
import type { Typing } from '../../article/newsroom/typing.ts';
import { say } from '../../language/index.ts';
import { Button } from '../ui/button.tsx';
import { Entry } from '../ui/entry.tsx';
import type { Section, SectionProps } from './section.ts';
import { useKeptList } from './use-kept-list.ts';

type Substitution = Typing['substitutions'][number];

function errorOf(list: readonly Substitution[]): string {
  const bad = list.find(({ short, long }) => short === '' || /\s/u.test(short) || long === '');
  if (bad) return say('settings.shortFault', { short: bad.short });
  const twice = list.find(({ short }, index) => list.findIndex((other) => other.short === short) !== index);
  return twice ? say('settings.shortTwice', { short: twice.short }) : '';
}

/** What typed text turns into. */
function TypingForm({ settings, set }: SectionProps): ReactNode {
  const { newsroom } = settings;
  const change = (patch: Partial<Typing>): void => set({ newsroom: { ...newsroom, typing: { ...newsroom.typing, ...patch } } });
  const list = useKeptList(newsroom.typing.substitutions, errorOf, (items) => change({ substitutions: [...items] }));
  return (
    <div className="settings-fields" onBlur={list.onBlur}>
      <label className="settings-check"><input type="checkbox" checked={newsroom.typing.smart} onChange={(event) => change({ smart: event.target.checked })} />{say('settings.typingSmart')}</label>
      <label className="settings-check"><input type="checkbox" checked={newsroom.typing.markdown} onChange={(event) => change({ markdown: event.target.checked })} />{say('settings.typingMarkdown')}</label>
      <p>{say('settings.shortAbout')}</p>
      {list.items.map((item, index) => (
        // What is typed here is the item's own name: its place is what it is known by.
        <div key={index} className="short-form">
          <Entry label={say('settings.short')} value={item.short} onText={(short) => list.change(index, { ...item, short })} />
          <Entry label={say('settings.long')} value={item.long} onText={(long) => list.change(index, { ...item, long })} />
          <Button small aria-label={say('settings.shortRemove', { short: item.short })} onClick={() => list.set(list.items.filter((_, at) => at !== index))}>{'×'}</Button>
        </div>
      ))}
      {list.error ? <p className="field-error" role="alert">{list.error}</p> : null}
      <div><Button small onClick={() => list.set([...list.items, { short: '', long: '' }])}>{say('settings.shortAdd')}</Button></div>
    </div>
  );
}

export const typingSection: Section = { title: 'settings.typing', View: TypingForm };
