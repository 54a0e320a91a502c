import type { ImportedFile } from '../../ipc/contract.ts';
import { say } from '../../language/index.ts';
import type { Notice } from '../ui/notices.tsx';

/** Passages listed in a notice; the rest is counted. */
const mostListed = 6;

/** What an import says to the person: each failure, then what was left out and which zone times were read in. */
export function importNotices(files: readonly ImportedFile[]): Notice[] {
  const notices: Notice[] = files.flatMap(({ fileName, error }) => (error ? [{ kind: 'error' as const, text: error.message.includes(fileName) ? error.message : say('library.importFailed', { name: fileName, message: error.message }) }] : []));
  const good = files.filter(({ articleId }) => articleId !== null);
  const first = good[0];
  if (!first) return notices;
  const removed = good.flatMap(({ report }) => report?.removed ?? []);
  const zones = good.map(({ report }) => report?.zone ?? '').filter((zone) => zone !== '');
  const lines = [
    ...new Set(zones),
    ...(removed.length > 0 ? [say('library.importRemoved', { count: removed.length })] : []),
    ...removed.slice(0, mostListed).map(({ text, why }) => say('library.importRemovedLine', { text: text.slice(0, 80), why })),
  ];
  return [...notices, { text: say('library.imported', { count: good.length, name: first.fileName }), lines }];
}
