import type { Root } from 'mdast';
import { emptyArticle, parseArticle } from '../article.ts';
import type { BodyJson } from '../body.ts';
import { emptyMetadata } from '../metadata.ts';
import { ok, type Parsed } from '../parsed.ts';
import { datelineText } from '../export/html-fragment.ts';
import { make } from './html/make.ts';
import { originOf } from './html/image.ts';
import { blocksOfTree, parseMarkdown, partedFrontMatter } from './markdown/blocks.ts';
import { withoutDialect } from './markdown/dialect.ts';
import { type FrontMatter, readFrontMatter } from './markdown/front-matter.ts';
import { withoutSiteCodes } from './markdown/site-codes.ts';
import { emptyReport, type ImportContext, type Imported } from './report.ts';

export interface ImportedMarkdown extends Imported {
  /** For each image's blockId its address as the source wrote it: what stands beside the file is found by it. */
  readonly pictures: ReadonlyMap<string, string>;
}

/** A Markdown file as an article: front matter gives the fields; without a title there, a leading `#` is the headline. */
export function importMarkdown(source: string, context: ImportContext): Parsed<ImportedMarkdown> {
  const parted = partedFile(source, context);
  if (!parted.ok) return parted;
  const { front, removed } = parted.value;
  const own = front.id !== '';
  const tree = parseMarkdown(parted.value.text, own);
  if (!tree.ok) return tree;
  const { text, headline } = leadingHeadline(tree.value, front.headline.length > 0);
  const body = blocksOfTree(text, { own, baseAddress: front.metadata.canonicalUrl });
  if (!body.ok) return body;
  const title = front.headline.length > 0 || !headline ? ok(front.headline) : fieldOf(headline, own);
  if (!title.ok) return title;
  const fields = [make('headline', {}, title.value), make('standfirst', {}, front.standfirst), make('byline', { contributors: front.contributors })];
  const cover = coverBlock(front, body.value);
  const made = [...(cover ? [cover] : []), ...body.value.blocks];
  const blocks = made.length > 0 ? made : [make('paragraph')];
  const bare = emptyArticle();
  const metadata = { ...front.metadata, closingCredits: body.value.closingCredits, dateline: datelineOf(front, body.value.dateline) };
  const whole = { ...bare, ...(/^[0-9a-f-]{36}$/i.test(front.id) ? { id: front.id } : {}), metadata, body: { type: 'doc', content: [...fields, ...blocks] } };
  const parsed = parseArticle(whole);
  if (!parsed.ok) return parsed;
  return ok({ article: parsed.value, report: { ...emptyReport, removed: [...removed, ...body.value.removed] }, pictures: withCover(body.value.pictures, cover, front) });
}

interface PartedFile extends Pick<FrontMatter, 'removed'> {
  readonly front: FrontMatter;
  readonly text: string;
}

/** What the front matter says, and the text in plain Markdown. */
function partedFile(source: string, context: ImportContext): Parsed<PartedFile> {
  const plain = withoutDialect(source.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n'));
  const { matter, syntax, rest } = partedFrontMatter(plain);
  const read = syntax === null ? ok(null) : readFrontMatter(matter, syntax, context);
  if (!read.ok) return read;
  const front = read.value;
  if (front === null) return ok({ front: noFrontMatter(context), text: plain, removed: [] });
  if (front.id !== '') return ok({ front, text: rest, removed: front.removed });
  // A file of another site: its generator's codes are no words.
  const { text, removed } = withoutSiteCodes(rest);
  return ok({ front, text, removed: [...front.removed, ...removed] });
}

const noFrontMatter = (context: ImportContext): FrontMatter => ({ id: '', headline: [], standfirst: [], contributors: [], metadata: { ...emptyMetadata(), language: context.language }, cover: null, removed: [] });

/** The picture the front matter names leads the article, unless the text shows it already. */
function coverBlock({ cover }: FrontMatter, { pictures }: Pick<ImportedMarkdown, 'pictures'>): BodyJson | null {
  if (!cover || [...pictures.values()].includes(cover.address)) return null;
  const { address, alt, caption, credit } = cover;
  return make('image', { origin: originOf(address, ''), alt, credit, role: 'lead' }, caption === '' ? [] : [{ type: 'text', text: caption }]);
}

function withCover(pictures: ReadonlyMap<string, string>, block: BodyJson | null, { cover }: FrontMatter): ReadonlyMap<string, string> {
  const id = block?.attrs?.['blockId'];
  return cover && typeof id === 'string' ? new Map([[id, cover.address], ...pictures]) : pictures;
}

/** The text without its front matter and without a leading first-level heading, which is the headline. */
function leadingHeadline(tree: Root, hasTitle: boolean): { readonly text: Root; readonly headline: Root | null } {
  const { children } = tree;
  const [first, ...rest] = children;
  const isHeadline = first?.type === 'heading' && first.depth === 1 && !hasTitle;
  if (!isHeadline) return { text: { type: 'root', children }, headline: null };
  return { text: { type: 'root', children: rest }, headline: { type: 'root', children: [{ type: 'paragraph', children: first.children }] } };
}

const fieldMarks = new Set(['italic', 'superscript', 'subscript', 'lang']);

function fieldOf(line: Root, own: boolean): Parsed<readonly BodyJson[]> {
  const read = blocksOfTree(line, { own, baseAddress: '' });
  if (!read.ok) return read;
  return ok(
    (read.value.blocks[0]?.content ?? []).map(({ marks, ...rest }) => {
      const kept = (marks ?? []).filter(({ type }) => fieldMarks.has(type));
      return kept.length > 0 ? { ...rest, marks: kept } : rest;
    }),
  );
}

/** The front matter's dateline; where the printed one was changed by hand, it is taken as written. */
function datelineOf({ metadata }: FrontMatter, printed: string): FrontMatter['metadata']['dateline'] {
  const kept = metadata.dateline;
  if (printed === '' || (kept && inLine(datelineText(kept)) === inLine(printed))) return kept;
  return { ...(kept ?? { place: '', country: '', date: '', source: '' }), asWritten: printed };
}

const inLine = (text: string): string => text.replace(/\s+/g, ' ').trim();
