/** What concerns the article as a whole: embargo, undecided conflicts, dateline, length, and who is quoted. */
import type { Article } from '../article.ts';
import type { BodyJson } from '../body.ts';
import { markedText } from '../compare/inline.ts';
import { writtenCorrections } from '../corrections.ts';
import { displayTime } from '../time.ts';
import { type ClockGap, isInGap } from './clock-gap.ts';
import type { CheckContext, Found, Rule } from './finding.ts';
import { lineCount } from './lines.ts';
import { attributeOf, characterCount, idOf, wordCount } from './text.ts';

/** Share of the target by which a text may miss it. */
const tolerance = 0.1;

export const releaseRules: Rule = {
  block: (block) => {
    const isQuote = block.type === 'quote' || block.type === 'pullQuote';
    return isQuote && attributeOf(block, 'attribution').trim() === '' ? [{ rule: 'quote-attribution-missing', blockId: idOf(block), field: 'attribution' }] : [];
  },
  article: (article, context) => [...checkEmbargo(article, context), ...checkConflicts(article), ...checkDateline(article), ...checkCorrections(article), ...checkLength(article, context)],
};

/** True while an embargo forbids publication; one without an end always does. */
export function isEmbargoed({ metadata }: Pick<Article, 'metadata'>, now: string, clockGap: ClockGap | null = null): boolean {
  if (!metadata.embargo) return false;
  const { until } = metadata.embargo;
  return until === 'indefinite' || Date.parse(until.instant) > Date.parse(now) || isInGap(until.instant, clockGap);
}

export function checkEmbargo(article: Article, { now, clockGap, language }: CheckContext): Found[] {
  const until = article.metadata.embargo?.until;
  if (until === undefined || !isEmbargoed(article, now, clockGap)) return [];
  const place = { field: 'embargo', blockId: null };
  if (until === 'indefinite') return [{ rule: 'embargo', message: 'embargo-indefinite', ...place }];
  const isDoubted = Date.parse(until.instant) <= Date.parse(now);
  return [{ rule: 'embargo', ...(isDoubted ? { message: 'embargo-clock' } : {}), values: { until: displayTime(until, language) }, ...place }];
}

export function checkConflicts({ conflicts }: Article): Found[] {
  return conflicts.length === 0 ? [] : [{ rule: 'merge-conflict', values: { count: conflicts.length } }];
}

function checkDateline({ metadata, body }: Article): Found[] {
  const { dateline } = metadata;
  if (!dateline) return [];
  if (dateline.place.trim() === '') return [{ rule: 'dateline-form', field: 'dateline', blockId: null }];
  const first = body.content?.find(({ type }) => type === 'paragraph');
  const text = first ? markedText(first).text : '';
  const written = dateline.asWritten.trim();
  const repeated = written !== '' && text.startsWith(written) ? written.length : startOfWire(text, dateline.place);
  return first && repeated > 0 ? [{ rule: 'dateline-form', message: 'dateline-form-twice', blockId: idOf(first), from: 0, to: repeated }] : [];
}

function checkCorrections({ metadata }: Article): Found[] {
  const unwritten = metadata.corrections.length - writtenCorrections(metadata).length;
  return unwritten === 0 ? [] : [{ rule: 'correction-empty', values: { count: unwritten }, field: 'corrections', blockId: null }];
}

/** Length of "PLACE, March 3 (Agency) - " at the start of a text, 0 where there is none. */
function startOfWire(text: string, place: string): number {
  const start = text.slice(0, place.length);
  if (start.toUpperCase() !== place.toUpperCase()) return 0;
  const rest = /^(?:,[^.–—]{0,60}?)?(?:\s*\([^)]{1,60}\))?\s*(?:--?|–|—)\s/u.exec(text.slice(place.length));
  return rest ? place.length + rest[0].length : 0;
}

function checkLength({ metadata, body }: Article, { lineLength }: CheckContext): Found[] {
  const target = metadata.targetLength;
  if (!target || target.value === 0 || (target.unit === 'lines' && lineLength === null)) return [];
  const blocks = (body.content ?? []).slice(3);
  const counted: Readonly<Record<typeof target.unit, (block: BodyJson) => number>> = {
    words: wordCount,
    characters: (block) => characterCount(markedText(block).text),
    lines: (block) => lineCount(block, lineLength ?? 1),
  };
  const length = blocks.reduce((sum, block) => sum + counted[target.unit](block), 0);
  const difference = length - target.value;
  if (Math.abs(difference) <= target.value * tolerance) return [];
  const values = { length, target: target.value, unit: target.unit, difference: Math.abs(difference), direction: difference > 0 ? 'long' : 'short' };
  return [{ rule: 'length-target', values, field: 'targetLength', blockId: null }];
}
