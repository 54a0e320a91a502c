import { type MessageKey, say } from '../../language/index.ts';
import { type CheckContext, type CheckOptions, type Finding, type Found, levels } from './finding.ts';

/** The options with what Galley takes where they say nothing. */
export function contextOf(options: CheckOptions, copyLanguage: string): CheckContext {
  return {
    now: options.now ?? new Date().toISOString(),
    language: options.language ?? 'en',
    copyLanguage,
    minimumImage: options.minimumImage ?? { width: 640, height: 360 },
    // Search engines cut headlines at about 110 characters, result titles at 60 and descriptions at 160.
    limits: { headline: 110, shortHeadline: 50, seoTitle: 60, socialHeadline: 100, seoDescription: 160, ...options.limits },
    terms: options.terms ?? [],
    adSpacing: options.adSpacing ?? { between: 100, perSlot: 150 },
    lineLength: options.lineLength ?? null,
  };
}

/** What a rule found, as people read it. */
export function findingOf({ rule, message = rule, values, blockId, field, from, to, fix }: Found, language: string): Finding {
  const key: MessageKey = `checks.${message}`;
  return {
    rule, level: levels[rule], message: say(key, values ?? {}, language), blockId: blockId ?? null, field: field ?? null,
    ...(from === undefined || to === undefined ? {} : { from, to }), fix: fix ?? false,
  };
}
