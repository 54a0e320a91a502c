import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseArticle } from '../../src/article/article.ts';
import { upgradeArticle } from '../../src/article/upgrade/index.ts';

const fixture: unknown = JSON.parse(readFileSync(new URL('../fixtures/version-1/article.json', import.meta.url), 'utf8'));

test('an article written as version 1 opens unchanged', () => {
  const upgraded = upgradeArticle(fixture);
  const parsed = upgraded.ok ? parseArticle(upgraded.value) : upgraded;
  expect(parsed).toEqual({ ok: true, value: fixture });
});
