import type { Element } from 'hast';
import * as v from 'valibot';
import { safeAddress } from '../address.ts';
import { type Article, parseArticle } from '../article.ts';
import { contributor } from '../blocks/byline.ts';
import type { BodyJson } from '../body.ts';
import { datelineLead } from '../export/html/metadata.ts';
import { dateline } from '../metadata.ts';
import { hiddenJson } from './html/own.ts';

/** What the receiving system holds in fields of its own, where it is known; it wins over what Galley wrote beside. */
export interface FieldsOfSystem {
  readonly headline?: string;
  readonly standfirst?: string;
}

/**
 * Headline, standfirst, people and times as Galley wrote them beside the text (`data-galley-fields`), for systems that have
 * fields of their own for them. Each is taken only where it is sound, and where the system's own field still says the same.
 */
export function withFields(article: Article, facts: Element, system: FieldsOfSystem = {}): Article {
  const fields = hiddenJson(facts, 'dataGalleyFields');
  let read = withContent(article, 'headline', fields['headline'], system.headline);
  read = withContent(read, 'standfirst', fields['standfirst'], system.standfirst);
  read = withPeople(read, fields['contributors']);
  for (const name of ['publishedAt', 'updatedAt'] as const) {
    if (fields[name] !== undefined && read.metadata[name] === null) read = sound({ ...read, metadata: { ...read.metadata, [name]: fields[name] } }, read);
  }
  return withDateline(read, fields['dateline']);
}

/** A dateline that stands as words before the first paragraph: it goes back to its field where both still say the same. */
function withDateline(article: Article, given: unknown): Article {
  const read = v.safeParse(dateline, given);
  if (!read.success || article.metadata.dateline !== null) return article;
  const lead = datelineLead(read.output);
  const content = article.body.content ?? [];
  const index = content.findIndex(({ type }) => type === 'paragraph');
  const [first, ...rest] = content[index]?.content ?? [];
  if (first?.type !== 'text' || !first.text?.startsWith(lead)) return article;
  const text = first.text.slice(lead.length);
  const shorter = { content: text === '' ? rest : [{ ...first, text }, ...rest] };
  const body = { ...article.body, content: content.map((node, at) => (at === index ? { ...node, ...shorter } : node)) };
  return sound({ ...article, metadata: { ...article.metadata, dateline: read.output }, body }, article);
}

const plainOf = (node: BodyJson | undefined): string => (node?.content ?? []).map((child) => (child.type === 'hardBreak' ? ' ' : (child.text ?? ''))).join('').trim();

function withContent(article: Article, name: string, content: unknown, said: string | undefined): Article {
  const replaced = (inner: unknown): Article => sound({ ...article, body: { ...article.body, content: (article.body.content ?? []).map((node): unknown => (node.type === name ? { ...node, content: inner } : node)) } }, article);
  const there = article.body.content?.find(({ type }) => type === name);
  if (there?.content) return article;
  const kept = Array.isArray(content) && content.length > 0 ? replaced(content) : article;
  if (said === undefined || plainOf(kept.body.content?.find(({ type }) => type === name)) === said.trim()) return kept;
  return said.trim() === '' ? article : replaced([{ type: 'text', text: said.trim() }]);
}

function withPeople(article: Article, given: unknown): Article {
  const list: readonly unknown[] = Array.isArray(given) ? given : [];
  const people = list.flatMap((one) => {
    const read = v.safeParse(contributor, one);
    if (!read.success) return [];
    const { url, email } = read.output;
    return [{ ...read.output, url: safeAddress(url) === null ? '' : url, email: safeAddress(`mailto:${email}`) === null ? '' : email }];
  });
  const content = (article.body.content ?? []).map((node): unknown => (node.type === 'byline' && isEmpty(node.attrs?.['contributors']) ? { ...node, attrs: { ...node.attrs, contributors: people } } : node));
  return people.length === 0 ? article : sound({ ...article, body: { ...article.body, content } }, article);
}

const isEmpty = (value: unknown): boolean => !Array.isArray(value) || value.length === 0;

/** The wanted article where it is one, else the other. */
export function sound(wanted: unknown, otherwise: Article): Article {
  const parsed = parseArticle(wanted);
  return parsed.ok ? parsed.value : otherwise;
}
