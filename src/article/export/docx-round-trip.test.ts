import fc from 'fast-check';
import { expect, test } from 'vitest';
import { articleArbitrary } from '../arbitrary.ts';
import type { Article } from '../article.ts';
import type { BodyJson } from '../body.ts';
import { importFile } from '../import/index.ts';
import { type MetadataField, metadataFields } from '../metadata.ts';
import { plain } from '../plain.ts';
import { carriedBy } from './carries.ts';
import { exportArticle } from './index.ts';
import { joined } from './public-part.ts';

const carried = carriedBy('docx');
const isKept = (kind: 'block' | 'mark' | 'field', name: string): boolean => carried.find((one) => one.kind === kind && one.name === name)?.fate === 'kept';

function back(article: Article): Article {
  const { content, fileName } = exportArticle(article, 'docx', { hasPicture: () => false });
  const read = importFile({ name: fileName, bytes: typeof content === 'string' ? new TextEncoder().encode(content) : content }, { zone: '', newsroomZone: '', machineZone: 'Etc/UTC', language: '' });
  if (!read.ok) throw new Error(read.message);
  return read.value.article;
}

/**
 * What people write: text in every passage, lists that count from zero or above (Word knows no other), tables whose rows are of
 * one length. The random articles have what is none of it.
 */
function written(node: BodyJson): BodyJson {
  if (node.type === 'orderedList') return { ...node, attrs: { ...node.attrs, start: Math.max(0, Number(node.attrs?.['start'])) }, content: (node.content ?? []).map(written) };
  if (node.type === 'table') return { ...node, content: rectangular((node.content ?? []).map(written)) };
  const isPassage = node.type === 'paragraph' || node.type === 'subhead' || node.type === 'pullQuote';
  if (isPassage && !(node.content ?? []).some(({ text }) => /\S/.test(text ?? ''))) return { ...node, content: [{ type: 'text', text: 'written' }] };
  return node.content ? { ...node, content: node.content.map(written) } : node;
}

function rectangular(rows: readonly BodyJson[]): BodyJson[] {
  const columns = Math.min(...rows.map(({ content }) => (content ?? []).length));
  return rows.map((row) => ({ ...row, content: (row.content ?? []).slice(0, columns).map((cell) => ({ ...cell, attrs: { ...cell.attrs, colspan: 1, rowspan: 1 } })) }));
}

/** A block with what the table calls kept: marks that are, and blocks inside that are; of the others their text. */
function kept(node: BodyJson): BodyJson[] {
  if (node.type === 'text') return [{ type: 'text', ...(node.text === undefined ? {} : { text: node.text }), ...marksOf(node) }];
  const content = (node.content ?? []).flatMap(kept);
  if (node.type === 'hardBreak') return [{ type: 'hardBreak' }];
  if (node.type === 'paragraph') return [{ type: 'paragraph', content }];
  if (!isKept('block', node.type)) return [];
  const attrs = Object.fromEntries(Object.entries(node.attrs ?? {}).filter(([name]) => !['blockId', 'lang', 'dir'].includes(name)));
  return [{ type: node.type, attrs, content }];
}

function marksOf({ marks }: BodyJson): Pick<BodyJson, 'marks'> {
  const said = (marks ?? []).filter(({ type }) => isKept('mark', type));
  return said.length > 0 ? { marks: said } : {};
}

test('a Word document brings back every field, block and mark that the table calls kept, of any article', () => {
  fc.assert(
    fc.property(articleArbitrary, (article) => {
      const whole: Article = { ...plain(article), body: { ...article.body, content: (plain(article).body.content ?? []).map(written) } };
      const read = back(whole);
      for (const field of metadataFields.filter((name: MetadataField) => isKept('field', name))) expect([field, read.metadata[field]]).toEqual([field, whole.metadata[field]]);
      const blocksOf = ({ body }: Article): unknown => joined((body.content ?? []).filter(({ type }) => isKept('block', type)).flatMap(kept));
      expect(blocksOf(read)).toEqual(blocksOf(whole));
    }),
    { numRuns: 60 },
  );
});
