import { describe, expect, test } from 'vitest';
import { type Article, parseArticle } from '../article.ts';
import type { BodyJson } from '../body.ts';
import exampleJson from '../example.json' with { type: 'json' };
import { importFile } from '../import/index.ts';
import { emptyMetadata, type Metadata, type MetadataField, metadataFields } from '../metadata.ts';
import { suggestionMarkNames } from '../marks/index.ts';
import { plain } from '../plain.ts';
import { carriedBy, type Carried, carriedName, changedIn, leftBehind, lossesOf } from './carries.ts';
import { exportArticle, type FormatName, formatNames } from './index.ts';
import { joined } from './public-part.ts';

const parsed = parseArticle(exampleJson);
if (!parsed.ok) throw new Error(parsed.error.message);
const example = parsed.value;

/** A specimen and what it is without the thing in question. */
interface Specimen {
  readonly whole: Article;
  readonly without: Article;
  /** The thing as JSON, to be found again in what comes back. */
  readonly sign: (article: Article) => string;
}

/** Ids do not come back, and notes and suggestions are cells of their own. */
const bare = (node: BodyJson): BodyJson => {
  const { marks, attrs, content, ...rest } = node;
  const kept = (marks ?? []).filter(({ type }) => type !== 'note' && !suggestionMarkNames.some((mark) => mark === type));
  const named = attrs ? Object.fromEntries(Object.entries(attrs).filter(([name]) => name !== 'blockId' && name !== 'imageId')) : undefined;
  return { ...rest, ...(named ? { attrs: named } : {}), ...(kept.length > 0 ? { marks: kept } : {}), ...(content ? { content: content.map(bare) } : {}) };
};

const walk = (node: BodyJson, map: (child: BodyJson) => BodyJson[]): BodyJson => ({ ...node, ...(node.content ? { content: node.content.flatMap((child) => map(walk(child, map))) } : {}) });
const all = (node: BodyJson): BodyJson[] => [node, ...(node.content ?? []).flatMap(all)];
const only = (metadata: Partial<Metadata>): Article => ({ ...example, metadata: { ...emptyMetadata(), ...metadata } });

const listOf = (levels: number): BodyJson => ({ type: 'bulletList', content: [{ type: 'listItem', content: [{ type: 'paragraph', content: [{ type: 'text', text: `Level ${levels}` }] }, ...(levels > 1 ? [listOf(levels - 1)] : [])] }] });
const deepest = (node: BodyJson): number => Math.max(0, ...(node.content ?? []).map(deepest)) + (node.type === 'bulletList' ? 1 : 0);

function specimenOf({ kind, name, why }: Carried): Specimen {
  const source = only({});
  if (kind === 'field') {
    const field = name as MetadataField;
    return { whole: only({ [field]: field === 'adPolicy' ? 'none' : example.metadata[field] }), without: source, sign: ({ metadata }) => JSON.stringify(metadata[field]) };
  }
  if (kind === 'mark') {
    const unmarked = walk(source.body, (child) => [{ ...child, ...(child.marks ? { marks: child.marks.filter(({ type }) => type !== name) } : {}) }]);
    const isSuggestion = suggestionMarkNames.some((mark) => mark === name);
    const marked = (article: Article): string => JSON.stringify(all(article.body).flatMap(({ marks, text }) => (marks ?? []).filter(({ type }) => type === name).map((mark) => [mark, isSuggestion ? '' : text])));
    return { whole: source, without: isSuggestion ? plain(source) : { ...source, body: unmarked }, sign: marked };
  }
  if (why.includes('nine levels')) return { whole: { ...source, body: { type: 'doc', content: [listOf(10)] } }, without: source, sign: ({ body }) => String(deepest(body)) };
  const gone = walk(source.body, (child) => (child.type === name ? [] : [child]));
  const found = (article: Article): string => JSON.stringify(joined(all(article.body).filter(({ type }) => type === name).map(bare)));
  return { whole: source, without: { ...source, body: gone }, sign: found };
}

const filesOf = (article: Article, format: FormatName): string => {
  const { content } = exportArticle(article, format, { hasPicture: () => true, stem: 'story' });
  return typeof content === 'string' ? content : new TextDecoder('latin1').decode(content);
};

function backFrom(article: Article, format: FormatName): Article | null {
  const { content, fileName } = exportArticle(article, format, { hasPicture: () => true });
  const read = importFile({ name: fileName, bytes: typeof content === 'string' ? new TextEncoder().encode(content) : content }, { zone: '', newsroomZone: '', machineZone: 'Etc/UTC', language: '' });
  return read.ok && (read.value.article.id === article.id || format === 'galley') ? read.value.article : null;
}

describe.each(formatNames.map((format) => [format] as const))('%s', (format) => {
  test.each(carriedBy(format).map((carried) => [`${carried.kind} ${carried.name}`, carried.fate, carried] as const))('%s is %s', (_name, fate, carried) => {
    const { whole, without, sign } = specimenOf(carried);
    const isNode = carried.kind === 'block' && ['tableRow', 'tableHeader', 'tableCell', 'listItem'].includes(carried.name);
    const said = filesOf(whole, format) !== filesOf(isNode ? only({}) : without, format);
    const back = backFrom(whole, format);
    const isSuggestion = suggestionMarkNames.some((mark) => mark === carried.name);
    const same = back !== null && sign(back) === sign(format === 'galley' || isSuggestion ? whole : plain(whole));
    if (fate === 'dropped') expect([said, same && sign(whole) !== sign(without)]).toEqual([false, false]);
    if (fate === 'kept') expect(same).toBe(true);
    if (fate === 'changed') expect([said || isNode, same]).toEqual([true, false]);
    expect(carried.why === '').toBe(fate === 'kept');
  });
});

test('every thing has a name of its own', () => {
  for (const carried of carriedBy('html')) expect(carriedName(carried)).toMatch(/^[A-Z]/);
});

test('the losses of the article at hand: what it has, counted, and nothing else', () => {
  expect(lossesOf(example, 'html').map(({ name, count }) => `${name} ${count}`)).toEqual(
    expect.arrayContaining(['note 1', 'internalNote 1', 'legal 1', 'editorialNote 1']),
  );
  expect(lossesOf(only({}), 'html').filter(({ kind }) => kind === 'field')).toEqual([]);
  expect(lossesOf(example, 'galley')).toEqual([]);
  expect(metadataFields.length + 12 + 21).toBe(carriedBy('text').length);
});

test('a Word list is told as changed where it is deeper than Word’s nine levels, and only there', () => {
  const losses = (levels: number): unknown => changedIn({ ...only({}), body: { type: 'doc', content: [listOf(levels)] } }, 'docx').filter(({ why }) => why.includes('nine levels')).map(({ things }) => things);
  expect([losses(9), losses(10), losses(11)]).toEqual([[], [['List item (1)']], [['List item (2)']]]);
});

test('what is left behind, in words: counted once where a note runs over bold words; nothing where all is carried', () => {
  const note = { type: 'note', attrs: { noteId: 'n1' } };
  const paragraph = { type: 'paragraph', content: [{ type: 'text', text: 'Ask ', marks: [note] }, { type: 'text', text: 'twice', marks: [{ type: 'bold' }, note] }, { type: 'text', text: ' and ' }, { type: 'text', text: 'again', marks: [note] }] };
  const article: Article = { ...example, metadata: { ...emptyMetadata(), internalNote: 'Call first.', shortHeadline: 'Ferry' }, body: { type: 'doc', content: [paragraph] } };
  expect(leftBehind(article, 'ghost')).toEqual(['2 notes', 'the internal note']);
  expect(leftBehind(article, 'text')).toEqual(['1 bold passage', '2 notes', 'the short headline', 'the internal note']);
  const planned: Article = { ...article, metadata: { ...article.metadata, targetLength: { value: 500, unit: 'words' }, corrections: example.metadata.corrections } };
  expect(leftBehind(planned, 'text')).toEqual(['1 bold passage', '2 notes', 'the short headline', 'the internal note']);
  expect(changedIn(article, 'text')).toEqual([{ why: 'As plain text.', things: ['Paragraph (1)'] }]);
  expect(leftBehind(article, 'galley')).toEqual([]);
  expect(leftBehind({ ...article, metadata: emptyMetadata(), body: { type: 'doc', content: [] } }, 'text')).toEqual([]);
});
