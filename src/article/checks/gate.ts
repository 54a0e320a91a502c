/** The gate: what stops every publication (DESIGN section 7). Handing over (.galley, backups) is not publication. */
import type { Article } from '../article.ts';
import { contextOf, findingsOf } from './context.ts';
import { type CheckOptions, type Finding, fixedRules } from './finding.ts';
import { checkConflicts, checkEmbargo } from './release.ts';

export interface Gate {
  readonly shut: boolean;
  /** What keeps it shut. */
  readonly blocking: readonly Finding[];
}

/**
 * Shut by any error, by an embargo in force and by undecided conflicts.
 * @param findings what `checkArticle` or a `Checker` last said about this article
 */
export function gateOf(article: Article, findings: readonly Finding[], options: CheckOptions = {}): Gate {
  // Looked at again: findings may be older than the embargo's end or begin.
  const context = contextOf(options, article.metadata.language);
  const release = [...checkEmbargo(article, context), ...checkConflicts(article)].flatMap((found) => findingsOf(found, context));
  const blocking = [...release, ...findings.filter(({ rule, level }) => level === 'error' && !fixedRules.includes(rule))];
  return { shut: blocking.length > 0, blocking };
}
