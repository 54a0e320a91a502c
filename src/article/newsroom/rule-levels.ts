/** The newsroom's own levels of rules, each with its reason. */
import * as v from 'valibot';

/** By rule id. An id this version does not know is kept: a newer one may. The reason is for colleagues who wonder. */
export const ruleLevels = v.record(v.string(), v.object({ level: v.picklist(['error', 'warning', 'note', 'off']), reason: v.optional(v.string(), '') }));
export type RuleLevels = v.InferOutput<typeof ruleLevels>;
