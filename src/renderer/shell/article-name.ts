import type { Article } from '../../article/article.ts';
import { markedText } from '../../article/compare/inline.ts';

/** What an article's tab is called: its headline, else its slugline; '' where it has neither. */
export function articleName({ body, metadata }: Article): string {
  const headline = body.content?.[0];
  return (headline ? markedText(headline).text : '') || metadata.slugline;
}
