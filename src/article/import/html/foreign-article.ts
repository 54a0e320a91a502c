import type { Element, Nodes, Root } from 'hast';
import { say } from '../../../language/index.ts';
import type { BodyJson } from '../../body.ts';
import { readCredits, startsWithRole } from '../credits.ts';
import { CopyDraft } from '../copy-draft.ts';
import { signOf, type Sign } from '../copy-signs.ts';
import { withoutDateline } from '../dateline-block.ts';
import type { Explained, ImportContext, Imported } from '../report.ts';
import type { Time } from '../../metadata.ts';
import { isOfType, make } from './make.ts';
import type { PageFacts } from './page-facts.ts';
import { attribute, byTag, classes, findElement, findElements, lineOf, without } from './read.ts';
import type { Reading, Scope } from './scope.ts';

interface Page {
  readonly article: Element | Root;
  readonly facts: PageFacts;
  readonly reading: Reading;
  readonly scope: Scope;
  readonly context: ImportContext;
}

/** The article of a page that is not ours: fields from what it shows, else from what it says about itself. */
export function foreignArticle({ article, facts, reading, scope, context }: Page): Imported {
  const draft = new CopyDraft(context);
  draft.metadata = { ...draft.metadata, canonicalUrl: facts.canonicalUrl, seoDescription: facts.description };
  const used = new Set<Nodes>();
  const headline = findElement(article, (element) => isBlock(element, 'headline')) ?? findElement(article, byTag('h1')) ?? findElement(article, isDocumentTitle);
  const title = (headline ? lineOf(headline) : '') || facts.headline || facts.title;
  if (headline) used.add(headline);
  if (title !== '') draft.setHeadline(title);
  const standfirst = findElement(article, isStandfirst);
  if (standfirst && standfirst !== headline) {
    draft.setStandfirst(lineOf(standfirst));
    used.add(standfirst);
  }
  takeTimes(article, draft, used);
  takeByline(article, draft, used);
  const text = without(article, (node) => used.has(node));
  const blocks = withoutRepeat(reading.walk(text.children, scope), title, reading.removed);
  draft.blocks = signedBlocks(blocks, draft, reading);
  takeFacts(draft, facts);
  for (const { text: gone, why } of reading.removed) draft.remove(gone, why);
  return withAuthors(draft.finish(), draft, facts);
}

const isBlock = (element: Element, name: string): boolean => attribute(element, 'dataGalleyBlock') === name;
/** What Word and Google Docs call the title of a document, which they do not write as a heading. */
const isDocumentTitle = (element: Element): boolean => element.tagName === 'p' && classes(element).some((name) => name === 'msotitle' || name === 'title');
const standfirstName = /(?:^|[-_])(?:msosubtitle|standfirst|stand-first|deck|dek|strapline|sub-?title|sub-?headline|sub-?deck|subhed)(?:[-_]|$)/;

function isStandfirst(element: Element): boolean {
  if (isBlock(element, 'standfirst')) return true;
  if (!/^(?:p|h2|h3|div|span)$/.test(element.tagName)) return false;
  const marked = classes(element).some((name) => standfirstName.test(name)) || /(?:^|\s)(?:alternativeHeadline|alternateName)(?:\s|$)/.test(attribute(element, 'itemProp')) || attribute(element, 'role') === 'doc-subtitle';
  const text = marked ? lineOf(element) : '';
  return text !== '' && text.length <= 600 && findElements(element, byTag('p', 'li', 'img')).length <= 1;
}

/** Times with a machine's reading in them; the line goes where it said nothing else. */
function takeTimes(article: Element | Root, draft: CopyDraft, used: Set<Nodes>): void {
  for (const line of findElements(article, (element) => /^(?:p|div|span|li|time)$/.test(element.tagName))) {
    const times = line.tagName === 'time' ? [line] : findElements(line, byTag('time'));
    const clocked = times.filter((time) => /\d[T ]\d\d:\d\d/.test(attribute(time, 'dateTime')));
    if (clocked.length !== times.length || times.length === 0 || used.has(line)) continue;
    const rest = lineOf(without({ ...line, tagName: 'div' }, (node) => times.some((one) => one === node)));
    const bare = line.tagName === 'time' ? '' : rest.replace(/last\s+updated|updated|modified|published|posted|first|on|at|[\s:|·•,–—()-]/gi, '');
    if (bare !== '' || times.some((time) => used.has(time))) continue;
    const taken = times.map((time) => takeTime(time, lineOf(line), line, draft));
    if (taken.every(Boolean)) for (const node of [line, ...times]) used.add(node);
  }
}

/** Read anew each time: the compiler would take the field for what it was before the draft changed it. */
const timeOf = (draft: CopyDraft, field: 'publishedAt' | 'updatedAt'): Time | null => draft.metadata[field];

function takeTime(time: Element, line: string, around: Element, draft: CopyDraft): boolean {
  const shown = lineOf(time);
  const before = line.slice(0, Math.max(0, line.indexOf(shown)));
  const said = `${attribute(time, 'itemProp')} ${attribute(time, 'className')} ${around === time ? '' : attribute(around, 'className')} ${before.split(/[|·•]/).at(-1) ?? ''} ${shown}`;
  const field = /updat|modif/i.test(said) ? 'updatedAt' : 'publishedAt';
  if (draft.metadata[field]) return false;
  if (!draft.takeTime({ field, phrase: attribute(time, 'dateTime').trim(), text: line || attribute(time, 'dateTime') })) return false;
  const read = timeOf(draft, field);
  if (read !== null) draft.metadata = { ...draft.metadata, [field]: { ...read, asWritten: shown } };
  return true;
}

const bylineName = /^(?:(?:[\w-]+__|[\w-]+-)?byline(?:-[\w-]+|__[\w-]+)?|(?:article|post|story|entry)?[-_]*authors?(?:[-_](?:name|names|list))?)$/;

/** The line a page marks as its byline, where names can be read from it. */
function takeByline(article: Element | Root, draft: CopyDraft, used: Set<Nodes>): void {
  const isMarked = (element: Element): boolean => !used.has(element) && (classes(element).some((name) => bylineName.test(name)) || attribute(element, 'itemProp') === 'author' || attribute(element, 'rel') === 'author');
  for (const found of findElements(article, isMarked)) {
    const line = findElement(found, byTag('h1', 'img')) === null ? lineOf(without(found, (node) => used.has(node))) : '';
    const credits = line === '' || line.length > 200 ? null : readCredits(startsWithRole(line) ? line : `By ${line}`, '');
    if (!credits) continue;
    draft.addByline(line, credits);
    used.add(found);
    return;
  }
}

/** The headline said once more at the head of the text, as some exports write it, is told and goes. */
function withoutRepeat(blocks: readonly BodyJson[], title: string, removed: Explained[]): BodyJson[] {
  const index = blocks.slice(0, 3).findIndex((block) => isOfType(block, 'subhead', 'paragraph') && textOf(block) === title);
  if (title === '' || index < 0) return [...blocks];
  removed.push({ text: title, why: say('formats.left-repeated') });
  return blocks.filter((_, at) => at !== index);
}

const textOf = (block: BodyJson): string => (block.content ?? []).map((node) => node.text ?? (node.type === 'hardBreak' ? '\n' : '')).join('');

/** Lines that are signs of copy (bylines, times, advertisement, end marks, closing credits) go to their fields. */
function signedBlocks(blocks: readonly BodyJson[], draft: CopyDraft, reading: Reading): BodyJson[] {
  const signs = blocks.map((block) => (isOfType(block, 'paragraph') ? signOf(textOf(block).trim()) : null));
  const lastText = blocks.findLastIndex((block, index) => signs[index]?.kind === 'text' || (signs[index] === null && !isOfType(block, 'adSlot', 'image')));
  let paragraphs = 0;
  const result: BodyJson[] = [];
  for (const [index, block] of blocks.entries()) {
    const sign = signs[index] ?? null;
    if (sign === null || sign.kind === 'text') {
      if (sign !== null) paragraphs += 1;
      result.push(sign !== null && paragraphs === 1 ? withoutDateline(block, draft) : block);
    } else result.push(...signBlocks(block, sign, { draft, reading, head: paragraphs === 0, closing: index > lastText, previous: result.at(-1), replace: (made) => void result.splice(-1, 1, made) }));
  }
  return result;
}

interface SignPlace {
  readonly draft: CopyDraft;
  readonly reading: Reading;
  readonly head: boolean;
  readonly closing: boolean;
  readonly previous: BodyJson | undefined;
  readonly replace: (made: BodyJson) => void;
}

function signBlocks(block: BodyJson, sign: Exclude<Sign, { kind: 'text' }>, { draft, reading, head, closing, previous, replace }: SignPlace): BodyJson[] {
  const text = textOf(block).trim();
  switch (sign.kind) {
    case 'ad':
      reading.slots += 1;
      draft.place(text, `adSlot ad-${reading.slots}`);
      return [make('adSlot', { slotId: `ad-${reading.slots}` })];
    case 'end':
      draft.remove(text, say('importing.removedEnd'));
      return [];
    case 'image':
      if (!previous || !isOfType(previous, 'image') || previous.attrs?.['credit'] !== '' || sign.line.caption !== '') return [block];
      draft.place(text, 'image');
      replace({ ...previous, attrs: { ...previous.attrs, credit: sign.line.credit, creditAsWritten: text, source: sign.line.source } });
      return [];
    case 'caption':
      return [block];
    case 'closing-image':
      if (!closing) return [block];
      draft.addClosingCredits(text, []);
      return [];
    case 'closing-credits':
      if (head) return [block];
      draft.addClosingCredits(text, sign.credits.people);
      return [];
    case 'furniture':
      return takeFurniture(block, sign, draft, head);
  }
}

/** A line of times and bylines goes only where all of it can be placed: its marks and links are worth keeping. */
function takeFurniture(block: BodyJson, sign: Extract<Sign, { kind: 'furniture' }>, draft: CopyDraft, head: boolean): BodyJson[] {
  if (sign.bylines.some(({ labelled }) => !head && !labelled)) return [block];
  const taken = sign.times.map((time) => draft.takeTime(time));
  if (taken.includes(false)) return [block];
  for (const { text, credits } of sign.bylines) draft.addByline(text, credits);
  return sign.rest.map((text) => make('paragraph', {}, [{ type: 'text', text }]));
}

/** What the page says about itself fills what it does not show. */
function takeFacts(draft: CopyDraft, facts: PageFacts): void {
  for (const [field, phrase] of [['publishedAt', facts.published], ['updatedAt', facts.modified]] as const) {
    const isMoment = /\d{4}-\d\d-\d\d[T ]\d\d:\d\d/.test(phrase);
    // Most sites give every page a modification time; one equal to the publication says nothing.
    const says = field === 'publishedAt' || phrase !== facts.published;
    if (draft.metadata[field] === null && isMoment && says) draft.takeTime({ field, phrase, text: phrase });
    const read = timeOf(draft, field);
    if (read !== null && read.asWritten === phrase) draft.metadata = { ...draft.metadata, [field]: { ...read, asWritten: '' } };
  }
}

/** The page's own list of authors, where it shows no byline. */
function withAuthors(imported: Imported, draft: CopyDraft, facts: PageFacts): Imported {
  const byline = imported.article.body.content?.find(({ type }) => type === 'byline');
  const people = byline?.attrs?.['contributors'];
  if (Array.isArray(people) && people.length > 0) return imported;
  const credits = facts.authors.length > 0 ? readCredits(`By ${facts.authors.join(', ')}`, '') : null;
  if (!credits) return imported;
  draft.addByline(facts.authors.join(', '), credits);
  return draft.finish();
}
