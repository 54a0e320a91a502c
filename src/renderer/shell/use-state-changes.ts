import { useEffect, useState } from 'react';
import type { ArticleState, StateChange } from '../../ipc/contract.ts';
import { call } from '../api.ts';

const none: readonly StateChange[] = [];

/** Who set the states of an article, newest first; asked again whenever the state is another. */
export function useStateChanges(articleId: string, state: ArticleState): readonly StateChange[] {
  const [changes, setChanges] = useState(none);
  useEffect(() => {
    let isCurrent = true;
    void call('articles.stateChanges', { articleId }).then((result) => {
      if (isCurrent && result.ok) setChanges(result.value);
    });
    return () => {
      isCurrent = false;
    };
  }, [articleId, state]);
  return changes;
}
