import { expect, test } from 'vitest';
import { checkArticle, gateOf } from './checks/index.ts';
import { articleFromTemplate } from './from-template.ts';
import { ownTemplates } from './newsroom/article-templates.ts';

test.each(ownTemplates.map((template) => [template.name, template] as const))('%s begins with headline, genre and text, each time under ids of its own, and cannot be published before its TKs are gone', (_name, template) => {
  const [one, other] = [articleFromTemplate(template, 'en-IN'), articleFromTemplate(template, 'en-IN')];
  if (!one.ok || !other.ok) throw new Error('not read');
  const ids = JSON.stringify(one.value).match(/[0-9a-f]{8}-[0-9a-f-]{27}/g) ?? [];
  expect(ids.length).toBeGreaterThan(4);
  expect(ids.some((id) => JSON.stringify(other.value).includes(id))).toBe(false);
  expect([one.value.metadata.language, one.value.metadata.genre !== '']).toEqual(['en-IN', true]);
  expect(JSON.stringify(one.value.body.content?.[0])).toContain('TK');
  expect(one.value.body.content?.length).toBeGreaterThan(3);
  const gate = gateOf(one.value, checkArticle(one.value));
  expect(gate.blocking.some(({ rule }) => rule === 'placeholder-text')).toBe(true);
});

test('a template that cannot be read says why', () => {
  expect(articleFromTemplate({ name: 'x', markdown: '---\ntitle: "open\n---\n' }, 'en')).toMatchObject({ ok: false });
});
