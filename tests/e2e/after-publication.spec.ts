import { expect, test } from '@playwright/test';
import { Galley } from './pages/galley.ts';

const hourMs = 3_600_000;

test('"too small for a note" is remembered when Galley is closed, and asked again once more has changed', async () => {
  let galley = await Galley.startAs('Jo Ferreira');
  await galley.newArticle();
  await galley.headline().click();
  await galley.page.keyboard.insertText('Ferries stay');
  await galley.article().locator('p').last().click();
  await galley.page.keyboard.insertText('The council voted.');
  await galley.page.keyboard.press('Enter');
  await galley.page.keyboard.insertText('Two boats stay in service.');
  await galley.saved();
  await galley.page.getByRole('combobox', { name: 'State' }).selectOption('published');
  const ask = (): ReturnType<typeof galley.block> => galley.page.getByRole('status', { name: /This article is published/u });
  const write = async (text: string): Promise<void> => {
    await galley.article().locator('p', { hasText: text }).click();
    await galley.page.keyboard.press('End');
    await galley.page.keyboard.insertText(' More.');
  };
  await write('The council voted.');
  await ask().getByRole('button', { name: 'Too small for a note' }).click();
  await expect(ask()).toHaveCount(0);
  await galley.saved();
  galley = await galley.reopen();
  await expect(galley.article()).toContainText('The council voted. More.');
  await galley.tab('History').click();
  await expect(galley.page.getByRole('tabpanel', { name: 'History' })).toContainText('1 change since');
  await expect(ask()).toHaveCount(0);
  await write('Two boats stay in service.');
  await expect(ask()).toBeVisible();
  await galley.close();
});

test('a clock that leaps ahead while Galley runs lifts no embargo', async () => {
  const galley = await Galley.startAs('Jo Ferreira');
  await galley.newArticle();
  await galley.headline().click();
  await galley.page.keyboard.insertText('Ferries stay');
  await galley.tab('Details').click();
  const details = galley.page.getByRole('tabpanel', { name: 'Details' });
  const embargo = details.getByRole('combobox', { name: 'Embargo' });
  if (!(await embargo.isVisible())) await details.getByText('Embargo', { exact: false }).first().click();
  await embargo.selectOption('Until a time');
  await details.getByLabel('Until: Date').fill(new Date(Date.now() + 48 * hourMs).toISOString().slice(0, 10));
  await galley.saved();
  const { id, metadata } = await galley.stored();
  const until = metadata.embargo?.until;
  if (!until || until === 'indefinite') throw new Error('no embargo until a time');
  await galley.app.evaluate((_electron, shift) => {
    const Real = Date;
    globalThis.Date = class extends Real {
      constructor(...given: readonly unknown[]) { super(...((given.length > 0 ? given : [Real.now() + shift]) as [number])); }
      static override now(): number { return Real.now() + shift; }
    } as DateConstructor;
  }, Date.parse(until.instant) - Date.now() + hourMs);
  const refused = await galley.page.evaluate(async (articleId) => (globalThis as unknown as { galley: { call(name: string, request: unknown): Promise<unknown> } }).galley.call('export.print', { articleId, override: '' }), id);
  expect(refused).toMatchObject({ ok: false, error: { code: 'blocked', message: expect.stringMatching(/has leapt ahead/u) } });
  await galley.close();
});
