/** What happens to the text while somebody types. */
import * as v from 'valibot';

export const typing = v.object({
  /** Quotation marks, dashes, ellipses and no-break spaces become those of the copy's language. */
  smart: v.optional(v.boolean(), true),
  /** `## `, `- `, `> ` and the like make blocks. */
  markdown: v.optional(v.boolean(), true),
  /** Short forms that are written out once their word is ended. */
  substitutions: v.optional(v.array(v.object({ short: v.string(), long: v.string() })), []),
});
export type Typing = v.InferOutput<typeof typing>;
