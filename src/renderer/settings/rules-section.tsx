import type { ReactNode } from 'react';
import { builtInLevel, fixedRules, type Level, type RuleId, ruleIds } from '../../article/checks/index.ts';
import type { RuleLevels } from '../../article/newsroom/rule-levels.ts';
import { say } from '../../language/index.ts';
import { Input, Select } from '../ui/field.tsx';
import type { Section, SectionProps } from './section.ts';
import { useKeptList } from './use-kept-list.ts';

interface RuleRow {
  readonly rule: RuleId;
  readonly level: Level | 'off';
  readonly reason: string;
}
const levels = ['error', 'warning', 'note', 'off'] as const;
const isChanged = ({ rule, level }: RuleRow): boolean => level !== builtInLevel(rule);
const errorOf = (rows: readonly RuleRow[]): string => (rows.some((row) => isChanged(row) && row.reason.trim() === '') ? say('settings.ruleNeedsReason') : '');

/** The level of every rule, each change with its reason. An embargo and an undecided conflict stop publication whatever is set. */
function Rules({ settings, set }: SectionProps): ReactNode {
  const { ruleLevels } = settings.newsroom;
  const known = ruleIds.filter((rule) => !fixedRules.includes(rule)).map((rule): RuleRow => ({ rule, level: ruleLevels[rule]?.level ?? builtInLevel(rule), reason: ruleLevels[rule]?.reason ?? '' }));
  const rows = useKeptList(known, errorOf, (list) => {
    const ofOthers = Object.entries(ruleLevels).filter(([rule]) => !list.some((row) => row.rule === rule));
    const wanted: RuleLevels = Object.fromEntries([...ofOthers, ...list.filter(isChanged).map(({ rule, level, reason }) => [rule, { level, reason: reason.trim() }] as const)]);
    if (JSON.stringify(wanted) !== JSON.stringify(ruleLevels)) set({ newsroom: { ...settings.newsroom, ruleLevels: wanted } });
  });
  return (
    <div className="settings-fields" onBlur={rows.onBlur}>
      <p>{say('settings.rulesAbout')}</p>
      <details className="settings-row">
        <summary>{say('settings.rulesChanged', { count: rows.items.filter(isChanged).length })}</summary>
        <ul className="rule-rows">
          {rows.items.map((row, index) => {
            const name = say(`rules.${row.rule}`);
            return (
              <li key={row.rule} className={isChanged(row) ? 'is-changed' : ''}>
                <span>{name}</span>
                <Select aria-label={say('settings.ruleLevel', { name })} value={row.level} choices={levels.map((value) => ({ value, label: say(`settings.level-${value}`) }))} onChoose={(level) => rows.set(rows.items.map((old, at) => (at === index ? { ...old, level } : old)))} />
                {isChanged(row) ? <Input aria-label={say('settings.ruleReason', { name })} placeholder={say('settings.ruleReasonHint')} value={row.reason} onChange={(event) => rows.change(index, { ...row, reason: event.target.value })} /> : null}
              </li>
            );
          })}
        </ul>
      </details>
      {rows.error ? <p className="field-error" role="alert">{rows.error}</p> : null}
    </div>
  );
}

export const rulesSection: Section = { title: 'settings.rules', View: Rules };
