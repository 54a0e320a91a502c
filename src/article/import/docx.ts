import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { Element, ElementContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { say } from '../../language/index.ts';
import { type Article, emptyArticle, parseArticle, type StoredImage } from '../article.ts';
import type { BodyJson } from '../body.ts';
import { roleOfLabel } from '../export/html/byline.ts';
import { el, textNode } from '../export/html/elements.ts';
import { failed, ok, type Parsed } from '../parsed.ts';
import { bodyOf } from './docx/body.ts';
import { type DocxParts, readParts } from './docx/parts.ts';
import { pictureSize } from './docx/picture-size.ts';
import { prepare, readingOf } from './html-blocks.ts';
import { ownArticle } from './html/own-article.ts';
import { importHtml } from './html.ts';
import { sound } from './own-fields.ts';
import { xmlAttribute, xmlContent } from './xml-html.ts';
import { emptyReport, type ImportContext, type Imported } from './report.ts';

interface ImportedDocx extends Imported {
  /** Bytes of the pictures in the document, by imageId. */
  readonly images: ReadonlyMap<string, Uint8Array>;
}

/** A Word document as an article: ours by its styles and properties, any other by what Word's own styles say. */
export function importDocx(bytes: Uint8Array, context: ImportContext): Parsed<ImportedDocx> {
  const parts = readParts(bytes);
  if (!parts) return failed('bad-content', 'word/document.xml', say('cli.docx-damaged'));
  const body = bodyOf(parts);
  const isOwn = /^[0-9a-f-]{36}$/.test(parts.properties.get('galleyArticle') ?? '');
  const read = isOwn ? ownDocument(parts, body.blocks, body.closingCredits) : foreignDocument(parts, body, context);
  if (!read.ok) return read;
  const { article, images } = withPictures(read.value.article, read.value.pictures, parts);
  const hidden = body.removed.filter((text) => text.trim() !== '').map((text) => ({ text, why: say('formats.left-deletion') }));
  const comments = parts.comments.map((comment) => ({ text: [xmlAttribute(comment, 'w:author'), xmlContent(comment)].filter((words) => words !== '').join(': '), why: say('formats.left-comment') }));
  const unread = Array.from({ length: body.unread }, () => ({ text: '', why: say('formats.left-file-inside') }));
  return ok({ article, images, report: { ...read.value.report, removed: [...read.value.report.removed, ...hidden, ...comments, ...unread] } });
}

type Read = Imported & { readonly pictures: ReadonlyMap<string, string> };

function ownDocument(parts: DocxParts, blocks: readonly ElementContent[], closingCredits: string): Parsed<Read> {
  const { properties } = parts;
  const attributes = Object.fromEntries(['slugline', 'source', 'genre', 'urlSlug', 'canonicalUrl', 'copyright', 'usageTerms', 'seoTitle', 'shortHeadline', 'socialHeadline', 'section', 'urgency'].flatMap((name) => (properties.has(name) ? [[`dataGalley${name.charAt(0).toUpperCase()}${name.slice(1)}`, properties.get(name) ?? null] as const] : [])));
  const isByline = (node: ElementContent): node is Element => node.type === 'element' && node.properties['dataDocx'] === 'byline';
  const people = blocks.filter(isByline).filter((line) => typeof line.properties['dataName'] === 'string').map(personOf);
  const text = blocks.filter((node) => !isByline(node)).map(withDateline);
  const article = el('article', { dataGalleyArticle: properties.get('galleyArticle') ?? '', lang: parts.language || null, ...attributes }, [...text]);
  const prepared = prepare({ type: 'root', children: [article] });
  if (!prepared.ok) return prepared;
  const [element] = prepared.value.root.children;
  const reading = readingOf({ sheet: prepared.value.sheet, removed: [] }, { started: false });
  const made = element?.type === 'element' ? ownArticle(element, reading) : null;
  if (!made) return failed('bad-content', 'word/document.xml', say('cli.docx-damaged'));
  const content = (made.body.content ?? []).map((node): unknown => (node.type === 'byline' ? { ...node, attrs: { ...node.attrs, contributors: people } } : node));
  const tags = parts.keywords === '' ? [] : parts.keywords.split(', ');
  const whole = sound({ ...made, body: { ...made.body, content }, metadata: { ...made.metadata, closingCredits, tags } }, made);
  return ok({ article: whole, report: { ...emptyReport, removed: reading.removed }, pictures: reading.pictures });
}

/** “Reported by Asha Rao, Agency, Kochi”: the name stands in its own style, the rest around it. */
function personOf(line: Element): { name: string; role: string; affiliation: string; location: string; email: string; url: string } {
  const name = String(line.properties['dataName']);
  const whole = line.children.map(textIn).join('');
  const at = whole.indexOf(name);
  const label = whole.slice(0, at).trim();
  const [affiliation = '', ...rest] = whole.slice(at + name.length).replace(/^,\s*/, '').split(', ');
  const role = roleOfLabel(label);
  return { name, role, affiliation, location: rest.join(', '), email: '', url: '' };
}

const textIn = (node: ElementContent): string => (node.type === 'text' ? node.value : 'children' in node ? node.children.map(textIn).join('') : '');

/** The dateline's run as our own element. */
function withDateline(node: ElementContent): ElementContent {
  if (node.type !== 'element' || node.tagName !== 'p') return node;
  return { ...node, children: node.children.map((child) => (child.type === 'element' && child.properties['dataDocx'] === 'dateline' ? el('span', { dataGalleyPart: 'dateline' }, [el('span', { dataGalleyPart: 'as-written' }, [textNode(textIn(child).trim())])]) : child)) };
}

/** Programs without a style for titles open a document with its only heading of the first level. */
function withHeadline(blocks: readonly ElementContent[]): ElementContent[] {
  const isHeading = (node: ElementContent): node is Element => node.type === 'element' && (node.tagName === 'h1' || node.properties['dataDocx'] === 'heading 1');
  const [only, ...more] = blocks.filter(isHeading);
  if (!only || only.tagName === 'h1' || more.length > 0 || blocks.find((node) => node.type === 'element' && node.tagName !== 'figure') !== only) return [...blocks];
  return blocks.map((node) => (node === only ? { ...only, tagName: 'h1' } : node));
}

function foreignDocument(parts: DocxParts, { blocks, closingCredits }: { readonly blocks: readonly ElementContent[]; readonly closingCredits: string }, context: ImportContext): Parsed<Read> {
  const page = el('html', { lang: parts.language || null }, [el('body', {}, [el('article', {}, withHeadline(blocks))])]);
  const read = importHtml(toHtml(page), context);
  if (!read.ok || closingCredits === '') return read;
  return ok({ ...read.value, article: { ...read.value.article, metadata: { ...read.value.article.metadata, closingCredits } } });
}

/** Gives each image block the picture that stands in the document. */
function withPictures(article: Article, addresses: ReadonlyMap<string, string>, { media }: DocxParts): { article: Article; images: Map<string, Uint8Array> } {
  const images = new Map<string, Uint8Array>();
  const stored: Record<string, StoredImage> = {};
  const give = (node: BodyJson): BodyJson => {
    const inner = node.content ? { content: node.content.map(give) } : {};
    const blockId = node.attrs?.['blockId'];
    const address = typeof blockId === 'string' ? addresses.get(blockId) : undefined;
    const bytes = address === undefined ? undefined : media.get(address);
    const size = bytes ? pictureSize(bytes) : null;
    if (node.type !== 'image' || !bytes || !size) return { ...node, ...inner };
    const imageId = `sha256-${bytesToHex(sha256(bytes))}`;
    images.set(imageId, bytes);
    stored[imageId] = { fileName: address?.split('/').at(-1) ?? '', ...size, bytes: bytes.length, fromFile: {} };
    return { ...node, attrs: { ...node.attrs, imageId }, ...inner };
  };
  const parsed = parseArticle({ ...article, body: give(article.body), images: { ...article.images, ...stored } });
  return parsed.ok ? { article: parsed.value, images } : { article: article.id === '' ? emptyArticle() : article, images: new Map() };
}
