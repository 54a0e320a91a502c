import { type ReactNode, useMemo } from 'react';
import type { Article } from '../../article/article.ts';
import { layoutOf, mostDensity } from '../../article/checks/ad-layout.ts';
import { plain } from '../../article/plain.ts';
import { say } from '../../language/index.ts';
import { Button } from '../ui/button.tsx';
import { runCommand } from './command-desk.ts';

/** How many ads the article has and how much of the page they take, and the way to where they are placed. */
export function AdsLine({ article }: { readonly article: Article }): ReactNode {
  const layout = useMemo(() => layoutOf((plain(article).body.content ?? []).slice(3), article.images), [article]);
  const count = layout.blocks.filter(({ kind }) => kind === 'ad').length;
  return (
    <div className="ads-line">
      <span className={layout.density > mostDensity ? 'stop' : ''}>{say('ads.summary', { count, percent: Math.round(layout.density * 100) })}</span>
      <Button small onClick={() => runCommand('place-ads')}>{say('ads.open')}</Button>
    </div>
  );
}
