import { expect, test } from 'vitest';
import { emptyArticle } from '../article/article.ts';
import { EarlyAnswers } from './early-answers.ts';
import type { Left } from './sealed-session.ts';

const article = emptyArticle();
const left: Left = {
  session: {
    opened: { article, summary: { id: article.id, slugline: 'pier', headline: 'The pier', section: '', state: 'draft', words: 3, author: 'Asha', createdAtMs: 1, changedAtMs: 2, trashedAtMs: null }, lastSaveNumber: 4 },
    tabs: [],
  },
  settings: { person: { id: '1', name: 'Asha' }, zone: 'Asia/Kolkata' } as Left['settings'],
};

/** Whether a promise is resolved already. */
const isResolved = (promise: Promise<void>): Promise<boolean> => Promise.race([promise.then(() => true), new Promise<boolean>((done) => setTimeout(() => done(false)))]);

test('the settings with what the machine is now, then the article, and nothing after it', async () => {
  const early = new EarlyAnswers(left, '/data');
  expect(early.to('settings.read')).toMatchObject({ ok: true, value: { zone: 'Asia/Kolkata', dataFolder: '/data', putAside: '', clockGap: null, machineZone: Intl.DateTimeFormat().resolvedOptions().timeZone } });
  expect(await isResolved(early.ended)).toBe(false);
  expect(early.to('articles.openLast')).toEqual({ ok: true, value: left.session });
  expect(await isResolved(early.ended)).toBe(true);
  expect([early.to('settings.read'), early.to('articles.openLast')]).toEqual([null, null]);
});

test('everything else is answered otherwise', () => {
  const early = new EarlyAnswers(left, '/data');
  expect([early.to('recovery.assess'), early.to('articles.open'), early.to('settings.write'), early.to('export.write')]).toEqual([null, null, null, null]);
});

test('where nothing was left, or the window is gone, nothing is waited for', async () => {
  expect(await isResolved(new EarlyAnswers(null, '/data').ended)).toBe(true);
  const early = new EarlyAnswers(left, '/data');
  early.end();
  expect(await isResolved(early.ended)).toBe(true);
  expect(early.to('articles.openLast')).toBeNull();
});
