import type { RefObject } from 'react';
import { flushSync } from 'react-dom';
import { commands } from '../../ipc/commands.ts';
import type { EditorHandle } from '../editor/article-editor.tsx';
import { type Handlers, useCommands } from './command-desk.ts';
import { strokeOf } from '../ui/keys.ts';
import type { HistoryDesk } from './history-desk.ts';
import type { Layout } from './use-layout.ts';

interface ArticleContext {
  readonly editor: RefObject<EditorHandle | null>;
  readonly history: HistoryDesk;
  readonly layout: Layout;
}

/** The commands that need an open article. */
export function useArticleCommands({ editor, history, layout }: ArticleContext): void {
  useCommands({
    'save-revision': () => void history.save(),
    approve: () => void history.approve(),
    'block-history': () => history.showBlock(editor.current?.caretBlock() || null),
    compare: () => void history.compare(),
    'compare-approved': () => void history.compareWithLast('approved'),
    'compare-exported': () => void history.compareWithLast('exported'),
    'compare-published': () => void history.compareWithLast('published'),
    'compare-file': () => void history.compareWithFile(null),
    export: () => layout.showTab('export'),
    details: () => layout.showTab('details'),
    checks: () => layout.showTab('checks'),
    history: () => layout.showTab('history'),
    notes: () => {
      flushSync(() => layout.showTab('notes'));
      document.querySelector<HTMLElement>('.notes-pad')?.focus();
    },
    'state-draft': () => void history.setState('draft'),
    'state-in-review': () => void history.setState('in-review'),
    'state-published': () => void history.setState('published'),
    ...textHandlers(editor),
  });
}

/** Commands of the text do what their keys do: the text hears the keys. */
function textHandlers(editor: RefObject<EditorHandle | null>): Handlers {
  const strike = (keys: string): void => {
    const view = editor.current?.editor.view;
    if (!view) return;
    view.focus();
    view.someProp('handleKeyDown', (hear) => hear(view, strokeOf(keys)));
  };
  return Object.fromEntries(commands.flatMap(({ name, keys, ofText }) => (ofText && keys ? [[name, () => strike(keys)]] : [])));
}
