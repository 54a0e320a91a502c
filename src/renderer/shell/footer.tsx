import { type ReactNode, useMemo } from 'react';
import type { Article } from '../../article/article.ts';
import { say } from '../../language/index.ts';
import { useNewsroom } from '../ui/newsroom.ts';
import { type Counts, countsOf } from './counts.ts';
import './shell.css';

interface FooterProps {
  readonly article: Article | null;
  /** False where the length can wait. */
  readonly isCounted: boolean;
  readonly zone: string;
}

/** The line at the foot: length, reading time, length against the target, language and zone. */
export function Footer({ article, isCounted, zone }: FooterProps): ReactNode {
  const { lineLength } = useNewsroom();
  const counts = useMemo(() => (article && isCounted ? countsOf(article, lineLength) : null), [article, isCounted, lineLength]);
  return (
    <footer className="footer" aria-label={say('library.facts')}>
      {article && counts ? (
        <>
          <span>{say('library.words', { count: counts.words })}</span>
          <span className="wide-only">{say('library.characters', { count: counts.characters })}</span>
          <span className="wide-only" title={say('library.linesAbout', { width: lineLength })}>{say('library.lines', { count: counts.lines })}</span>
          {counts.minutes > 0 ? <span className="wide-only">{say('library.readingTime', { minutes: counts.minutes })}</span> : null}
          <Target article={article} counts={counts} />
        </>
      ) : null}
      <span className="grow" />
      {article ? <span className="wide-only">{languageName(article.metadata.language)}</span> : null}
      <span>{zone}</span>
    </footer>
  );
}

function Target({ article, counts }: { readonly article: Article; readonly counts: Counts }): ReactNode {
  const target = article.metadata.targetLength;
  if (!target) return null;
  const difference = counts[target.unit] - target.value;
  if (difference === 0) return <span>{say('library.onTarget')}</span>;
  return <span>{say(difference > 0 ? 'library.overTarget' : 'library.underTarget', { count: Math.abs(difference), target: target.value, unit: target.unit })}</span>;
}

let names: Intl.DisplayNames | null = null;
/** `English (India)`; the tag itself where it is not known. */
function languageName(tag: string): string {
  if (tag === '') return say('library.noLanguage');
  try {
    names ??= new Intl.DisplayNames('en', { type: 'language', languageDisplay: 'standard' });
    return names.of(tag) ?? tag;
  } catch {
    return tag;
  }
}
