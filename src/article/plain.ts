import type { Article } from './article.ts';
import { type BodyJson, joinText } from './body.ts';

/**
 * The article without suggestions, as if all were rejected: what exports, checks, counts, search and comparison start from.
 * Inserted text and blocks go, deleted ones stay, and no suggestion mark is left.
 */
export function plain(article: Article): Article {
  if (!hasSuggestion(article.body)) return article;
  const body = plainNode(article.body);
  return body ? { ...article, body } : article;
}

const suggestions: ReadonlySet<string> = new Set(['insertion', 'deletion', 'modification']);

/** Most articles have none, and every export asks. */
function hasSuggestion(node: BodyJson): boolean {
  if (node.marks) for (const { type } of node.marks) if (suggestions.has(type)) return true;
  if (node.content) for (const child of node.content) if (hasSuggestion(child)) return true;
  return false;
}

function plainNode(node: BodyJson): BodyJson | null {
  if (node.marks?.some((mark) => mark.type === 'insertion')) return null;
  const marks = node.marks?.filter((mark) => mark.type !== 'deletion' && mark.type !== 'modification') ?? [];
  const content = (node.content ?? []).map(plainNode).filter((child) => child !== null);
  const hasSameMarks = marks.length === (node.marks?.length ?? 0);
  if (hasSameMarks && isSame(content, node.content ?? [])) return node;
  const { marks: _marks, content: _content, ...rest } = node;
  return { ...rest, ...(content.length > 0 ? { content: joinText(content) } : {}), ...(marks.length > 0 ? { marks } : {}) };
}

const isSame = (before: readonly BodyJson[], after: readonly BodyJson[]): boolean => before.length === after.length && before.every((child, index) => child === after[index]);
