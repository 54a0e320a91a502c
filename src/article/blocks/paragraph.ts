import * as v from 'valibot';
import { blockId, direction, orNull } from './definition.ts';

/** BCP 47 language and base direction of a passage; `null` means "as the article". */
export const passage = { lang: orNull(v.string()), dir: orNull(direction) };

export const paragraph = {
  name: 'paragraph',
  spec: { content: 'inline*', group: 'block' },
  attrs: { blockId, ...passage },
} as const;
