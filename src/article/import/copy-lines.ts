/** One line of copy that shows something. */
export interface CopyLine {
  /** Without blanks at its ends. */
  readonly text: string;
  /** Blanks it began with. */
  readonly indent: string;
  readonly blankBefore: boolean;
}

/** Lines longer than this are not hard-wrapped copy; shorter than the least, they are verse, lists or addresses. */
const widestWrap = 100;
const narrowestWrap = 45;
/** People who break lines by hand do not fill each to the last character. */
const raggedness = 4;

/** The lines of a text that show something. BOM, line ends and blanks at the ends of a line go; every other character stays. */
export function copyLines(text: string): CopyLine[] {
  const lines: CopyLine[] = [];
  let blankBefore = true;
  for (const raw of text.replace(/^\ufeff+/, '').split(/\r\n|\r|\n/)) {
    const trimmed = raw.trim();
    if (trimmed !== '') lines.push({ text: trimmed, indent: raw.slice(0, raw.length - raw.trimStart().length), blankBefore });
    blankBefore = trimmed === '';
  }
  return lines;
}

/** Runs of lines without a blank line between them. */
export function chunksOf(lines: readonly CopyLine[]): CopyLine[][] {
  const chunks: CopyLine[][] = [];
  for (const line of lines) {
    const last = chunks.at(-1);
    if (!last || line.blankBefore) chunks.push([line]);
    else last.push(line);
  }
  return chunks;
}

/** True where the line breaks of a chunk come from a fixed width: no line had room for the next one's first word. */
export function isWrapped(chunk: readonly CopyLine[]): boolean {
  if (chunk.length < 2) return false;
  let width = 0;
  for (const { text } of chunk) width = Math.max(width, text.length);
  if (width > widestWrap || width < narrowestWrap) return false;
  let open = 0;
  for (const [index, line] of chunk.entries()) {
    const next = chunk[index + 1];
    if (!next) break;
    const word = /^\S+/.exec(next.text)?.[0].length ?? 0;
    if (line.text.length + 1 + word <= width - raggedness) return false;
    if (!/[.!?:;"\u201d)]$/.test(line.text)) open += 1;
  }
  // Paragraphs of one line each end in a full stop; wrapped lines mostly do not.
  return open * 2 >= chunk.length - 1;
}

/** One line from the lines of a wrapped chunk. */
export function joinChunk(chunk: readonly CopyLine[]): string {
  let joined = '';
  for (const { text } of chunk) joined += joined === '' || /\p{L}-$/u.test(joined) ? text : ` ${text}`;
  return joined;
}

/** A chunk cut so that each line that stands alone is a chunk of its own. */
function partedAt(chunk: readonly CopyLine[], standsAlone: (text: string) => boolean): CopyLine[][] {
  const parts: CopyLine[][] = [];
  let isOpen = false;
  for (const line of chunk) {
    const isAlone = standsAlone(line.text);
    const last = parts.at(-1);
    if (last && isOpen && !isAlone) last.push(line);
    else parts.push([line]);
    isOpen = !isAlone;
  }
  return parts;
}

/**
 * The same lines with hard-wrapped paragraphs joined, where the copy as a whole is hard-wrapped.
 * @param standsAlone true for a line that is never the middle of a paragraph (a byline, a bullet, an end mark)
 */
export function unwrapped(lines: readonly CopyLine[], standsAlone: (text: string) => boolean): CopyLine[] {
  const chunks = chunksOf(lines).flatMap((chunk) => partedAt(chunk, standsAlone));
  const first = chunks.findIndex((chunk) => chunk.length > 2 && isWrapped(chunk));
  if (first < 0 || lines.some(({ text }) => text.length > widestWrap)) return [...lines];
  return chunks.flatMap((chunk, index) => {
    const [head] = chunk;
    return head && index >= first && isWrapped(chunk) ? [{ ...head, text: joinChunk(chunk) }] : chunk;
  });
}
