import type { RefObject } from 'react';
import { flushSync } from 'react-dom';
import { commands } from '../../ipc/commands.ts';
import type { EditorHandle } from '../editor/article-editor.tsx';
import { type Handlers, useCommands } from './command-desk.ts';
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

const textHandlers = (editor: RefObject<EditorHandle | null>): Handlers => Object.fromEntries(commands.flatMap(({ name, ofText }) => (ofText ? [[name, () => editor.current?.run(name)]] : [])));
