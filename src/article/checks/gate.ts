/** The gate: what stops every publication (DESIGN section 7). Handing over (.galley, backups) is not publication. */
import type { Article } from '../article.ts';
import { contextOf, findingOf } from './context.ts';
import type { CheckOptions, Finding, RuleId } from './finding.ts';
import { checkConflicts, checkEmbargo } from './release.ts';

export interface Gate {
  readonly shut: boolean;
  /** What keeps it shut. */
  readonly blocking: readonly Finding[];
}

/** Looked at again when the gate is asked: findings may be older than the embargo's end or begin. */
const always: readonly RuleId[] = ['embargo', 'merge-conflict'];

/**
 * Shut by any error, by an embargo in force and by undecided conflicts.
 * @param findings what `checkArticle` or a `Checker` last said about this article
 */
export function gateOf(article: Article, findings: readonly Finding[], options: CheckOptions = {}): Gate {
  const context = contextOf(options, article.metadata.language);
  const release = [...checkEmbargo(article, context), ...checkConflicts(article)].map((found) => findingOf(found, context.language));
  const blocking = [...release, ...findings.filter(({ rule, level }) => level === 'error' && !always.includes(rule))];
  return { shut: blocking.length > 0, blocking };
}
