import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Article } from '../../src/article/article.ts';
import { exportArticle } from '../../src/article/export/index.ts';
import { publicPart } from '../../src/article/export/public-part.ts';
import { importFile } from '../../src/article/import/index.ts';
import { type Ghost, ghostServer } from './ghost-server.ts';
import { adSlotsIn } from './shown-text.ts';
import { stories } from './stories.ts';

let ghost: Ghost | null = null;
beforeAll(async () => {
  ghost = await ghostServer();
}, 900_000);
afterAll(() => ghost?.stop());

const sent = (article: Article): string => String(exportArticle(article, 'ghost', { hasPicture: () => true }).content);

function read(html: string): Article {
  const back = importFile({ name: 'post.ghost.html', bytes: new TextEncoder().encode(html) }, { zone: '', newsroomZone: '', machineZone: 'Etc/UTC', language: '' });
  if (!back.ok) throw new Error(back.message);
  return back.value.article;
}

test('Ghost keeps every post whole: read back it is the article, with captions, credits, ad slots and all that readers do not see', async ({ skip }) => {
  if (!ghost) return skip();
  for (const article of stories(40)) {
    const back = await ghost.save(sent(article));
    expect((back.match(/data-galley-block="adSlot"/g) ?? []).length).toBe(adSlotsIn(article.body));
    expect(publicPart(read(back))).toEqual(publicPart(article));
  }
});

test('and does drop what is no card: the reader of the posts is a real one', async ({ skip }) => {
  if (!ghost) return skip();
  expect(await ghost.save('<p>Kept</p><div data-galley-block="adSlot"></div>')).toBe('<p>Kept</p>');
});
