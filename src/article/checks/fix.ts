/** Mending a finding in one click. The result is an article; undoing and saving it are the caller's. */
import type { Article } from '../article.ts';
import { type BodyJson, joinText, parseBody } from '../body.ts';
import { anyConvention, type Conventions } from '../newsroom/conventions.ts';
import { replaceBlock, withText } from '../edit-block.ts';
import { plain } from '../plain.ts';
import { sizesOf } from './ad-layout.ts';
import { conventionHits } from './conventions.ts';
import type { CheckOptions, Finding, StyleWish } from './finding.ts';
import { styleHits } from './house-style.ts';
import type { Speech } from './quotations.ts';
import { curlyQuote } from './quote-marks.ts';
import { attributeOf, blocksIn, idOf, languageOf, proseOf, spokenIn, terseIn, wordingOf } from './text.ts';

/**
 * @param options those of the check that found it
 * @returns null where it cannot be mended: the rule has no fix, the block has gone or changed since, or it holds suggestions
 */
export function fixFinding(article: Article, finding: Finding, options: CheckOptions = {}): Article | null {
  if (!finding.fix || finding.blockId === null) return null;
  const tops = plain(article).body.content ?? [];
  const block = tops.flatMap(blocksIn).find((one) => idOf(one) === finding.blockId);
  // With suggestions in the block its plain offsets are not those of the text as it stands.
  if (!block || !(article.body.content ?? []).flatMap(blocksIn).includes(block)) return null;
  const fixed = finding.rule === 'ad-policy' ? [] : fixBlock(block, finding, { article, options, isSpeech: tops.flatMap(spokenIn).includes(block), isTerse: tops.flatMap(terseIn).includes(block) });
  if (fixed === null) return null;
  const body = replaceBlock(article.body, block, fixed);
  return parseBody(body).ok ? { ...article, body } : null;
}

/**
 * Mends all of these findings that can be, as one change: within a block from its end, the longest first, so that places stay where they were found.
 * @param options those of the check that found them
 * @returns the same article where none can be mended
 */
export function fixFindings(article: Article, findings: readonly Finding[], options: CheckOptions = {}): Article {
  return findings.toSorted((a, b) => (b.from ?? 0) - (a.from ?? 0) || (b.to ?? 0) - (a.to ?? 0)).reduce((fixed, finding) => fixFinding(fixed, finding, options) ?? fixed, article);
}

interface Setting {
  readonly article: Article;
  readonly options: CheckOptions;
  readonly isSpeech: boolean;
  readonly isTerse: boolean;
}

function fixBlock(block: BodyJson, finding: Finding, { article, options, isSpeech, isTerse }: Setting): readonly BodyJson[] | null {
  const withAttribute = (name: string, value: unknown): BodyJson[] => [{ ...block, attrs: { ...block.attrs, [name]: value } }];
  if (finding.rule === 'ad-label-missing') return withAttribute('label', 'Advertisement');
  if (finding.rule === 'ad-id-duplicate') return withAttribute('slotId', freeSlotId(article));
  if (finding.rule === 'ad-reserve-missing') {
    const heights = sizesOf(block).map(([, height]) => height);
    return heights.length > 0 ? withAttribute('reserve', Math.max(...heights)) : null;
  }
  const { from, to } = finding;
  if (from === undefined || to === undefined) return null;
  if (finding.rule === 'link-empty') return [withoutLink(block, from, to)];
  const replacement = replacementFor(finding, block, { copyLanguage: languageOf(block, article.metadata.language), isSpeech, isTerse, terms: options.terms ?? [], conventions: { ...anyConvention, ...options.conventions } });
  return replacement === null ? null : [withText(block, { from, to, text: replacement })];
}

interface Wording extends Speech {
  readonly isTerse: boolean;
  readonly terms: readonly StyleWish[];
  readonly conventions: Conventions;
}

/** The text that mends a passage; null where the passage is no longer what was found. */
function replacementFor({ rule, from = 0, to = 0 }: Finding, block: BodyJson, { terms, ...setting }: Wording): string | null {
  const text = proseOf(block);
  const passage = text.slice(from, to);
  if (rule === 'double-space') return /^ {2,}$/u.test(passage) ? ' ' : null;
  if (rule === 'straight-quote') return passage === '"' || passage === "'" ? curlyQuote(text, from, setting.copyLanguage) : null;
  if (rule === 'repeated-word') return /^(\p{L}+)(?:\s+\1)+$/iu.exec(passage)?.[1] ?? null;
  // Looked for again: what is found at the same place is what was meant.
  const wording = wordingOf(block, setting.copyLanguage);
  const hits = rule === 'house-style' ? styleHits(wording, terms, setting) : conventionHits(wording, setting).filter((hit) => hit.rule === rule);
  return hits.find((hit) => hit.from === from && hit.to === to)?.right || null;
}

function freeSlotId(article: Article): string {
  const taken = new Set((article.body.content ?? []).flatMap(blocksIn).map((block) => attributeOf(block, 'slotId')));
  let number = 1;
  while (taken.has(`ad-${number}`)) number += 1;
  return `ad-${number}`;
}

function withoutLink(block: BodyJson, from: number, to: number): BodyJson {
  let at = 0;
  const content = (block.content ?? []).map((child) => {
    const start = at;
    at += child.text?.length ?? 1;
    if (at <= from || start >= to) return child;
    const { marks: all, ...rest } = child;
    const marks = all?.filter(({ type }) => type !== 'link') ?? [];
    return marks.length > 0 ? { ...rest, marks } : rest;
  });
  return { ...block, content: joinText(content) };
}
