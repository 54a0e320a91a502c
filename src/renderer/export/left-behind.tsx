import type { ReactNode } from 'react';
import type { Article } from '../../article/article.ts';
import { changedIn, leftBehind } from '../../article/export/carries.ts';
import { type FormatChoice, formatTitle, readFormatChoice } from '../../article/export/index.ts';
import { say } from '../../language/index.ts';

const inWords = (things: readonly string[]): string => new Intl.ListFormat('en', { type: 'conjunction' }).format(things);

/** What of the article will not be in the files of the chosen formats, and on asking what will not be as it is. */
export function LeftBehind({ article, chosen }: { readonly article: Article; readonly chosen: readonly string[] }): ReactNode {
  const choices = chosen.map(readFormatChoice).filter((choice) => choice !== null);
  const lost = lostBy(article, choices);
  const changed = choices.flatMap((choice) => changedIn(article, choice.format).map(({ why, things }) => say('exporting.changedBy', { format: formatTitle(choice), things: inWords(things), why })));
  return (
    <>
      {lost.length > 0 ? (
        <ul className="export-left" aria-label={say('exporting.leftBehind')}>
          {lost.map((line) => <li key={line}>{line}</li>)}
        </ul>
      ) : null}
      {changed.length > 0 ? (
        <details className="export-left">
          <summary>{say('exporting.changed')}</summary>
          <ul aria-label={say('exporting.changed')}>
            {changed.map((line) => <li key={line}>{line}</li>)}
          </ul>
        </details>
      ) : null}
    </>
  );
}

/** One sentence for all formats that leave the same behind. */
function lostBy(article: Article, choices: readonly FormatChoice[]): readonly string[] {
  const losses = choices.map((choice) => ({ title: formatTitle(choice), things: inWords(leftBehind(article, choice.format)) })).filter(({ things }) => things !== '');
  return [...new Set(losses.map(({ things }) => things))].map((things) => {
    const losers = losses.filter((loss) => loss.things === things).map(({ title }) => title);
    return say('exporting.leftBehindBy', { formats: inWords(losers), things, count: losers.length });
  });
}
