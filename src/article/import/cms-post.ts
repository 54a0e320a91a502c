import type { ElementContent, Nodes, RootContent } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { say } from '../../language/index.ts';
import { deepestNesting } from '../body.ts';
import { failed, ok, type Parsed } from '../parsed.ts';
import { prepare, readingOf } from './html-blocks.ts';
import { isTooDeepToParse } from './html/depth.ts';
import { ownArticle } from './html/own-article.ts';
import { hiddenJson } from './html/own.ts';
import { findElement, hasAttribute, isElement, without } from './html/read.ts';
import { withFields } from './own-fields.ts';
import { emptyReport, type Imported } from './report.ts';
import { ownMarkup } from './wordpress-markup.ts';

interface ImportedPost extends Imported {
  readonly pictures: ReadonlyMap<string, string>;
}

/** Which content system's post of ours a text is; null for any other. */
export function cmsOfPost(text: string): 'wordpress' | 'ghost' | null {
  if (!/<div\b[^>]*\bdata-galley-article="[0-9a-f-]{36}"/i.test(text)) return null;
  return /<!-- wp:/.test(text) ? 'wordpress' : /<!--kg-card-begin: html-->/.test(text) ? 'ghost' : null;
}

/**
 * A post that Galley wrote for WordPress or Ghost, back from its file or from the system: its blocks are read as the
 * markup they came from, what the system keeps in fields comes from the facts at the end. Null where there are none.
 */
export function importPost(source: string): Parsed<ImportedPost> | null {
  if (isTooDeepToParse(source)) return failed('too-deep', 'html', say('formats.left-too-deep', { limit: deepestNesting }));
  const prepared = prepare(fromHtml(withoutBlanks(source), { fragment: true }));
  if (!prepared.ok) return prepared;
  const root = without(prepared.value.root, ({ type }) => type === 'comment');
  const facts = findElement(root, (element) => hasAttribute(element, 'dataGalleyArticle'));
  if (!facts) return null;
  const children = root.children.filter((node) => !(node.type === 'text' && node.value.trim() === '') && node !== facts).filter(isContent);
  const reading = readingOf({ sheet: prepared.value.sheet, removed: [] }, { started: false });
  const own = { ...withMore(facts), tagName: 'article', children: children.map(withMore).map(ownMarkup) };
  const article = ownArticle(own, reading);
  return article === null ? null : ok({ article: withFields(article, facts), report: { ...emptyReport, removed: reading.removed }, pictures: reading.pictures });
}

const isContent = (node: RootContent): node is ElementContent => node.type === 'element' || node.type === 'text';

/** Line feeds beside the comments of blocks and cards are the system's, not the text's. */
const withoutBlanks = (source: string): string => source.replace(/\r\n?/g, '\n').replace(/\s*(<!-- \/?wp:[^>]*-->|<!--kg-card-(?:begin|end): html-->)\s*/g, '$1');

/** Attributes that stood as JSON because they hold `<` or `>`. */
function withMore<Node extends Nodes>(node: Node): Node {
  if (!isElement(node)) return node;
  const { dataGalleyMore, ...properties } = node.properties;
  const more = dataGalleyMore === undefined ? {} : hiddenJson(node, 'dataGalleyMore');
  const texts: Record<string, string> = {};
  for (const [name, value] of Object.entries(more)) if (typeof value === 'string' && name.startsWith('dataGalley')) texts[name] = value;
  return { ...node, properties: { ...properties, ...texts }, children: node.children.map(withMore) };
}
