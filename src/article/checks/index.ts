/**
 * What still stops an article or could be better. Each rule is declared in a file of its own in rules/, with its level and
 * examples; what looks for it stands here, one file a family, and its sentence in the language tables. Results of single blocks are kept by the block's identity, so that
 * checking while writing costs what was changed and not what was written.
 */
import type { Article } from '../article.ts';
import type { BodyJson } from '../body.ts';
import { plain } from '../plain.ts';
import { addressRules } from './addresses.ts';
import { adSlotRules } from './ad-slots.ts';
import { contextOf, findingsOf } from './context.ts';
import { fieldRules } from './fields.ts';
import type { CheckContext, CheckOptions, Finding, Found, Rule } from './finding.ts';
import { pictureRules } from './pictures.ts';
import { releaseRules } from './release.ts';
import { blocksIn, spokenIn, terseIn } from './text.ts';
import { wordingRules } from './wording.ts';

export { type ClockGap, type ClockLook, gapAfter } from './clock-gap.ts';
export { type CheckOptions, type Finding, fixedRules, type Level, type RuleId } from './finding.ts';
export { fixFinding, fixFindings } from './fix.ts';
export { type Gate, gateOf } from './gate.ts';
export { checkOptionsOf } from './newsroom-options.ts';
export { isEmbargoed } from './release.ts';
export { builtInLevel, ruleIds } from './rules/index.ts';

const rules: readonly Rule[] = [fieldRules, pictureRules, wordingRules, addressRules, releaseRules, adSlotRules];

/** Everything the rules find in the article without suggestions, in the order of the rules' families, then of the text. */
export function checkArticle(article: Article, options: CheckOptions = {}): Finding[] {
  return createChecker(options).check(article);
}

function foundInside(block: BodyJson, context: CheckContext): Found[] {
  const [spoken, terse] = [spokenIn(block), terseIn(block)].map((blocks) => new Set(blocks));
  return blocksIn(block).flatMap((inner) => {
    const own = { ...context, isSpeech: spoken?.has(inner) ?? false, isTerse: terse?.has(inner) ?? false };
    return rules.flatMap((rule) => rule.block?.(inner, own) ?? []);
  });
}

export interface Checker {
  /** Checks again; blocks that are the same objects as before are not looked at again. */
  readonly check: (article: Article) => Finding[];
}

/** For checking while writing: keeps what it found per block. Other options need another checker. */
export function createChecker(options: CheckOptions = {}): Checker {
  let kept = new WeakMap<BodyJson, readonly Finding[]>();
  let copyLanguage = '';
  return {
    check: (article) => {
      const copy = plain(article);
      const context = contextOf(options, copy.metadata.language);
      if (copyLanguage !== context.copyLanguage) kept = new WeakMap();
      copyLanguage = context.copyLanguage;
      const fill = (found: readonly Found[]): Finding[] => found.flatMap((one) => findingsOf(one, context));
      const whole = fill(rules.flatMap((rule) => rule.article?.(copy, context) ?? []));
      const single = (copy.body.content ?? []).flatMap((block) => {
        const known = kept.get(block) ?? fill(foundInside(block, context));
        kept.set(block, known);
        return known;
      });
      return [...whole, ...single];
    },
  };
}
