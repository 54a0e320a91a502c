/** Every rule, one line each, in the order of the guide and the settings. */
import { adAfterSubhead } from './ad-after-subhead.ts';
import { adBeforeFirstParagraph } from './ad-before-first-paragraph.ts';
import { adBetweenLists } from './ad-between-lists.ts';
import { adDensity } from './ad-density.ts';
import { adIdDuplicate } from './ad-id-duplicate.ts';
import { adLabelMissing } from './ad-label-missing.ts';
import { adNextToBlock } from './ad-next-to-block.ts';
import { adPolicy } from './ad-policy.ts';
import { adReserveMissing } from './ad-reserve-missing.ts';
import { adSizeUnknown } from './ad-size-unknown.ts';
import { adTooClose } from './ad-too-close.ts';
import { adTooMany } from './ad-too-many.ts';
import { badAddress } from './bad-address.ts';
import { bylineMissing } from './byline-missing.ts';
import { correctionEmpty } from './correction-empty.ts';
import { datelineForm } from './dateline-form.ts';
import { doubleSpace } from './double-space.ts';
import { embargo } from './embargo.ts';
import { headlineMissing } from './headline-missing.ts';
import { headlineTooLong } from './headline-too-long.ts';
import { houseStyle } from './house-style.ts';
import { imageAltMissing } from './image-alt-missing.ts';
import { imageCreditMissing } from './image-credit-missing.ts';
import { imageFileMissing } from './image-file-missing.ts';
import { imageTooSmall } from './image-too-small.ts';
import { lengthTarget } from './length-target.ts';
import { linkBare } from './link-bare.ts';
import { linkEmpty } from './link-empty.ts';
import { mergeConflict } from './merge-conflict.ts';
import { placeholderText } from './placeholder-text.ts';
import { quoteAttributionMissing } from './quote-attribution-missing.ts';
import { dashForm } from './dash-form.ts';
import { frenchBlank } from './french-blank.ts';
import { quoteForm } from './quote-form.ts';
import { numberForm } from './number-form.ts';
import { dateForm } from './date-form.ts';
import { repeatedWord } from './repeated-word.ts';
import { sectionMissing } from './section-missing.ts';
import { sluglineMissing } from './slugline-missing.ts';
import { standfirstMissing } from './standfirst-missing.ts';
import { straightQuote } from './straight-quote.ts';
import { unclosedQuote } from './unclosed-quote.ts';
import { usageExpired } from './usage-expired.ts';
import { usageMismatch } from './usage-mismatch.ts';
import type { Declaration, Level } from './declaration.ts';

export type { Level } from './declaration.ts';

export const rules = {
  'headline-missing': headlineMissing,
  'headline-too-long': headlineTooLong,
  'standfirst-missing': standfirstMissing,
  'byline-missing': bylineMissing,
  'slugline-missing': sluglineMissing,
  'section-missing': sectionMissing,
  'image-file-missing': imageFileMissing,
  'image-alt-missing': imageAltMissing,
  'image-credit-missing': imageCreditMissing,
  'image-too-small': imageTooSmall,
  'usage-mismatch': usageMismatch,
  'usage-expired': usageExpired,
  'placeholder-text': placeholderText,
  'double-space': doubleSpace,
  'straight-quote': straightQuote,
  'dash-form': dashForm,
  'quote-form': quoteForm,
  'french-blank': frenchBlank,
  'number-form': numberForm,
  'date-form': dateForm,
  'repeated-word': repeatedWord,
  'unclosed-quote': unclosedQuote,
  'link-empty': linkEmpty,
  'link-bare': linkBare,
  'bad-address': badAddress,
  'quote-attribution-missing': quoteAttributionMissing,
  'dateline-form': datelineForm,
  'correction-empty': correctionEmpty,
  embargo: embargo,
  'merge-conflict': mergeConflict,
  'length-target': lengthTarget,
  'house-style': houseStyle,
  'ad-before-first-paragraph': adBeforeFirstParagraph,
  'ad-too-close': adTooClose,
  'ad-after-subhead': adAfterSubhead,
  'ad-next-to-block': adNextToBlock,
  'ad-between-lists': adBetweenLists,
  'ad-too-many': adTooMany,
  'ad-density': adDensity,
  'ad-size-unknown': adSizeUnknown,
  'ad-reserve-missing': adReserveMissing,
  'ad-label-missing': adLabelMissing,
  'ad-id-duplicate': adIdDuplicate,
  'ad-policy': adPolicy,
} as const satisfies Readonly<Record<string, Declaration>>;

export type RuleId = keyof typeof rules;
const isRuleId = (name: string): name is RuleId => Object.hasOwn(rules, name);
export const ruleIds: readonly RuleId[] = Object.keys(rules).filter(isRuleId);

/** The level of a rule out of the box. An error stops publication. */
export const builtInLevel = (rule: RuleId): Level => rules[rule].level;
