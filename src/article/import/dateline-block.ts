import { type BodyJson, joinText } from '../body.ts';
import type { CopyDraft } from './copy-draft.ts';
import { findDateline } from './dateline.ts';

const textOf = (block: BodyJson): string => (block.content ?? []).map((node) => node.text ?? (node.type === 'hardBreak' ? '\n' : '')).join('');

/** A paragraph without the dateline it opens with, which goes to its field; marks and links stay where they were. */
export function withoutDateline(block: BodyJson, draft: CopyDraft): BodyJson {
  const text = textOf(block);
  const found = findDateline(text);
  if (!found || found.rest === '' || !text.startsWith(found.asWritten) || !draft.fitsDateline(found)) return block;
  draft.setDateline(found);
  const { content: _content, ...rest } = block;
  return { ...rest, content: cutStart(block.content ?? [], text.length - text.slice(found.asWritten.length).trimStart().length) };
}

/** Inline content without its first characters; a line break counts as one. */
function cutStart(content: readonly BodyJson[], count: number): BodyJson[] {
  let left = count;
  const kept = content.flatMap((node): BodyJson[] => {
    const length = node.text?.length ?? 1;
    const cut = Math.min(left, length);
    left -= cut;
    if (cut === length) return [];
    return [cut === 0 ? node : { ...node, text: node.text?.slice(cut) ?? '' }];
  });
  return joinText(kept);
}
