import { type ReactNode, useState } from 'react';
import type { Snippet } from '../../article/newsroom/snippets.ts';
import { type CommandName, commands } from '../../ipc/commands.ts';
import { say } from '../../language/index.ts';
import { Chooser } from '../ui/chooser.tsx';
import { keysNow } from '../ui/chosen-keys.ts';
import { keysText } from '../ui/keys.ts';
import { fit } from './matching.ts';

interface PaletteProps {
  readonly canRun: (name: CommandName) => boolean;
  readonly onRun: (name: CommandName) => void;
  /** Those that can be put in now. */
  readonly snippets: readonly Snippet[];
  readonly onSnippet: (snippet: Snippet) => void;
  readonly onClose: () => void;
}

/** Every command that something in the window can answer now, and every snippet, by its name. */
export function Palette({ canRun, onRun, snippets, onSnippet, onClose }: PaletteProps): ReactNode {
  const [query, setQuery] = useState('');
  const [offered] = useState(() => [
    ...commands.filter(({ name }) => name !== 'palette' && canRun(name)).map(({ name, group }) => ({ id: String(name), label: say(`commands.${name}`), about: say(`commands.group-${group}`), keys: keysNow(name) && keysText(keysNow(name)), run: () => onRun(name) })),
    ...snippets.map((snippet, index) => ({ id: `snippet ${index}`, label: snippet.name, about: say('commands.group-snippet'), keys: snippet.short, run: () => onSnippet(snippet) })),
  ]);
  const items = offered
    .map((one) => ({ ...one, score: Math.max(fit(query, one.label), fit(query, `${one.about} ${one.label}`) / 2) }))
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score);
  return (
    <Chooser label={say('commands.search')} query={query} onQuery={setQuery} items={items} empty={say('commands.none')} onClose={onClose} onChoose={(id) => {
      onClose();
      offered.find((one) => one.id === id)?.run();
    }} />
  );
}
