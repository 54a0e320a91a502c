import type { Element } from 'hast';
import type { Article } from '../article.ts';
import type { BodyJson } from '../body.ts';
import type { FieldName } from '../blocks/index.ts';
import { attributesOf, el } from './html/elements.ts';
import { languageProperties, metadataProperties } from './html/metadata.ts';

/**
 * What a content system keeps in fields of its own (title, dates) or has no place for, as data of one empty element
 * that every system keeps and no reader sees: the file stays whole by itself and comes back. For the public, as all of HTML.
 */
export function factsToHast(article: Article, more: Readonly<Record<string, unknown>> = {}): Element {
  const { metadata } = article;
  return el('div', { dataGalleyArticle: article.id, ...languageProperties(metadata.language), ...metadataProperties(metadata), dataGalleyFields: fieldsJson(article, more) });
}

/** Headline and standfirst with their marks, people with their roles, times with their zones; `more`: what else a system keeps as bare words. */
export function fieldsJson({ body, metadata }: Article, more: Readonly<Record<string, unknown>> = {}): string {
  const find = (name: FieldName): BodyJson | undefined => body.content?.find(({ type }) => type === name);
  const byline = find('byline');
  const contributors = byline ? attributesOf(byline, 'byline').contributors : [];
  return JSON.stringify({ headline: publicContent(find('headline')), standfirst: publicContent(find('standfirst')), contributors, publishedAt: metadata.publishedAt, updatedAt: metadata.updatedAt, ...more });
}

const publicContent = (node: BodyJson | undefined): readonly BodyJson[] =>
  (node?.content ?? []).map(({ marks, ...rest }) => {
    const kept = (marks ?? []).filter(({ type }) => type !== 'note');
    return kept.length > 0 ? { ...rest, marks: kept } : rest;
  });
