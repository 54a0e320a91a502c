import { describe, expect, it } from 'vitest';
import { checkArticle } from '../index.ts';
import { articleOf, exampleNow } from './example-article.ts';
import { ruleIds, rules } from './index.ts';

const found = (example: Parameters<typeof articleOf>[0]): ReturnType<typeof checkArticle> => checkArticle(articleOf(example), { now: exampleNow, ...example.options });

describe.each(ruleIds)('%s', (rule) => {
  const { level, fails, passes } = rules[rule];

  it.each(fails)('speaks of what breaks it, alone (%#)', (example) => {
    const findings = found(example);
    expect(findings.map((one) => [one.rule, one.level])).toEqual([[rule, level]]);
    expect(findings[0]?.message).toMatch(/\p{L}.*[.”]$/u);
    expect(findings[0]?.message).not.toMatch(/[{}]|checks\./u);
  });

  it.each(passes)('keeps quiet of what keeps it (%#)', (example) => {
    expect(found(example)).toEqual([]);
  });

  it('has examples of both', () => {
    expect([fails.length > 0, passes.length > 0]).toEqual([true, true]);
  });
});
