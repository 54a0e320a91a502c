import type { Passage } from '../../article/without-passage.ts';
import type { ArticleSummary, Erasure } from '../../ipc/contract.ts';
import type { Result } from '../../ipc/result.ts';
import { say } from '../../language/index.ts';
import { call } from '../api.ts';
import { nameOf } from '../library/row.tsx';
import type { Notices } from '../ui/notices.tsx';

/** The second half of a double click is no answer to the second question, milliseconds. */
const hastyMs = 600;

interface Asking {
  /** Takes the article off the page, or keeps what is unsaved; false where that failed. */
  readonly leave: () => Promise<boolean>;
  readonly done: () => void;
}

interface Question {
  readonly id: string;
  readonly ask: string;
  readonly lines: readonly string[];
  readonly sure: string;
  readonly working: string;
  readonly erase: () => Promise<Result<Erasure>>;
  readonly told: (erasure: Erasure) => string;
}

/** Asks twice, says what cannot be reached, and deletes an article for good. */
export function askToErase(row: ArticleSummary, notices: Notices, asking: Asking): void {
  const name = nameOf(row);
  askTwice(notices, asking, {
    id: `erase-${row.id}`,
    ask: say('library.eraseAsk', { name }),
    lines: [say('library.eraseWhat'), say('library.eraseBeyond')],
    sure: say('library.eraseSure', { name }),
    working: say('library.erasing', { name }),
    erase: () => call('articles.erase', { articleId: row.id }),
    told: ({ revisions, backups, pictures }) => say('library.erased', { revisions, backups, pictures }),
  });
}

/** The same for words of an article: says first where they stand. */
export async function askToErasePassage(request: { readonly articleId: string; readonly passage: Passage }, notices: Notices, asking: Asking): Promise<void> {
  // What is only in the window is counted as well, and has to go as well.
  if (!(await asking.leave())) return;
  const counted = await call('articles.countPassage', request);
  if (!counted.ok) return notices.fail(counted.error);
  const words = shortened(request.passage.phrases.join(' … '));
  askTwice(notices, asking, {
    id: `erase-words-${request.articleId}`,
    ask: say('library.eraseWordsAsk', { words }),
    lines: [say('library.eraseWordsWhere', counted.value), say('library.eraseWordsWhat'), say('library.eraseBeyond')],
    sure: say('library.eraseWordsSure', { words }),
    working: say('library.erasingWords'),
    erase: () => call('articles.erasePassage', request),
    told: ({ revisions, backups }) => say('library.erasedWords', { revisions, backups }),
  });
}

const longestShown = 60;
const shortened = (text: string): string => (text.length > longestShown ? `${text.slice(0, longestShown)}…` : text);

function askTwice(notices: Notices, { leave, done }: Asking, { id, ask, lines, sure, working, erase, told }: Question): void {
  const run = async (): Promise<void> => {
    if (!(await leave())) return;
    notices.show({ id, lasting: true, text: working });
    const result = await erase();
    done();
    if (!result.ok) {
      notices.hide(id);
      return notices.fail(result.error);
    }
    const { unreached, alsoIn } = result.value;
    const rest = [...unreached.map((place) => say('library.eraseUnreached', { place })), ...(alsoIn.length > 0 ? [say('library.eraseAlsoIn', { names: alsoIn.join(', ') })] : [])];
    notices.show({ id, text: told(result.value), lines: [...rest, say('library.eraseBeyond')] });
  };
  const askAgain = (): void => {
    const shownAtMs = Date.now();
    const answer = (): void => (Date.now() - shownAtMs < hastyMs ? askAgain() : void run());
    notices.show({ id, lasting: true, kind: 'error', text: sure, action: { label: say('library.eraseYes'), run: answer } });
  };
  notices.show({ id, lasting: true, kind: 'error', text: ask, lines, action: { label: say('library.eraseGoOn'), run: askAgain } });
}
