/** A hit in words: where it is, and its sentence. */
import type { Hit } from '../../article/find/index.ts';
import { english } from '../../language/en/index.ts';
import { say } from '../../language/index.ts';
import { isBlockName, labelOf } from '../editor/node-dom.ts';

/** Letters shown on each side of a hit. */
const around = 36;

const detailNames: Readonly<Record<string, string>> = english.details;
const partNames: Readonly<Record<string, string>> = { ...english.editor, ...english.find };

/** `nameOf`: what the block is called. */
export function placeText(hit: Hit, nameOf: (hit: Hit) => string): string {
  const { blockId, path } = hit;
  const field = String(path[0] ?? '');
  if (blockId === null) return say('find.metadata', { field: detailNames[field] ?? field });
  if (path.length === 0) return nameOf(hit);
  const part = String(path.at(-1));
  return say('find.place', { block: nameOf(hit), field: partNames[`part-${part}`] ?? partNames[part] ?? part });
}

/** The name of a hit's block where nobody knows how many there are before it. */
export const kindOf = ({ type }: Hit): string => (isBlockName(type) ? labelOf(type) : type);

export interface HitContext {
  readonly before: string;
  readonly found: string;
  readonly after: string;
}

export function contextOf({ text, from, to }: Hit): HitContext {
  const start = Math.max(0, from - around);
  const end = Math.min(text.length, to + around);
  return { before: (start > 0 ? '…' : '') + text.slice(start, from), found: text.slice(from, to), after: text.slice(to, end) + (end < text.length ? '…' : '') };
}
