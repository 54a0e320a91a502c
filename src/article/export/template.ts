import { Liquid, LiquidError } from 'liquidjs';
import { toHtml } from 'hast-util-to-html';
import { type Article, emptyArticle, parseArticle } from '../article.ts';
import exampleJson from '../example.json' with { type: 'json' };
import { plain } from '../plain.ts';
import { say } from '../../language/index.ts';
import { type HtmlContext, textNode } from './html/elements.ts';
import { Markup } from './template/markup.ts';
import { templateModel } from './template/model.ts';

/** The formats a newsroom can give its own form. */
export const templateKinds = ['html', 'text'] as const;
export type TemplateKind = (typeof templateKinds)[number];
export const isTemplateKind = (name: string): name is TemplateKind => templateKinds.some((kind) => kind === name);

/** The newsroom's own templates by format; a format without one has our form. */
export type Templates = { readonly [Kind in TemplateKind]?: string };

/** A template that cannot be used: what is wrong with it and in which line, from 1. */
export class TemplateError extends Error {
  readonly line: number;

  constructor(line: number, what: string) {
    super(say('exporting.templateFault', { line, what }));
    this.line = line;
  }
}

/** Signs of a template: no page needs more. */
const longest = 500_000;
/** Nothing may run for long: milliseconds, and signs a rendering may take. */
const limits = { renderLimit: 2_000, memoryLimit: 20_000_000 };

/** Liquid without files: nothing can be read, nothing run, and a template that names what is not there is refused, not left blank. */
function liquidFor(kind: TemplateKind): Liquid {
  const engine = new Liquid({
    ...limits,
    templates: {},
    cache: false,
    ownPropertyOnly: true,
    strictFilters: true,
    strictVariables: true,
    lenientIf: true,
    outputEscape: (value: unknown) => (kind === 'text' || value instanceof Markup ? wordsOf(value) : escaped(wordsOf(value))),
  });
  for (const name of ['include', 'render', 'layout', 'block']) delete engine.tags[name];
  return engine;
}

/** What a template prints of a value; a thing with parts has no words of its own. */
function wordsOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Markup) return value.html;
  if (Array.isArray(value)) return value.map(wordsOf).join('');
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return String(value);
  throw new TypeError(say('exporting.templateParts'));
}

/** Words for text and for attributes in either quotes; the serialiser escapes what ends a text, the rest ends an attribute. */
const escaped = (words: string): string => toHtml(textNode(words)).replaceAll('"', '&quot;').replaceAll("'", '&#39;').replaceAll('>', '&gt;');

/**
 * An article in a newsroom's own form, written in Liquid.
 * @param article without suggestions, as `plain` gives it
 * @throws TemplateError where the template is none, or names what is not there
 */
export function renderTemplate(source: string, kind: TemplateKind, article: Article, context: HtmlContext): string {
  const written = writtenBy(source, kind, article, context);
  return kind === 'html' ? withOwner(written, article.id) : written;
}

function writtenBy(source: string, kind: TemplateKind, article: Article, context: HtmlContext): string {
  if (source.trim() === '') throw new TemplateError(1, say('exporting.templateEmpty'));
  if (source.length > longest) throw new TemplateError(source.slice(0, longest).split('\n').length, say('exporting.templateLong', { longest }));
  try {
    return String(liquidFor(kind).parseAndRenderSync(source, templateModel(article, context)));
  } catch (error) {
    if (!LiquidError.is(error)) throw error;
    throw new TemplateError(lineOf(error), whatOf(error));
  }
}

/** Liquid reads what stands in each other by calling itself: the only range it can leave is the stack's. */
function whatOf({ originalError, message }: LiquidError): string {
  if (originalError instanceof RangeError) return say('exporting.templateDeep');
  return (originalError?.message ?? message).replace(/, file:.*|, line:.*/s, '');
}

/** Tries a template on an article that has everything and on one that has nothing; null where both can be written. */
export function templateFault(source: string, kind: TemplateKind): TemplateError | null {
  const everything = parseArticle(exampleJson);
  const written = (article: Article): string => writtenBy(source, kind, article, { imageAddress: () => 'picture.jpg', language: article.metadata.language });
  try {
    if (everything.ok && written(plain(everything.value)).trim() === '') return new TemplateError(1, say('exporting.templateEmpty'));
    written(emptyArticle());
    return null;
  } catch (error) {
    if (error instanceof TemplateError) return error;
    throw error;
  }
}

/** Where in its source a template is wrong, from 1. */
function lineOf({ token }: LiquidError): number {
  return token.input.slice(0, token.begin).split('\n').length;
}

/** A page without our article element says in a comment whose it is, so that no other article ever replaces it. */
function withOwner(page: string, id: string): string {
  if (page.includes(`data-galley-article="${id}"`)) return page;
  const mark = `<!-- galley-article: ${id} -->`;
  const end = page.lastIndexOf('</body>');
  return end < 0 ? `${page.trimEnd()}\n${mark}\n` : `${page.slice(0, end)}${mark}${page.slice(end)}`;
}
