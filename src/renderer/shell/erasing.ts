import type { ArticleSummary } from '../../ipc/contract.ts';
import { say } from '../../language/index.ts';
import { call } from '../api.ts';
import { nameOf } from '../library/row.tsx';
import type { Notices } from '../ui/notices.tsx';

/** The second half of a double click is no answer to the second question, milliseconds. */
const hastyMs = 600;

/** Asks twice, says what cannot be reached, and deletes an article for good. `leave`: takes it off the page first. */
export function askToErase(row: ArticleSummary, notices: Notices, { leave, done }: { readonly leave: () => Promise<boolean>; readonly done: () => void }): void {
  const id = `erase-${row.id}`;
  const name = nameOf(row);
  const erase = async (): Promise<void> => {
    if (!(await leave())) return;
    notices.show({ id, lasting: true, text: say('library.erasing', { name }) });
    const result = await call('articles.erase', { articleId: row.id });
    done();
    if (!result.ok) {
      notices.hide(id);
      return notices.fail(result.error);
    }
    const { unreached, revisions, backups, pictures } = result.value;
    notices.show({ id, text: say('library.erased', { revisions, backups, pictures }), lines: [...unreached.map((place) => say('library.eraseUnreached', { place })), say('library.eraseBeyond')] });
  };
  const askAgain = (): void => {
    const shownAtMs = Date.now();
    const run = (): void => (Date.now() - shownAtMs < hastyMs ? askAgain() : void erase());
    notices.show({ id, lasting: true, kind: 'error', text: say('library.eraseSure', { name }), action: { label: say('library.eraseYes'), run } });
  };
  notices.show({
    id, lasting: true, kind: 'error',
    text: say('library.eraseAsk', { name }),
    lines: [say('library.eraseWhat'), say('library.eraseBeyond')],
    action: { label: say('library.eraseGoOn'), run: askAgain },
  });
}
