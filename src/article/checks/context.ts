import { type MessageKey, say } from '../../language/index.ts';
import { anyConvention } from '../newsroom/conventions.ts';
import { type CheckContext, type CheckOptions, type Finding, fixedRules, type Found, type Level, type RuleId } from './finding.ts';
import { usualRights } from '../newsroom/rights.ts';
import { builtInLevel } from './rules/index.ts';

/** The options with what Galley takes where they say nothing. */
export function contextOf(options: CheckOptions, copyLanguage: string): CheckContext {
  return {
    now: options.now ?? new Date().toISOString(),
    clockGap: options.clockGap ?? null,
    levels: options.levels ?? {},
    language: options.language ?? 'en',
    copyLanguage,
    minimumImage: options.minimumImage ?? { width: 640, height: 360 },
    // Search engines cut headlines at about 110 characters, result titles at 60 and descriptions at 160.
    limits: { headline: 110, shortHeadline: 50, seoTitle: 60, socialHeadline: 100, seoDescription: 160, ...options.limits },
    terms: options.terms ?? [],
    conventions: { ...anyConvention, ...options.conventions },
    rights: options.rights ?? usualRights,
    adSpacing: options.adSpacing ?? { between: 100, perSlot: 150 },
    lineLength: options.lineLength ?? null,
  };
}

/** The level a rule has here; 'off' where the newsroom does not want it. */
export function levelOf(rule: RuleId, wanted: CheckContext['levels']): Level | 'off' {
  return fixedRules.includes(rule) ? builtInLevel(rule) : (wanted[rule]?.level ?? builtInLevel(rule));
}

/** What a rule found, as people read it; nothing where the newsroom has switched the rule off. */
export function findingsOf({ rule, message = rule, level: own, values, blockId, field, from, to, fix }: Found, { language, levels: wanted }: CheckContext): Finding[] {
  const key: MessageKey = `checks.${message}`;
  const level = own !== undefined && wanted[rule] === undefined ? own : levelOf(rule, wanted);
  if (level === 'off') return [];
  return [{
    rule, level, message: say(key, values ?? {}, language), blockId: blockId ?? null, field: field ?? null,
    ...(from === undefined || to === undefined ? {} : { from, to }), fix: fix ?? false,
  }];
}
