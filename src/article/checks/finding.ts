import type { MessageValues } from '../../language/index.ts';
import type { checks } from '../../language/en/checks.ts';
import type { Article } from '../article.ts';
import type { BodyJson } from '../body.ts';
import type { Conventions } from '../newsroom/conventions.ts';
import type { Rights } from '../newsroom/rights.ts';
import type { ClockGap } from './clock-gap.ts';
import type { Level, RuleId } from './rules/index.ts';

export type { Level, RuleId } from './rules/index.ts';

/**
 * One thing a check found. The place is a block, a field (of the metadata, or an attribute of the block), both or neither.
 * `from` and `to` are offsets in the block's inline content in UTF-16 units, a hard break counting 1 and `to` exclusive:
 * added to the position inside a ProseMirror textblock they are document positions. With a `field` they are offsets in it.
 */
export interface Finding {
  readonly rule: RuleId;
  readonly level: Level;
  readonly message: string;
  readonly blockId: string | null;
  readonly field: string | null;
  readonly from?: number;
  readonly to?: number;
  /** True where `fixFinding` can mend it. */
  readonly fix: boolean;
}

/** A finding as a rule reports it: the sentence is filled in later, in the person's language. */
export interface Found {
  readonly rule: RuleId;
  /** Key of the sentence where the rule has more than one. */
  readonly message?: keyof typeof checks;
  readonly values?: MessageValues;
  /** Where this one weighs more or less than its rule out of the box; what the newsroom set for the rule comes first. */
  readonly level?: Level;
  readonly blockId?: string | null;
  readonly field?: string;
  readonly from?: number;
  readonly to?: number;
  readonly fix?: boolean;
}

/** A release is not a matter of taste: these stop every publication, whatever a newsroom sets. */
export const fixedRules: readonly RuleId[] = ['embargo', 'merge-conflict'];

/** An entry of the house style; see `newsroom/house-style.ts`. */
export interface StyleWish {
  readonly wrong: string;
  readonly right: string;
  readonly note?: string;
  readonly language?: string;
  readonly case?: 'any' | 'exact';
}

export interface CheckOptions {
  /** Levels of rules as the newsroom wants them; the others keep theirs. */
  readonly levels?: Readonly<Record<string, { readonly level: Level | 'off' }>>;
  /** Instant the embargo and usage terms are held against, RFC 3339; the clock's where it is missing. */
  readonly now?: string;
  /** Times of which nobody knows whether they have come; see `clock-gap.ts`. */
  readonly clockGap?: ClockGap | null;
  /** Language of the sentences, BCP 47. */
  readonly language?: string;
  /** Pixels. */
  readonly minimumImage?: { readonly width: number; readonly height: number };
  /** Most characters, by field. */
  readonly limits?: Partial<Record<LimitedField, number>>;
  /** House style: what not to write, and what instead. */
  readonly terms?: readonly StyleWish[];
  /** How the newsroom writes numbers, dates and dashes. */
  readonly conventions?: Partial<Conventions>;
  /** Where pictures go, and what their usage terms forbid. */
  readonly rights?: Rights;
  /** Least number of words between two ad slots, and words an article needs for each. */
  readonly adSpacing?: { readonly between: number; readonly perSlot: number };
  /** Characters to a line, for a target length in lines; without it that target is not checked. */
  readonly lineLength?: number;
}
export type LimitedField = 'headline' | 'shortHeadline' | 'seoTitle' | 'socialHeadline' | 'seoDescription';

export interface CheckContext extends Required<Omit<CheckOptions, 'lineLength' | 'limits' | 'conventions'>> {
  readonly conventions: Conventions;
  readonly limits: Readonly<Record<LimitedField, number>>;
  readonly lineLength: number | null;
  /** Language of the copy, '' where it is not said. */
  readonly copyLanguage: string;
}

export interface BlockContext extends CheckContext {
  /** The whole text of the block is what somebody said. */
  readonly isSpeech: boolean;
  /** A heading or a cell of a table, where signs stand for words. */
  readonly isTerse: boolean;
}

/**
 * A family of rules. `block` sees one block at a time (those in lists, boxes and cells too) and must depend on nothing but the
 * block and the context, for its results are kept; `article` sees the whole and runs each time.
 */
export interface Rule {
  readonly block?: (block: BodyJson, context: BlockContext) => readonly Found[];
  readonly article?: (article: Article, context: CheckContext) => readonly Found[];
}
