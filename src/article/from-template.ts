import type { Article } from './article.ts';
import { importMarkdown } from './import/markdown.ts';
import type { ArticleTemplate } from './newsroom/article-templates.ts';
import type { Parsed } from './parsed.ts';

/** A new article with ids of its own. @param language BCP 47, where the template names none @returns what is wrong with the template, where it cannot be read */
export function articleFromTemplate({ markdown }: ArticleTemplate, language: string): Parsed<Article> {
  const read = importMarkdown(markdown, { zone: '', newsroomZone: '', machineZone: '', language });
  return read.ok ? { ok: true, value: read.value.article } : read;
}
