import type { ReactNode } from 'react';
import type { Article } from '../../article/article.ts';
import { leftBehind } from '../../article/export/carries.ts';
import { formatTitle, readFormatChoice } from '../../article/export/index.ts';
import { say } from '../../language/index.ts';

/** What of the article will not be in the files of the chosen formats; nothing is shown where all of it will be. */
export function LeftBehind({ article, chosen }: { readonly article: Article; readonly chosen: readonly string[] }): ReactNode {
  const lines = chosen.flatMap((written) => {
    const choice = readFormatChoice(written);
    const things = choice ? leftBehind(article, choice.format) : [];
    return choice && things.length > 0 ? [say('exporting.leftBehindBy', { format: formatTitle(choice), things: things.join(', ') })] : [];
  });
  if (lines.length === 0) return null;
  return (
    <ul className="export-left" aria-label={say('exporting.leftBehind')}>
      {lines.map((line) => <li key={line}>{line}</li>)}
    </ul>
  );
}
