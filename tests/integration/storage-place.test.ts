import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { context, idsOf, newFolder, openFolder, paragraph, value } from './storage-fixtures.ts';

it('acknowledges nothing while its file is not where it was, and goes on once it is back', () => {
  const folder = join(newFolder(), 'data');
  mkdirSync(folder);
  const store = openFolder(folder);
  const { article } = value(store.call('articles.create', { article: null, cause: null }, context));
  const order = idsOf(article.body);
  const save = (number: number, text: string): ReturnType<typeof store.call<'articles.save'>> =>
    store.call('articles.save', { articleId: article.id, number, changedBlocks: [paragraph(order[3] ?? '', text)], order, metadata: null, images: null }, context);
  value(save(1, 'before'));
  renameSync(folder, `${folder}-away`);
  expect(save(2, 'gone')).toMatchObject({ ok: false, error: { code: 'not-writable' } });
  // Another file of the same name is not the one that was opened either.
  mkdirSync(folder);
  writeFileSync(join(folder, 'galley.db'), 'something else');
  expect(save(3, 'still gone')).toMatchObject({ ok: false, error: { code: 'not-writable' } });
  renameSync(folder, `${folder}-other`);
  renameSync(`${folder}-away`, folder);
  value(save(4, 'back'));
  store.close();
  const again = openFolder(folder);
  const found = value(again.call('articles.open', { articleId: article.id }, context)).article;
  expect(JSON.stringify(found.body)).toContain('"back"');
  again.close();
});
