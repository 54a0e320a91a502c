/** What a newsroom sets once for all its articles; kept in settings.json, obeyed by the window and the command line. */
import * as v from 'valibot';
import { slotDefinitions } from './ad-slots.ts';
import { articleTemplates, ownTemplates } from './article-templates.ts';
import { conventions } from './conventions.ts';
import { houseStyle } from './house-style.ts';
import { lineLength, usualLineLength } from './line-length.ts';
import { people } from './people.ts';
import { rights, usualRights } from './rights.ts';
import { ruleLevels } from './rule-levels.ts';
import { snippets } from './snippets.ts';
import { typing } from './typing.ts';

/** One line a setting, each in its own file. A missing one is empty, or Galley's own. */
export const newsroom = v.object({
  adSlots: v.optional(slotDefinitions, []),
  articleTemplates: v.optional(articleTemplates, ownTemplates),
  conventions: v.optional(conventions, {}),
  rights: v.optional(rights, usualRights),
  houseStyle: v.optional(houseStyle, []),
  lineLength: v.optional(lineLength, usualLineLength),
  people: v.optional(people, []),
  ruleLevels: v.optional(ruleLevels, {}),
  snippets: v.optional(snippets, []),
  typing: v.optional(typing, {}),
});
export type Newsroom = v.InferOutput<typeof newsroom>;

export const emptyNewsroom: Newsroom = v.parse(newsroom, {});
