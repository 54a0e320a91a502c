import type { ReactNode } from 'react';
import { say } from '../../language/index.ts';
import { Button } from '../ui/button.tsx';
import './checks.css';

/** What the panel shows of a finding. */
export interface ShownFinding {
  readonly rule: string;
  readonly level: 'error' | 'warning' | 'note';
  readonly message: string;
  readonly blockId: string | null;
  readonly field: string | null;
  readonly fix: boolean;
}
interface ChecksPanelProps<Finding extends ShownFinding> {
  /** null until the first check has run. */
  readonly findings: readonly Finding[] | null;
  readonly disabled: boolean;
  /** Where a block is, in words. */
  readonly placeOf: (blockId: string | null) => string;
  readonly onGo: (finding: Finding) => void;
  /** Mends all of these as one undo step. */
  readonly onFix: (findings: readonly Finding[]) => void;
  /** What stands above the findings. */
  readonly children?: ReactNode;
}

/** Their fix takes something away that somebody put there: never done together with all others. */
const deliberate: ReadonlySet<string> = new Set(['ad-policy', 'link-empty']);

const groups = [['error', 'library.checksStop'], ['warning', 'library.checksWarning'], ['note', 'library.checksNote']] as const;

/** What still stands between the article and its readers, the stopping things first. */
export function ChecksPanel<Finding extends ShownFinding>({ findings, disabled, placeOf, onGo, onFix, children }: ChecksPanelProps<Finding>): ReactNode {
  if (!findings) return children;
  if (findings.length === 0) {
    return (
      <>
        {children}
        <div className="all-clear">
          <b>{say('library.checksClean')}</b>
          <span>{say('library.checksCleanMore')}</span>
        </div>
      </>
    );
  }
  const fixable = findings.filter(({ fix, rule }) => fix && !deliberate.has(rule));
  const alike = ({ rule }: Finding): readonly Finding[] => findings.filter((other) => other.fix && other.rule === rule);
  const sections = groups.map(([level, title]) => {
    const shown = findings.filter((finding) => finding.level === level);
    if (shown.length === 0) return null;
    return (
      <section key={level} aria-label={say(title)}>
        <h2 className="section-title">{say(title)}</h2>
        <ul>
          {shown.map((finding, index) => (
            <li key={`${finding.rule}|${finding.blockId ?? finding.field ?? ''}|${index}`} className={`finding ${level}`} data-rule={finding.rule}>
              <p>{finding.message}</p>
              {finding.blockId === null ? null : <p className="finding-place">{placeOf(finding.blockId)}</p>}
              {finding.blockId !== null || finding.field !== null || finding.fix ? (
                <div>
                  {finding.blockId !== null || finding.field !== null ? <Button small onClick={() => onGo(finding)}>{say('library.goToIt')}</Button> : null}
                  {finding.fix ? <Button small kind="quiet" disabled={disabled} onClick={() => onFix([finding])}>{say('library.fixIt')}</Button> : null}
                  {finding.fix && alike(finding).length > 1 && alike(finding)[0] === finding ? <Button small kind="quiet" disabled={disabled} onClick={() => onFix(alike(finding))}>{say('library.fixAlike', { count: alike(finding).length })}</Button> : null}
                </div>
              ) : null}
            </li>
          ))}
        </ul>
      </section>
    );
  });
  return (
    <>
      {children}
      {fixable.length > 1 ? <div className="fix-all"><Button small disabled={disabled} onClick={() => onFix(fixable)}>{say('library.fixAll', { count: fixable.length })}</Button></div> : null}
      {sections}
    </>
  );
}
