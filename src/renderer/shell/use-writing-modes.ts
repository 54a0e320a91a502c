import { type RefObject, useEffect } from 'react';
import type { Settings } from '../../ipc/contract.ts';
import { say } from '../../language/index.ts';
import type { EditorHandle } from '../editor/article-editor.tsx';
import { setWritingMode } from '../editor/writing-modes.ts';
import { useNotices } from '../ui/notices.tsx';
import { useCommands } from './command-desk.ts';

interface ModesContext {
  readonly editor: RefObject<EditorHandle | null>;
  readonly settings: Pick<Settings, 'typewriter' | 'focus'>;
  readonly onSettings: (patch: Partial<Settings>) => void;
}

/** Typewriter and focus: remembered, and said when they change, as their menu entry cannot show it. */
export function useWritingModes({ editor, settings: { typewriter, focus }, onSettings }: ModesContext): void {
  const notices = useNotices();
  useEffect(() => setWritingMode('typewriter', typewriter, editor.current?.editor.view ?? null), [typewriter, editor]);
  useEffect(() => setWritingMode('focus', focus, editor.current?.editor.view ?? null), [focus, editor]);
  useCommands({
    'toggle-typewriter': () => {
      onSettings({ typewriter: !typewriter });
      notices.show({ id: 'mode', text: say(typewriter ? 'library.typewriterOff' : 'library.typewriterOn') });
    },
    'toggle-focus': () => {
      onSettings({ focus: !focus });
      notices.show({ id: 'mode', text: say(focus ? 'library.focusOff' : 'library.focusOn') });
    },
  });
}
