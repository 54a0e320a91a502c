import type { Nodes, Root } from 'hast';
import { say } from '../../language/index.ts';
import { type BodyJson, deepestNesting } from '../body.ts';
import { languageTagOf } from '../language-tag.ts';
import { failed, ok, type Parsed } from '../parsed.ts';
import { withPlainTags } from './html/amp.ts';
import { isTooDeep } from './html/depth.ts';
import { visibleTree } from './html/hidden.ts';
import { attribute, byTag, findElement } from './html/read.ts';
import { outerScope, type Reading, type Scope } from './html/scope.ts';
import { readStyleSheet, type StyleSheet } from './html/style.ts';
import { walk } from './html/walk.ts';
import { withLists } from './html/word-list.ts';
import { withQuotes } from './html/word-quote.ts';
import type { Explained } from './report.ts';

export interface HtmlOptions {
  /** The page's own address, for relative links; without it they become text. */
  readonly baseAddress?: string;
  /** Language of the text around, for a source that does not name its own. */
  readonly language?: string;
  /** True where the text goes into an article that has begun. */
  readonly started: boolean;
  /** True for raw HTML of our own Markdown: blanks are text everywhere, not only in marked blocks. */
  readonly verbatim?: boolean;
}

export interface HtmlBlocks {
  readonly blocks: readonly BodyJson[];
  /** What the source hid or what may not stand in an article, each with its reason. */
  readonly removed: readonly Explained[];
  /** For each image's blockId its address as the source wrote it, relative ones included: nothing is loaded here. */
  readonly pictures: ReadonlyMap<string, string>;
}

/**
 * Blocks of an HTML tree from anywhere: office programs, mail, chat, sheets, web pages, and Galley's own markup,
 * which comes back as it was. The same code reads pastes, files and raw HTML in Markdown. Nothing is fetched.
 * Ids are fresh. A tree nested too deep gives no blocks and a line in `removed`.
 */
export function htmlToBlocks(root: Root, options: HtmlOptions): HtmlBlocks {
  const prepared = prepare(root);
  if (!prepared.ok) return { blocks: [], removed: [{ text: '', why: prepared.error.message }], pictures: new Map() };
  const reading = readingOf(prepared.value, options);
  const blocks = reading.walk(prepared.value.root.children, scopeOf(prepared.value.root, options));
  return { blocks, removed: reading.removed, pictures: reading.pictures };
}

/** A tree without what its source hides, lists of office programs as lists, with the style sheet that was in it. */
export interface Prepared {
  readonly root: Root;
  readonly sheet: StyleSheet;
  readonly removed: Explained[];
}

export function prepare(source: Root): Parsed<Prepared> {
  if (isTooDeep(source)) return failed('too-deep', 'html', say('formats.left-too-deep', { limit: deepestNesting }));
  const root = withPlainTags(source);
  const sheet = readStyleSheet(root);
  const removed: Explained[] = [];
  return ok({ root: withQuotes(withLists(visibleTree(root, sheet, removed))), sheet, removed });
}

/** State of one reading, with the walk that lists, tables and figures call for what they hold. */
export function readingOf({ sheet, removed }: Pick<Prepared, 'sheet' | 'removed'>, options: HtmlOptions): Reading {
  const reading: Reading = {
    baseAddress: options.baseAddress ?? '',
    sheet,
    removed,
    pictures: new Map(),
    started: options.started,
    slots: 0,
    walk: (nodes: readonly Nodes[], scope: Scope) => walk(nodes, scope, reading),
  };
  return reading;
}

function scopeOf(root: Root, options: HtmlOptions): Scope {
  return { ...outerScope, verbatim: options.verbatim ?? false, language: documentLanguage(root) || (options.language ?? '') };
}

/** The language a document says it is in; '' where it does not. */
export function documentLanguage(root: Root): string {
  for (const name of ['html', 'body']) {
    const element = findElement(root, byTag(name));
    const language = element ? languageTagOf(attribute(element, 'lang') || attribute(element, 'xmlLang')) : '';
    if (language !== '') return language;
  }
  return '';
}
