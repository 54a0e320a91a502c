import * as v from 'valibot';
import { blockId, text } from './definition.ts';

/** Roles a contributor has out of the box; any other text is allowed as well. */
export const contributorRoles = ['reported-by', 'written-by', 'additional-reporting', 'photography', 'video', 'graphics', 'data', 'production', 'editing', 'translated-by'] as const;

export const contributor = v.strictObject({ name: text, role: text, affiliation: text, location: text, email: text, url: text });
export type Contributor = v.InferOutput<typeof contributor>;

export const byline = {
  name: 'byline',
  spec: { atom: true, isolating: true, selectable: true },
  attrs: { blockId, contributors: v.optional(v.array(contributor), []) },
} as const;
