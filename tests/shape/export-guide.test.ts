import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { emptyArticle } from '../../src/article/article.ts';
import { templateModel } from '../../src/article/export/template/model.ts';

test('the guide lists every name that a newsroom’s template can use', () => {
  const guide = readFileSync(new URL('../../docs/guide/export.md', import.meta.url), 'utf8');
  for (const name of Object.keys(templateModel(emptyArticle(), { imageAddress: () => null, language: '' }))) expect(guide).toContain(`\`${name}\``);
});
