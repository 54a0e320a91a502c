/** What usage terms forbid here: the newsroom's own words beside those Galley knows, held against where its pictures go. */
import * as v from 'valibot';

export const uses = ['web', 'social', 'print', 'partners'] as const;
export type Use = (typeof uses)[number];

const use = v.picklist(uses);

/** `words` stand somewhere in the usage terms, as whole words and whatever their capitals. */
export const rightsRow = v.object({
  words: v.pipe(v.string(), v.trim(), v.minLength(1, 'a row of the rights table needs the words it is about'), v.maxLength(200)),
  forbids: v.optional(v.array(use), []),
  /** Whether a picture with such terms warns or stops publication. */
  level: v.optional(v.picklist(['warning', 'error']), 'warning'),
});
export type RightsRow = v.InferOutput<typeof rightsRow>;

/** Where the newsroom's pictures go, and its rows; the first row that is about some terms decides. */
export const rights = v.object({
  uses: v.optional(v.array(use), ['web', 'social']),
  table: v.optional(v.array(rightsRow), []),
});
export type Rights = v.InferOutput<typeof rights>;

export const usualRights: Rights = v.parse(rights, {});
