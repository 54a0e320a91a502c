/** How the newsroom writes what a language leaves open. `any`: nothing is looked for. */
import * as v from 'valibot';

const oneOf = <const Names extends readonly string[]>(names: Names): v.OptionalSchema<v.PicklistSchema<Names, undefined>, 'any'> => v.optional(v.picklist(names), 'any');

export const conventions = v.object({
  /** Between words: an en dash with blanks, an em dash with blanks or without; 'language' as the copy's language has it. */
  dash: v.optional(v.picklist(['language', 'any', 'spaced-en', 'spaced-em', 'em']), 'language'),
  /** Of numbers from 10,000 up: 12,000 · 12.000 · 12 000 · 12,00,000. */
  thousands: oneOf(['any', 'comma', 'point', 'space', 'indian']),
  /** Dates with the month in words, in English copy: 3 March 2024 · March 3, 2024. */
  dates: oneOf(['any', 'day-month', 'month-day']),
  /** After a figure, in English copy. */
  percent: oneOf(['any', '%', 'per cent', 'percent']),
});
export type Conventions = v.InferOutput<typeof conventions>;

export const anyConvention: Conventions = v.parse(conventions, {});
