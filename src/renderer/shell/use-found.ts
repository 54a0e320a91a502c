import { useEffect, useMemo, useState } from 'react';
import type { Article } from '../../article/article.ts';
import { faultOf, findInArticle, type FindQuery, type Hit, hitsOf, textsOf } from '../../article/find/index.ts';
import { say } from '../../language/index.ts';
import { RegexSearch } from '../find/regex-search.ts';

export interface FoundHits {
  readonly hits: readonly Hit[];
  /** What is wrong with the query; '' for nothing. */
  readonly error: string;
  readonly isSearching: boolean;
}

const nothing: FoundHits = { hits: [], error: '', isSearching: false };

/** What a query finds in the article, as it is typed: words at once, a regular expression beside the window, for nobody knows how long it takes. */
export function useFound(article: Article, query: FindQuery, isOpen: boolean): FoundHits {
  const isRegex = isOpen && query.isRegex && query.text !== '';
  const beside = useRegexHits(article, isRegex ? query : null);
  return useMemo(() => {
    if (isRegex) return beside;
    const found = isOpen ? findInArticle(article, query) : null;
    return found?.ok ? { ...nothing, hits: found.hits } : nothing;
  }, [isRegex, beside, isOpen, article, query]);
}

interface Answer {
  readonly query: FindQuery;
  /** null: it took too long. */
  readonly hits: readonly Hit[] | null;
}

/** `query`: null where nothing is searched. */
function useRegexHits(article: Article, query: FindQuery | null): FoundHits {
  const [search] = useState(() => new RegexSearch());
  const [answer, setAnswer] = useState<Answer | null>(null);
  const fault = query && faultOf(query);
  const isEndless = answer?.query === query && answer?.hits === null;
  useEffect(() => {
    if (!query) return search.stop();
    // What took too long takes as long again.
    if (fault || isEndless) return undefined;
    let isWanted = true;
    const places = textsOf(article);
    void search.find(places.map(({ text }) => text), query).then((matches) => {
      if (isWanted) setAnswer({ query, hits: matches && hitsOf(places, matches) });
    });
    return () => {
      isWanted = false;
    };
  }, [search, article, query, fault, isEndless]);
  useEffect(() => () => search.stop(), [search]);
  return useMemo(() => {
    if (!query) return nothing;
    if (fault) return { ...nothing, error: say(`find.${fault}`) };
    if (answer?.query !== query) return { ...nothing, isSearching: true };
    // Where the article has changed, these hits hold until the next answer: what is replaced is looked at again.
    return answer.hits === null ? { ...nothing, error: say('find.tooLong') } : { ...nothing, hits: answer.hits };
  }, [query, fault, answer]);
}
