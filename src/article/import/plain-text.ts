import { listOf, paragraphOf } from './copy-blocks.ts';
import { CopyDraft } from './copy-draft.ts';
import { chunksOf, type CopyLine, copyLines, isWrapped, joinChunk } from './copy-lines.ts';
import { bulletText, looksLikeSubhead } from './copy-signs.ts';
import type { BodyJson } from '../body.ts';
import type { ImportContext, Imported } from './report.ts';

/**
 * Text of no known layout: the first line is the headline where it reads like one, everything else is the body, line by line.
 */
export function importPlainText(text: string, context: ImportContext): Imported {
  const draft = new CopyDraft(context);
  const chunks = chunksOf(copyLines(text));
  const [first] = chunks;
  const title = first?.length === 1 && chunks.length > 1 ? first[0] : undefined;
  if (title && title.indent === '' && looksLikeSubhead(title.text)) {
    draft.setHeadline(title.text);
    chunks.shift();
  }
  draft.blocks = chunks.map(blockOf);
  return draft.finish();
}

function blockOf(chunk: readonly CopyLine[]): BodyJson {
  if (isWrapped(chunk)) return paragraphOf(joinChunk(chunk));
  const bullets = chunk.map(({ text }) => bulletText(text));
  if (bullets.length > 1 && bullets.every((text) => text !== null)) return listOf(bullets, null);
  // Verse, code and addresses keep their lines and the blanks they begin with.
  return paragraphOf(chunk.map(({ indent, text }, index) => (index === 0 ? text : `${indent}${text}`)).join('\n'));
}
