import type { Element } from 'hast';
import type { Article } from '../article.ts';
import type { BodyJson } from '../body.ts';
import { el } from './html/elements.ts';
import { languageProperties, metadataProperties } from './html/metadata.ts';

/**
 * What a content system keeps in fields of its own (title, dates) or has no place for, as data of one empty element
 * that every system keeps and no reader sees: the file stays whole by itself and comes back. For the public, as all of HTML.
 */
export function factsToHast(article: Article): Element {
  const { metadata, body } = article;
  const [headline, standfirst] = body.content ?? [];
  const fields = { headline: publicContent(headline), standfirst: publicContent(standfirst), publishedAt: metadata.publishedAt, updatedAt: metadata.updatedAt };
  return el('div', { dataGalleyArticle: article.id, ...languageProperties(metadata.language), ...metadataProperties(metadata), dataGalleyFields: JSON.stringify(fields) });
}

const publicContent = (node: BodyJson | undefined): readonly BodyJson[] =>
  (node?.content ?? []).map(({ marks, ...rest }) => {
    const kept = (marks ?? []).filter(({ type }) => type !== 'note');
    return kept.length > 0 ? { ...rest, marks: kept } : rest;
  });
