import type { RestoredSession, Session } from '../../ipc/session.ts';
import type { StorageClient } from '../storage-client.ts';

/** One article is read; of the others only what their tabs are called, and nothing where there are no others. */
export async function restored({ active, tabs }: Session, storage: StorageClient): Promise<RestoredSession | null> {
  const asked = active === '' ? null : storage.call('articles.open', { articleId: active });
  const others = tabs.length > 1 ? storage.call('articles.summaries', { articleIds: tabs.map(({ articleId: id }) => id) }) : null;
  const [front, named] = [await asked, await others];
  const summaries = new Map(named?.ok ? named.value.map((summary) => [summary.id, summary]) : []);
  if (front?.ok) summaries.set(active, front.value.summary);
  const left = tabs.flatMap((tab) => {
    const summary = summaries.get(tab.articleId);
    return summary?.trashedAtMs === null ? [{ ...tab, headline: summary.headline, slugline: summary.slugline }] : [];
  });
  if (front?.ok && left.some(({ articleId: id }) => id === active)) return { opened: front.value, tabs: left };
  const next = left[0] && (await storage.call('articles.open', { articleId: left[0].articleId }));
  return next?.ok ? { opened: next.value, tabs: left } : newest(storage);
}

/** What was changed last, where no session is left. */
async function newest(storage: StorageClient): Promise<RestoredSession | null> {
  const listed = await storage.call('articles.list', { query: '', filter: 'all', sort: 'changed', offset: 0, limit: 1 });
  const row = listed.ok ? listed.value.rows[0] : undefined;
  const opened = row && (await storage.call('articles.open', { articleId: row.id }));
  return opened?.ok ? { opened: opened.value, tabs: [] } : null;
}
