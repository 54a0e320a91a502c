import { expect, test } from 'vitest';
import { type Upgrade, upgradeArticle } from './index.ts';

test('upgrades run in their order, one version at a time', () => {
  const steps: Upgrade[] = [
    { from: 2, title: 'rename', upgrade: ({ headline, ...rest }) => ({ ...rest, title: headline }) },
    { from: 1, title: 'add', upgrade: (json) => ({ ...json, headline: 'new' }) },
  ];
  expect(upgradeArticle({ format: 'galley-article', version: 1 }, steps, 3)).toEqual({ ok: true, value: { format: 'galley-article', version: 3, title: 'new' } });
});

test('a version that never was is a named error, a newer one is left to the parser', () => {
  expect(upgradeArticle({ format: 'galley-article', version: 0 })).toMatchObject({ ok: false, error: { path: 'version' } });
  expect(upgradeArticle({ format: 'galley-article', version: 2 })).toMatchObject({ ok: true });
  expect(upgradeArticle('soup')).toEqual({ ok: true, value: 'soup' });
});
