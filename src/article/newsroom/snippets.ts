/** Passages that are written once and put in again and again: who an agency is, how to reach a helpline, the box below every poll. */
import * as v from 'valibot';

export const snippets = v.array(
  v.object({
    name: v.string(),
    /** Typed as a word of its own it becomes the snippet; '' for none. */
    short: v.optional(v.string(), ''),
    /** Its blocks, without front matter. */
    markdown: v.string(),
  }),
);
export type Snippet = v.InferOutput<typeof snippets>[number];
