import type { Article } from '../article.ts';
import type { BodyJson } from '../body.ts';
import { importCopy } from './copy-layout.ts';
import { importHtml } from './html.ts';
import { type Clipboard, paste } from './paste.ts';
import type { Explained, ImportContext } from './report.ts';

export interface FinishedCopy {
  readonly article: Article;
  readonly removed: readonly Explained[];
}

/**
 * An article from a clipboard whose text is a whole one. Its HTML is read where it gives every field that the text gives: with links,
 * pictures and tables. Else the fields are those of the text, and its words have the marks they have in the HTML.
 */
export function finishedCopy({ html, text }: Clipboard, context: ImportContext): FinishedCopy {
  const { article, report } = importCopy(text ?? '', context);
  if (html === null || html.trim() === '') return { article, removed: report.removed };
  const page = importHtml(html, context);
  if (page.ok && givesAll(page.value.article, article)) return { article: page.value.article, removed: page.value.report.removed };
  const { blocks } = paste({ html, text: null }, context.language);
  return { article: { ...article, body: withMarks(article.body, linesOf(blocks)) }, removed: report.removed };
}

/** Whether an article has each field that another one has. */
function givesAll(one: Article, other: Article): boolean {
  const [mine, theirs] = [fieldsOf(one), fieldsOf(other)];
  return [...theirs].every(([name, size]) => (mine.get(name) ?? 0) >= size);
}

/** The fields that say something, each with how many it is of. */
function fieldsOf({ body, metadata }: Article): Map<string, number> {
  const [headline, standfirst, byline] = body.content ?? [];
  const people = byline?.attrs?.['contributors'];
  const sizes: [string, number][] = [
    ['headline', headline?.content?.length ? 1 : 0],
    ['standfirst', standfirst?.content?.length ? 1 : 0],
    ['byline', Array.isArray(people) ? people.length : 0],
    ...Object.entries(metadata).map(([name, value]): [string, number] => [name, Array.isArray(value) ? value.length : value === '' || value === null || value === 'allowed' ? 0 : 1]),
  ];
  return new Map(sizes.filter(([name, size]) => size > 0 && name !== 'language'));
}

type Lines = Map<string, (readonly BodyJson[])[]>;

const wordsOf = (content: readonly BodyJson[]): string => content.map(({ text }) => text ?? ' ').join('').replace(/\s+/gu, ' ').trim();
const isLine = ({ type }: BodyJson): boolean => type === 'paragraph' || type === 'subhead';

/** What stands in paragraphs and subheads, by its words. */
function linesOf(blocks: readonly BodyJson[], found: Lines = new Map()): Lines {
  for (const block of blocks) {
    const { content = [] } = block;
    if (isLine(block) && content.length > 0) found.set(wordsOf(content), [...(found.get(wordsOf(content)) ?? []), content]);
    else linesOf(content, found);
  }
  return found;
}

/** The same words in the same order, each line as it is first found. */
function withMarks(node: BodyJson, lines: Lines): BodyJson {
  if (!node.content) return node;
  if (!isLine(node)) return { ...node, content: node.content.map((child) => withMarks(child, lines)) };
  const content = lines.get(wordsOf(node.content))?.shift();
  return content ? { ...node, content } : node;
}
