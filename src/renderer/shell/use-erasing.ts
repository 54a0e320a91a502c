import type { RefObject } from 'react';
import type { Editor } from '@tiptap/core';
import { say } from '../../language/index.ts';
import type { EditorHandle } from '../editor/article-editor.tsx';
import { useNotices } from '../ui/notices.tsx';
import { runCommand, useCommands } from './command-desk.ts';
import { askToErasePassage } from './erasing.ts';
import type { Desk } from './use-desk.ts';
import type { FindDesk } from './use-find.ts';

interface ErasingContext {
  readonly articleId: string;
  readonly editor: RefObject<EditorHandle | null>;
  readonly desk: Desk;
  readonly find: FindDesk;
}

/** Deleting words for good: those that are selected, or those the find panel looks for. @returns what the find panel's button does */
export function useErasing({ articleId, editor, desk, find }: ErasingContext): () => void {
  const notices = useNotices();
  // The page is made anew from the store: its undo history must not have the words either.
  const done = (): void => void desk.openId(articleId).then(desk.refresh);
  const { query } = find;
  const eraseFound = (): void => {
    const { text, matchCase, wholeWord, matchAccents } = query;
    void askToErasePassage({ articleId, passage: { phrases: [text], matchCase, wholeWord, matchAccents } }, notices, { leave: desk.leave, done });
  };
  const isLookingFor = find.open !== null && find.hits.length > 0 && !query.isRegex;
  useCommands({
    'erase-passage': () => {
      const selected = editor.current ? selectedPhrases(editor.current.editor) : [];
      if (selected.length > 0) void askToErasePassage({ articleId, passage: { phrases: selected, matchCase: false, wholeWord: false, matchAccents: true } }, notices, { leave: desk.leave, done });
      else if (isLookingFor) eraseFound();
      else {
        runCommand('find');
        notices.show({ text: say('find.eraseHow') });
      }
    },
  });
  return eraseFound;
}

/** The selected words of each block they go through. */
function selectedPhrases({ state: { doc, selection } }: Editor): string[] {
  if (selection.empty) return [];
  const phrases: string[] = [];
  doc.nodesBetween(selection.from, selection.to, (node, start) => {
    if (!node.isTextblock) return true;
    const text = node.textBetween(Math.max(0, selection.from - start - 1), Math.min(node.content.size, selection.to - start - 1), '\n', '\n').trim();
    if (text !== '') phrases.push(text);
    return false;
  });
  return phrases;
}
