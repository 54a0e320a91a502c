import { useEffect, useRef, useState } from 'react';
import type { Article } from '../../article/article.ts';
import { compareArticles } from '../../article/compare/index.ts';
import type { RevisionFilter } from '../../ipc/contract.ts';
import { call } from '../api.ts';
import type { SinceRevision } from '../history/history-panel.tsx';

interface Pinned extends Omit<SinceRevision, 'changes'> {
  readonly article: Article;
}

const kinds = ['approved', 'exported'] as const satisfies readonly RevisionFilter['show'][];

/** Looked at again with each snapshot of the text, which is taken when the window is idle, and with each new revision. */
export function useSince(article: Article, tick: number): readonly SinceRevision[] {
  const [pinned, setPinned] = useState<readonly Pinned[]>([]);
  const known = useRef(new Map<string, Article>());
  const articleId = article.id;
  useEffect(() => {
    let isCurrent = true;
    const find = async (kind: SinceRevision['kind']): Promise<Pinned[]> => {
      const listed = await call('revisions.list', { articleId, offset: 0, limit: 1, filter: { show: kind, author: '', cause: '' } });
      const revision = listed.ok ? listed.value.rows[0] : undefined;
      if (!revision) return [];
      const held = known.current.get(revision.id);
      if (held) return [{ kind, revision, article: held }];
      const read = await call('revisions.read', { articleId, revisionId: revision.id });
      if (!read.ok) return [];
      known.current.set(revision.id, read.value);
      return [{ kind, revision, article: read.value }];
    };
    void Promise.all(kinds.map(find)).then((found) => {
      if (isCurrent) setPinned(found.flat());
    });
    return () => {
      isCurrent = false;
    };
  }, [articleId, tick]);
  const [since, setSince] = useState<readonly SinceRevision[]>([]);
  useEffect(() => {
    const handle = requestIdleCallback(() => {
      setSince(pinned.map(({ kind, revision, article: then }) => {
        const { blocks, metadata } = compareArticles(then, article);
        return { kind, revision, changes: blocks.length + metadata.length };
      }));
    }, { timeout: 2000 });
    return () => cancelIdleCallback(handle);
  }, [pinned, article]);
  return since;
}
