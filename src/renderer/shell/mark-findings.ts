import type { Finding, Level } from '../../article/checks/index.ts';
import type { EditorHandle } from '../editor/article-editor.tsx';

const levels = ['error', 'warning', 'note'] as const satisfies readonly Level[];
/** Marks at once: each is moved along while someone types, which is not for nothing. */
const mostMarks = 200;

/**
 * Underlines in the text what the checks found, quietly, the graver first where there are many. The document stays untouched.
 * @returns a function that gives up what has not been shown yet
 */
export function markFindings(handle: EditorHandle | null, findings: readonly Finding[]): (() => void) | undefined {
  const inText = levels.flatMap((level) => findings.filter((finding) => finding.level === level && finding.field === null && finding.from !== undefined)).slice(0, mostMarks);
  return handle?.showMarks(inText.map(({ blockId, from = 0, to = 0, level }) => ({ blockId: blockId ?? '', from, to, className: `found-${level}` })));
}
