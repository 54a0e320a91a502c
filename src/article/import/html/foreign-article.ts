import type { Element, Nodes, Root } from 'hast';
import { say } from '../../../language/index.ts';
import type { BodyJson } from '../../body.ts';
import { readCredits } from '../credits.ts';
import { CopyDraft } from '../copy-draft.ts';
import { signOf, type Sign } from '../copy-signs.ts';
import { withoutDateline } from '../dateline-block.ts';
import type { Explained, ImportContext, Imported } from '../report.ts';
import { isOfType, make } from './make.ts';
import type { PageFacts } from './page-facts.ts';
import { asFigure, isSamePicture } from './outside-lead.ts';
import { headElements, readPageHead } from './page-head.ts';
import { lineOf, same, without } from './read.ts';
import type { Reading, Scope } from './scope.ts';

interface ForeignPage {
  readonly article: Element | Root;
  /** The picture the page shows outside the article; it leads an article that has none of its own. */
  readonly lead: Element | null;
  readonly whole: Root;
  readonly facts: PageFacts;
  readonly reading: Reading;
  readonly scope: Scope;
  readonly context: ImportContext;
}

/** The article of a page that is not ours: fields from what it shows, else from what it says about itself. */
export function foreignArticle({ article, lead, whole, facts, reading, scope, context }: ForeignPage): Imported {
  const draft = new CopyDraft(context, { publishedAt: facts.published, updatedAt: facts.modified });
  draft.metadata = { ...draft.metadata, canonicalUrl: facts.canonicalUrl, seoDescription: facts.description };
  const used = new Set<Nodes>();
  const title = readPageHead({ article, whole, facts, draft, reading, head: headElements(article), used });
  const text = without(article, (node) => used.has(node));
  const blocks = withoutSignature(withoutRepeat(reading.walk(text.children, scope), title, reading.removed), draft, reading.removed);
  draft.blocks = withLead(withOutsideLead(signedBlocks(blocks, draft, reading), lead, reading, scope));
  for (const { text: gone, why } of reading.removed) draft.remove(gone, why);
  return withAuthors(draft.finish(), draft, facts);
}

/** An article with a picture of its own above its text, or with this one further down, needs none: then it is told. */
function withOutsideLead(blocks: readonly BodyJson[], lead: Element | null, reading: Reading, scope: Scope): BodyJson[] {
  if (!lead) return [...blocks];
  const address = ({ attrs }: BodyJson): string => (typeof attrs?.['origin'] === 'string' ? attrs['origin'] : '');
  const made = reading.walk([asFigure(lead)], scope);
  const [image] = made;
  const hasOwn = withLead(blocks).some((block) => block.attrs?.['role'] === 'lead') || blocks.some((block) => isOfType(block, 'image', 'gallery') && [block, ...(block.content ?? [])].some((one) => image && isSamePicture(address(one), address(image))));
  if (image && made.length === 1 && isOfType(image, 'image') && !hasOwn) return [image, ...blocks];
  reading.removed.push({ text: lineOf(lead), why: say('formats.left-furniture') });
  return [...blocks];
}

/** The picture above the text, or right below its first paragraph, leads the article. */
function withLead(blocks: readonly BodyJson[]): BodyJson[] {
  const at = blocks.findIndex((block) => isOfType(block, 'image'));
  const image = blocks[at];
  const before = blocks.slice(0, Math.max(0, at)).filter((block) => !isOfType(block, 'adSlot') && textOf(block).length > 60);
  return image && before.length < 2 ? blocks.with(at, { ...image, attrs: { ...image.attrs, role: 'lead' } }) : [...blocks];
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
      result.push(sign !== null && paragraphs < 4 && !draft.hasDateline ? withoutDateline(block, draft) : block);
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
  const isWhole = !taken.includes(false);
  // Names in lines of their own go even where a time beside them cannot be read: it stays.
  if (!isWhole && (sign.bylines.length === 0 || !(block.content ?? []).some(({ type }) => type === 'hardBreak'))) return [block];
  for (const { text, credits } of sign.bylines) draft.addByline(text, credits);
  const left = [...sign.times.filter((_, index) => taken[index] === false).map(({ text }) => text), ...sign.rest];
  return left.map((text) => make('paragraph', {}, [{ type: 'text', text }]));
}

/** The writer's name once more below the text. */
function withoutSignature(blocks: readonly BodyJson[], { people }: CopyDraft, removed: Explained[]): BodyJson[] {
  const last = blocks.at(-1);
  if (!last || !isOfType(last, 'paragraph') || !people.some(({ name }) => same(textOf(last), name))) return [...blocks];
  removed.push({ text: textOf(last), why: say('formats.left-repeated') });
  return blocks.slice(0, -1);
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
