/** Every way in for files. Bytes in, article out: a format is known by its content, the name only decides where content does not. */
import { say } from '../../language/index.ts';
import { type Article, parseArticle } from '../article.ts';
import type { PackagedRevision } from '../export/galley.ts';
import type { Parsed } from '../parsed.ts';
import { upgradeArticle } from '../upgrade/index.ts';
import { type CopyLayout, copyLayouts, detectCopyLayout, importCopy } from './copy-layout.ts';
import { articleIdInPackage, isWordDocument, isZip, readPackage } from './galley-package.ts';
import { cmsOfPost, importPost } from './cms-post.ts';
import { importDocx } from './docx.ts';
import { articleIdInWord } from './docx/parts.ts';
import { importHtml } from './html.ts';
import { importMarkdown } from './markdown.ts';
import { importNewsItem, newsItemFormatOf, newsItemFormats } from './news-item.ts';
import { emptyReport, type ImportContext, type ImportReport } from './report.ts';
import { decodeText, isProbablyText } from './text-file.ts';

export const importFormats = ['galley', 'article-json', 'html', 'markdown', 'wordpress', 'ghost', 'docx', ...newsItemFormats, ...copyLayouts] as const;
export type ImportFormat = (typeof importFormats)[number];
const isNewsItemFormat = (format: ImportFormat): format is (typeof newsItemFormats)[number] => newsItemFormats.some((known) => known === format);
const isCopyLayout = (format: ImportFormat): format is CopyLayout => copyLayouts.some((known) => known === format);
export const isImportFormat = (name: string): name is ImportFormat => importFormats.some((known) => known === name);

/** A file as it was read from the disk; `name` is for sentences and doubtful cases only. */
export interface SourceFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface ImportedArticle {
  readonly article: Article;
  readonly report: ImportReport;
  readonly format: ImportFormat;
  /** For each image's blockId its address as the source wrote it: files beside the source are found by it. */
  readonly pictures: ReadonlyMap<string, string>;
  /** Bytes of pictures the file itself carries, by imageId. */
  readonly images: ReadonlyMap<string, Uint8Array>;
  readonly revisions: readonly PackagedRevision[];
}

/** A sentence that names the file and says what is wrong with it. */
export type ImportResult = { readonly ok: true; readonly value: ImportedArticle } | { readonly ok: false; readonly message: string };

const megabyte = 1024 * 1024;
/** More text than any article: a limit so that a wrong file is told at once. In megabytes. */
const textLimit = 20;

/** More than any page with its pictures inside. In megabytes. */
const pageLimit = 300;

/** How much of a file is text: pictures that stand inside a page do not count. */
function textBytes(bytes: Uint8Array): number {
  if (bytes.length > pageLimit * megabyte) return bytes.length;
  return new TextDecoder('latin1').decode(bytes).replaceAll(/data:image\/[a-z]+;base64,[A-Za-z0-9+/=]+/g, '').length;
}

/** Reads one file. Never throws on bad input, fetches nothing, reads no other file. */
export function importFile(file: SourceFile, context: ImportContext, from?: ImportFormat): ImportResult {
  const { name, bytes } = file;
  if (bytes.length === 0) return refuse(say('cli.file-empty', { file: name }));
  if (isZip(bytes)) return isWordDocument(bytes) ? importWord(file, context) : importPackage(file);
  if (bytes.length > textLimit * megabyte && textBytes(bytes) > textLimit * megabyte) return refuse(say('cli.file-too-large', { file: name, size: Math.ceil(bytes.length / megabyte), limit: textLimit }));
  if (!isProbablyText(bytes)) return refuse(say('cli.file-binary', { file: name }));
  const { text, encoding } = decodeText(bytes);
  if (text.trim() === '') return refuse(say('cli.file-empty', { file: name }));
  const result = importText(file, text, { context, format: from ?? detectFormat(text, name) });
  if (!result.ok || encoding === '') return result;
  const { report } = result.value;
  return { ok: true, value: { ...result.value, report: { ...report, kept: [...report.kept, { text: name, why: say('cli.decoded', { encoding }) }] } } };
}

/** The format of a text by its content. */
export function detectFormat(text: string, name: string): ImportFormat {
  const head = text.slice(0, 4000).trimStart();
  const cms = cmsOfPost(text);
  if (cms !== null) return cms;
  const news = newsItemFormatOf(text);
  if (news !== null) return news;
  if (head.startsWith('{') && (/"format"\s*:\s*"galley-article"/.test(head) || /\.json$/i.test(name) || isJson(text))) return 'article-json';
  if (/^(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<(?:!doctype\s+html|html|head|body|article|section|main|div|p|h[1-6]|ul|ol|table|figure|header|meta|blockquote|span)\b[^>]*>/i.test(head)) return 'html';
  if (/^(---|\+\+\+)[ \t]*\r?\n[\s\S]*?\n\1[ \t]*(?:\r?\n|$)/.test(text.trimStart()) && /^(?:---|\+\+\+)[ \t]*\r?\n\s*[\w"'#[-]+.*:?/.test(head)) return 'markdown';
  return detectTextFormat(text, name);
}

/** What these names promise is never plain text: a file that is not what it is called is damaged, and is told so. */
const promised: Readonly<Record<string, ImportFormat>> = { galley: 'galley', docx: 'docx', json: 'article-json' };

function detectTextFormat(text: string, name: string): ImportFormat {
  const named = promised[/\.(\w+)$/.exec(name)?.[1]?.toLowerCase() ?? ''];
  if (named) return named;
  const head = text.slice(0, 4000).trimStart();
  const layout = detectCopyLayout(text);
  const isNamed = /\.(?:md|mdx|markdown)$/i.test(name);
  // Labelled copy is Markdown-like itself; the other layouts would take Markdown's signs for words.
  if (layout === 'labelled-copy' || (layout !== 'plain-text' && !isNamed && !/^# \S/.test(head))) return layout;
  const isMarkdown = isNamed || /^#{1,6} \S/m.test(head) || /\]\(https?:\/\//.test(head) || /^```/m.test(head);
  return isMarkdown ? 'markdown' : 'plain-text';
}

/** The id of the Galley article a file carries; null where it carries none. Decides whether an export may replace it. */
export function articleIdIn(bytes: Uint8Array): string | null {
  if (isZip(bytes)) return articleIdInPackage(bytes) ?? articleIdInWord(bytes);
  const text = new TextDecoder('utf-8').decode(bytes.subarray(0, textLimit * megabyte));
  const html = /<(?:article|div)\s+data-galley-article="([0-9a-f-]{36})"/i.exec(text);
  const markdown = /^---\n[\s\S]*?^galley:\n {2,}id: "([0-9a-f-]{36})"/m.exec(text);
  const item = /(?:"uri": "|guid="|<doc-id id-string=")urn:uuid:([0-9a-f-]{36})"/.exec(text);
  const templated = /<!-- galley-article: ([0-9a-f-]{36}) -->/.exec(text);
  return html?.[1] ?? templated?.[1] ?? markdown?.[1] ?? item?.[1] ?? null;
}

interface TextRequest {
  readonly context: ImportContext;
  readonly format: ImportFormat;
}

function importText({ name }: SourceFile, text: string, { context, format }: TextRequest): ImportResult {
  if (isNewsItemFormat(format)) return whole(name, format, importNewsItem(text, format, context));
  if (isCopyLayout(format)) return copy(text, context, format);
  switch (format) {
    case 'galley':
      return refuse(say('cli.file-no-package', { file: name }));
    case 'docx':
      return refuse(say('cli.file-no-word', { file: name }));
    case 'article-json':
      return importArticleJson(name, text);
    case 'html':
      return whole(name, format, importHtml(text, context));
    case 'wordpress':
    case 'ghost':
      return whole(name, format, importPost(text) ?? importHtml(text, context));
    case 'markdown':
      return whole(name, format, importMarkdown(text, context));
  }
}

function copy(text: string, context: ImportContext, format: CopyLayout): ImportResult {
  return { ok: true, value: { ...importCopy(text, context, format), ...nothingBeside, format } };
}

const nothingBeside = { pictures: new Map<string, string>(), images: new Map<string, Uint8Array>(), revisions: [] } as const;

function importArticleJson(name: string, text: string): ImportResult {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return refuse(say('cli.file-json', { file: name, message: error.message }));
  }
  const upgraded = upgradeArticle(json);
  const parsed = upgraded.ok ? parseArticle(upgraded.value) : upgraded;
  return whole(name, 'article-json', parsed.ok ? { ok: true, value: { article: parsed.value, report: emptyReport, pictures: new Map() } } : parsed);
}

function importPackage({ name, bytes }: SourceFile): ImportResult {
  const read = readPackage(bytes);
  if (read.ok) return { ok: true, value: { ...nothingBeside, article: read.value.article, report: emptyReport, format: 'galley', images: read.value.images, revisions: read.value.revisions } };
  return refuse(say('cli.file-zip', { file: name, where: read.error.path, message: read.error.message }));
}

function importWord({ name, bytes }: SourceFile, context: ImportContext): ImportResult {
  const read = importDocx(bytes, context);
  return whole(name, 'docx', read.ok ? { ok: true, value: { ...nothingBeside, ...read.value } } : read);
}

type Read = Pick<ImportedArticle, 'article' | 'report' | 'pictures'> & Partial<Pick<ImportedArticle, 'images'>>;

function whole(name: string, format: ImportFormat, read: Parsed<Read>): ImportResult {
  if (!read.ok) return refuse(say('cli.file-article', { file: name, where: read.error.path, message: read.error.message }));
  return { ok: true, value: { ...nothingBeside, ...read.value, format } };
}

const refuse = (message: string): ImportResult => ({ ok: false, message });

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
