import { useEffect, useMemo, useRef, useState } from 'react';
import type { Article } from '../../article/article.ts';
import type { RevisionFilter } from '../../ipc/contract.ts';
import { call } from '../api.ts';
import { ChangeCounter } from '../history/change-counter.ts';
import type { SinceRevision } from '../history/history-panel.tsx';

interface Pinned extends Omit<SinceRevision, 'changes'> {
  readonly article: Article;
}

const kinds = ['approved', 'exported', 'published'] as const satisfies readonly RevisionFilter['show'][];

/** Counted again, in a worker, with each snapshot of the text and with each new revision. */
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
  const [counts, setCounts] = useState<ReadonlyMap<string, number>>(new Map());
  const [counter] = useState(() => new ChangeCounter());
  useEffect(() => () => counter.close(), [counter]);
  useEffect(() => {
    if (pinned.length === 0) return;
    const versions = pinned.map(({ revision, article: then }) => ({ id: revision.id, article: then }));
    counter.count({ versions, article, onCounts: (found) => setCounts(new Map(versions.map(({ id }, index) => [id, found[index] ?? 0]))) });
  }, [pinned, article, counter]);
  return useMemo(
    () =>
      pinned.flatMap(({ kind, revision }) => {
        const changes = counts.get(revision.id);
        return changes === undefined ? [] : [{ kind, revision, changes }];
      }),
    [pinned, counts],
  );
}
