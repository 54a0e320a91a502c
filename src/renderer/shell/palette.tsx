import { type ReactNode, useState } from 'react';
import { type CommandName, commands } from '../../ipc/commands.ts';
import { say } from '../../language/index.ts';
import { Chooser } from '../ui/chooser.tsx';
import { keysNow } from '../ui/chosen-keys.ts';
import { keysText } from '../ui/keys.ts';
import { fit } from './matching.ts';

/** Every command that something in the window can answer now, by its name. */
export function Palette({ canRun, onRun, onClose }: { readonly canRun: (name: CommandName) => boolean; readonly onRun: (name: CommandName) => void; readonly onClose: () => void }): ReactNode {
  const [query, setQuery] = useState('');
  const [offered] = useState(() => commands.filter(({ name }) => name !== 'palette' && canRun(name)).map(({ name, group }) => ({ name, label: say(`commands.${name}`), about: say(`commands.group-${group}`), keys: keysNow(name) && keysText(keysNow(name)) })));
  const items = offered
    .map((one) => ({ id: one.name, ...one, score: Math.max(fit(query, one.label), fit(query, `${one.about} ${one.label}`) / 2) }))
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score);
  return (
    <Chooser label={say('commands.search')} query={query} onQuery={setQuery} items={items} empty={say('commands.none')} onClose={onClose} onChoose={(id) => {
      const chosen = offered.find(({ name }) => name === id);
      onClose();
      if (chosen) onRun(chosen.name);
    }} />
  );
}
