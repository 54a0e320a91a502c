import { expect, it } from 'vitest';
import { parseArticle } from './article.ts';
import example from './example.json' with { type: 'json' };
import { plain } from './plain.ts';

it('leaves the article as if every suggestion were rejected', () => {
  const parsed = parseArticle(example);
  if (!parsed.ok) throw new Error(parsed.error.message);
  const result = plain(parsed.value);
  expect(parseArticle(result)).toEqual({ ok: true, value: result });
  expect(result.body.content?.at(-1)?.content).toEqual([{ type: 'text', text: 'समाप्त removedchanged' }]);
  expect(JSON.stringify(result)).not.toContain('"insertion"');
});

it('gives the same object where there is nothing to reject', () => {
  const parsed = parseArticle(example);
  if (!parsed.ok) throw new Error(parsed.error.message);
  const once = plain(parsed.value);
  expect(plain(once)).toBe(once);
});
