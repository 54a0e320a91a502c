import { type RefObject, useMemo, useState } from 'react';
import type { Article } from '../../article/article.ts';
import type { Scope } from '../../article/find/scope.ts';
import { say } from '../../language/index.ts';
import type { EditorHandle } from '../editor/article-editor.tsx';

export interface FindScope {
  /** The part of the text that is searched; null for all of it. */
  readonly scope: Scope | null;
  /** Why it could not be narrowed; '' where it could. */
  readonly fault: string;
  /** Keeps to what is selected in the text, or to all of it again. */
  readonly toggle: () => void;
  readonly drop: () => void;
}

/** Searching in what was selected: the part follows the text as it is edited. */
export function useFindScope(article: Article, editor: RefObject<EditorHandle | null>): FindScope {
  const [isOn, setIsOn] = useState(false);
  const [fault, setFault] = useState('');
  // The article is another object after each edit: then the part stands elsewhere.
  const scope = useMemo(() => (isOn && article ? (editor.current?.scope() ?? null) : null), [isOn, article, editor]);
  const drop = (): void => {
    editor.current?.dropScope();
    setIsOn(false);
    setFault('');
  };
  const toggle = (): void => {
    if (isOn) return drop();
    const isKept = editor.current?.keepScope() ?? false;
    setIsOn(isKept);
    setFault(isKept ? '' : say('find.noSelection'));
  };
  return { scope, fault, toggle, drop };
}
