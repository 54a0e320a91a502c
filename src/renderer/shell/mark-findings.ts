import type { Finding, Level } from '../../article/checks/index.ts';
import type { EditorHandle } from '../editor/article-editor.tsx';

const levels = ['error', 'warning', 'note'] as const satisfies readonly Level[];
/** Marks at once: each is moved along by the browser while someone types, which is not for nothing. */
const mostMarks = 200;

/**
 * Underlines in the text what the checks found, quietly, the graver first where there are many. Painted by the browser
 * (CSS.highlights), so the document stays untouched.
 * @returns a function that takes the marks away
 */
export function markFindings(handle: EditorHandle | null, findings: readonly Finding[]): () => void {
  const inText = levels.flatMap((level) => findings.filter((finding) => finding.level === level && finding.field === null && finding.from !== undefined)).slice(0, mostMarks);
  const ranges = handle?.rangesOf(inText.map(({ blockId, from = 0, to = 0 }) => ({ blockId: blockId ?? '', field: null, from, to }))) ?? [];
  for (const level of levels) CSS.highlights.set(`finding-${level}`, new Highlight(...ranges.filter((range, index): range is Range => range !== null && inText[index]?.level === level)));
  return () => {
    for (const level of levels) CSS.highlights.delete(`finding-${level}`);
  };
}
