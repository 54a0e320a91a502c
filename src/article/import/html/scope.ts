import type { Element, Nodes } from 'hast';
import { safeAddress } from '../../address.ts';
import { directAddress } from '../../direct-address.ts';
import type { BodyJson } from '../../body.ts';
import { marks, type MarkName } from '../../marks/index.ts';
import { say } from '../../../language/index.ts';
import { languageTagOf } from '../../language-tag.ts';
import type { Explained } from '../report.ts';
import { attribute, hasAttribute, lineOf } from './read.ts';
import { type Declarations, type StyleSheet, styleOf } from './style.ts';

export type Mark = NonNullable<BodyJson['marks']>[number];

/** What one reading of a document knows throughout. */
export interface Reading {
  /** The page's own address, for relative links; '' where it is not known. */
  readonly baseAddress: string;
  readonly sheet: StyleSheet;
  readonly removed: Explained[];
  /** The picture's address as the source wrote it, by blockId: for those who have the file beside the source. */
  readonly pictures: Map<string, string>;
  /** True where the text goes into an article that has begun: its slots' names are not known here. */
  readonly started: boolean;
  /** How many ad slots were made. */
  slots: number;
  /** Blocks of some nodes: handed along so that lists, tables and figures need not import the walk that calls them. */
  readonly walk: (nodes: readonly Nodes[], scope: Scope) => BodyJson[];
}

/** What holds at one place of a document. */
export interface Scope {
  readonly marks: readonly Mark[];
  /** Galley's own markup: every blank is text, empty paragraphs stay. */
  readonly verbatim: boolean;
  /** Blanks and line ends are kept (white-space: pre). */
  readonly pre: boolean;
  /** Language of the text around; '' where the document does not say. */
  readonly language: string;
  /** True where the whole document's language runs from right to left: then only the other direction is worth a word. */
  readonly isRightToLeft: boolean;
  /** Language and direction the next paragraph gets. */
  readonly passage: { readonly lang: string | null; readonly dir: 'ltr' | 'rtl' | null };
}

export const outerScope: Scope = { marks: [], verbatim: false, pre: false, language: '', isRightToLeft: false, passage: { lang: null, dir: null } };

/** The language an element says; '' where it says none, or no tag. */
const languageOf = (element: Element): string => languageTagOf(attribute(element, 'lang'));
/** In our own files: as it was written, also what is no tag; null where there is none. */
const ownLanguage = (element: Element): string | null => (hasAttribute(element, 'dataGalleyLang') ? attribute(element, 'dataGalleyLang') : hasAttribute(element, 'lang') ? attribute(element, 'lang') : null);
const primary = (language: string): string => language.split('-')[0]?.toLowerCase() ?? '';
const directionOf = (element: Element): 'ltr' | 'rtl' | null => {
  const dir = attribute(element, 'dir').toLowerCase();
  return dir === 'rtl' || dir === 'ltr' ? dir : null;
};

const styledDirection = (style: Declarations): 'ltr' | 'rtl' | null => {
  const dir = style.get('direction');
  return dir === 'rtl' || dir === 'ltr' ? dir : null;
};

/** The scope inside an element that holds blocks. */
export function blockScope(element: Element, scope: Scope, reading: Reading): Scope {
  const verbatim = scope.verbatim || hasAttribute(element, 'dataGalleyArticle') || hasAttribute(element, 'dataGalleyBlock');
  const inner = { ...styledScope(element, scope, reading), verbatim };
  // Our own containers say the article's language, our own paragraphs theirs; neither is inherited.
  if (verbatim) return { ...inner, passage: { lang: null, dir: null } };
  const language = languageOf(element);
  const lang = language !== '' && scope.language !== '' && primary(language) !== primary(scope.language) ? language : scope.passage.lang;
  const dir = directionOf(element) ?? styledDirection(styleOf(element, reading.sheet));
  // Nearly every program writes dir="ltr" everywhere; only right-to-left, and the way back from it, says something.
  const usual = scope.isRightToLeft ? 'rtl' : 'ltr';
  const known = dir === usual && (scope.passage.dir ?? usual) === usual ? null : (dir ?? scope.passage.dir);
  return { ...inner, language: language || scope.language, passage: { lang, dir: known } };
}

/** The scope inside a paragraph or heading: it may name its language even where the document names none. */
export function passageScope(element: Element, scope: Scope, reading: Reading): Scope {
  if (scope.verbatim) return { ...scope, passage: { lang: ownLanguage(element), dir: directionOf(element) } };
  const inner = blockScope(element, scope, reading);
  const language = languageOf(element);
  return language !== '' && scope.language === '' ? { ...inner, passage: { ...inner.passage, lang: language } } : inner;
}

const markOfTag: Readonly<Record<string, MarkName>> = {
  b: 'bold', strong: 'bold', i: 'italic', em: 'italic', cite: 'italic', dfn: 'italic', var: 'italic', s: 'strike', strike: 'strike', del: 'strike',
  sup: 'superscript', sub: 'subscript', code: 'code', kbd: 'code', samp: 'code', tt: 'code',
};

/** The scope inside an element of a line: its tag's mark, its style's marks, its link, its language. */
export function inlineScope(element: Element, scope: Scope, reading: Reading): Scope {
  const tag = markOfTag[element.tagName];
  let inner = tag ? withMark(scope, { type: tag }) : scope;
  inner = styledScope(element, inner, reading);
  inner = linkScope(element, inner, reading);
  return languageScope(element, inner);
}

function linkScope(element: Element, scope: Scope, reading: Reading): Scope {
  if (element.tagName !== 'a') return scope;
  const href = attribute(element, 'href');
  const safe = safeAddress(href, reading.baseAddress || undefined);
  // A link whose address is still to come is a link.
  if (scope.verbatim && href === '' && attribute(element, 'dataGalleyPart') === 'link') return withMark(scope, { type: 'link', attrs: { href: '' } });
  if (safe !== null) return withMark(scope, { type: 'link', attrs: { href: !scope.verbatim ? directAddress(safe) : URL.canParse(href) ? href : safe } });
  if (/^\s*[a-z][a-z0-9+.-]*:/i.test(href)) reading.removed.push({ text: `${lineOf(element)} <${href.trim()}>`.trim(), why: say('formats.left-address') });
  return scope;
}

function languageScope(element: Element, scope: Scope): Scope {
  const dir = directionOf(element);
  if (scope.verbatim) {
    const own = ownLanguage(element);
    return own === null ? scope : withMark(scope, { type: 'lang', attrs: { lang: own, dir } });
  }
  const language = languageOf(element);
  if (language === '' || primary(language) === primary(scope.language || scope.passage.lang || '')) return scope;
  return withMark(scope, { type: 'lang', attrs: { lang: language, dir: dir === (scope.passage.dir ?? 'ltr') ? null : dir } });
}

function styledScope(element: Element, scope: Scope, reading: Reading): Scope {
  if (scope.verbatim) return scope;
  const style = styleOf(element, reading.sheet);
  if (style.size === 0) return scope;
  let inner = scope;
  const bold = isBold(style);
  if (bold !== null) inner = bold ? withMark(inner, { type: 'bold' }) : withoutMark(inner, 'bold');
  const italic = isItalic(style);
  if (italic !== null) inner = italic ? withMark(inner, { type: 'italic' }) : withoutMark(inner, 'italic');
  if (/line-through/.test(`${style.get('text-decoration') ?? ''} ${style.get('text-decoration-line') ?? ''}`)) inner = withMark(inner, { type: 'strike' });
  const raised = raisedBy(style);
  if (raised !== null) inner = withMark(inner, { type: raised });
  const space = style.get('white-space');
  return space === undefined ? inner : { ...inner, pre: /^(pre|pre-wrap|break-spaces)$/.test(space) };
}

function isBold(style: Declarations): boolean | null {
  const weight = style.get('font-weight') ?? /\b(bold|[6-9]00)\b/.exec(style.get('font') ?? '')?.[1];
  if (weight === undefined || weight === 'inherit') return null;
  if (weight === 'bold' || weight === 'bolder') return true;
  return /^\d+$/.test(weight) ? Number(weight) >= 600 : false;
}

/** Programs of a Mac write small text that is moved by half its size. */
function raisedBy(style: Declarations): 'superscript' | 'subscript' | null {
  const way = style.get('vertical-align') ?? '';
  if (way === 'super') return 'superscript';
  if (way === 'sub') return 'subscript';
  const moved = Number(/^(-?[\d.]+)px$/.exec(way)?.[1]);
  const size = Number(/(?:^|\s)([\d.]+)px/.exec(style.get('font-size') ?? style.get('font') ?? '')?.[1]);
  if (!(Math.abs(moved) >= size / 4 && Math.abs(moved) <= size)) return null;
  return moved > 0 ? 'superscript' : 'subscript';
}

function isItalic(style: Declarations): boolean | null {
  const slant = style.get('font-style') ?? /\b(italic|oblique)\b/.exec(style.get('font') ?? '')?.[1];
  if (slant === undefined || slant === 'inherit') return null;
  return /^(italic|oblique)/.test(slant);
}

const order = Object.keys(marks);

/** Adds a mark in canonical order; one of the same type, or one it excludes, gives way. */
export function withMark(scope: Scope, mark: Mark): Scope {
  const excluded = mark.type === 'superscript' || mark.type === 'subscript' ? ['superscript', 'subscript'] : [mark.type];
  const kept = scope.marks.filter(({ type }) => !excluded.includes(type));
  return { ...scope, marks: [...kept, mark].toSorted((a, b) => order.indexOf(a.type) - order.indexOf(b.type)) };
}

const withoutMark = (scope: Scope, type: MarkName): Scope => ({ ...scope, marks: scope.marks.filter((mark) => mark.type !== type) });
