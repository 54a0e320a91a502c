import type { MarkSpec } from 'prosemirror-model';
import type * as v from 'valibot';
import { bold, code, italic, strike, subscript, superscript } from './plain.ts';
import { lang } from './lang.ts';
import { link } from './link.ts';
import { note } from './note.ts';
import { deletion, insertion, modification } from './suggestion.ts';

export interface MarkDefinition {
  readonly name: string;
  readonly spec: Partial<Pick<MarkSpec, 'inclusive' | 'excludes' | 'code'>>;
  readonly attrs: v.ObjectEntries | null;
}

/** Every mark, in canonical order (DESIGN section 3). */
export const marks = { bold, italic, strike, superscript, subscript, code, link, lang, note, insertion, deletion, modification } as const;
export type MarkName = keyof typeof marks;
export const suggestionMarkNames = ['insertion', 'deletion', 'modification'] as const;
