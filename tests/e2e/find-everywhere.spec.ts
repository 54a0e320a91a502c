import { expect, type Locator, type Page, test } from '@playwright/test';
import type { Bridge } from '../../src/ipc/contract.ts';
import { axeFindings } from './pages/axe.ts';
import { Galley } from './pages/galley.ts';

/** Writes an article and answers its id. */
async function write(galley: Galley, headline: string, text: string): Promise<void> {
  const { page } = galley;
  await galley.newArticle();
  await galley.headline().click();
  await page.keyboard.insertText(headline);
  await galley.article().locator('p').last().click();
  await page.keyboard.insertText(text);
  await galley.saved();
}

const dialog = (page: Page): Locator => page.getByRole('dialog', { name: 'Find and replace in all articles' });

async function search(page: Page, text: string, by: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+Shift+h');
  await page.getByRole('searchbox', { name: 'Find in all articles' }).fill(text);
  await page.getByRole('textbox', { name: 'Replace with' }).fill(by);
  await page.getByRole('searchbox', { name: 'Find in all articles' }).press('Enter');
}

/** Headline, state and causes of the revisions of every article, newest first, as the store has them. */
function library(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const bridge = Reflect.get(window, 'galley') as Bridge;
    const listed = await bridge.call('articles.list', { query: '', filter: 'all', sort: 'created', offset: 0, limit: 9 });
    if (!listed.ok) throw new Error(listed.error.message);
    return Promise.all(
      listed.value.rows.map(async ({ id, headline, state }) => {
        const revisions = await bridge.call('revisions.list', { articleId: id, offset: 0, limit: 20 });
        const [newest] = revisions.ok ? revisions.value.rows : [];
        return `${headline} (${state}) ${newest?.cause ?? ''} ${newest?.note ?? ''}`.trim();
      }),
    );
  });
}

test('a misspelt name is mended in all articles: listed with before and after, delicate ones asked for, one undo for all', async () => {
  const galley = await Galley.startAs('Jo Ferreira');
  const { page } = galley;
  await write(galley, 'Minister Harris speaks', 'Harris said so.');
  await galley.button('Compare').waitFor();
  await page.getByRole('combobox', { name: 'State' }).selectOption('approved');
  await write(galley, 'Nothing of it', 'Rain is expected.');
  await write(galley, 'Harris under wraps', 'Not before noon.');
  await page.evaluate(async () => {
    const bridge = Reflect.get(window, 'galley') as Bridge;
    const listed = await bridge.call('articles.list', { query: 'wraps', filter: 'all', sort: 'changed', offset: 0, limit: 1 });
    const opened = await bridge.call('articles.open', { articleId: (listed.ok && listed.value.rows[0]?.id) || '' });
    if (!opened.ok) throw new Error(opened.error.message);
    const { article, lastSaveNumber } = opened.value;
    await bridge.call('articles.save', { articleId: article.id, number: lastSaveNumber + 1, changedBlocks: [], order: (article.body.content ?? []).map(({ attrs }) => String(attrs?.['blockId'])), metadata: { ...article.metadata, embargo: { until: 'indefinite', note: '' } }, images: null });
  });
  await write(galley, 'On the page', 'Harris came. ');
  // Typed a moment ago and not saved yet.
  await page.keyboard.insertText('Harris left.');
  await search(page, 'harris', 'Hariss');
  await expect(dialog(page).getByRole('status')).toHaveText('5 hits in 3 articles.');
  const results = dialog(page).getByRole('region', { name: 'Articles with hits' });
  await expect(results.locator('.everywhere-article')).toContainText(['On the page', 'Harris under wraps', 'Minister Harris speaks']);
  await expect(results).toContainText('Harris came. HarrisHariss left.');
  expect(await axeFindings(page)).toEqual([]);
  await results.getByRole('checkbox', { name: 'Replace hit 1 of On the page' }).uncheck();
  await dialog(page).getByRole('button', { name: 'Replace 4 hits in 3 articles' }).click();
  const ask = dialog(page).getByRole('group', { name: '2 of these articles are approved, published or under embargo' });
  await expect(ask.getByRole('listitem')).toHaveText(['Harris under wraps (Embargo)', 'Minister Harris speaks (Approved)']);
  await expect(page.locator(':focus')).toHaveText('Leave them out');
  expect(await axeFindings(page)).toEqual([]);
  await ask.getByRole('button', { name: 'Replace in all 2' }).click();
  await expect(dialog(page).getByRole('status')).toHaveText('Replaced 4 hits in 3 articles.');
  expect(await library(page)).toEqual([
    'On the page (draft) replace-all In all articles: “harris” became “Hariss”, 1 time',
    'Hariss under wraps (draft) replace-all In all articles: “harris” became “Hariss”, 1 time',
    expect.stringMatching(/^Nothing of it \(draft\) before-close/),
    'Minister Hariss speaks (approved) replace-all In all articles: “harris” became “Hariss”, 2 times',
  ]);
  await dialog(page).getByRole('button', { name: 'Close find and replace in all articles' }).click();
  await expect(galley.article()).toContainText('Harris came. Hariss left.');
  // What is written since stays when all is taken back.
  await galley.article().locator('p').last().click();
  await page.keyboard.press('Enter');
  await page.keyboard.insertText('Written since.');
  await page.getByRole('region', { name: 'Messages' }).getByRole('button', { name: 'Undo in all 3 articles' }).click();
  await expect(page.getByRole('region', { name: 'Messages' })).toContainText('Taken back in 3 articles.');
  await expect(galley.article()).toContainText('Harris came. Harris left.');
  await expect(galley.article()).toContainText('Written since.');
  expect((await library(page)).map((line) => line.split(' In all')[0])).toEqual(['On the page (draft) restore', 'Harris under wraps (draft) restore', expect.stringMatching(/^Nothing/), 'Minister Harris speaks (approved) restore']);
  await galley.close();
});

test('delicate articles can be left out; an expression without end is ended, and saving goes on meanwhile', async () => {
  const galley = await Galley.startAs('Jo Ferreira');
  const { page } = galley;
  await write(galley, 'Signed', 'The port is open.');
  await page.getByRole('combobox', { name: 'State' }).selectOption('published');
  await write(galley, 'Draft', `The port is shut. ${'a'.repeat(60)}!`);
  await search(page, 'port', 'harbour');
  await dialog(page).getByRole('button', { name: 'Replace 2 hits in 2 articles' }).click();
  await dialog(page).getByRole('button', { name: 'Leave it out' }).click();
  await expect(dialog(page).getByRole('status')).toHaveText('Replaced 1 hit in 1 article.');
  await dialog(page).getByRole('button', { name: 'Undo in 1 article' }).click();
  await expect(dialog(page).getByRole('status')).toHaveText('Taken back in 1 article.');
  await expect(galley.article()).toContainText('The port is shut.');

  await dialog(page).getByRole('button', { name: 'Regular expression' }).click();
  await page.getByRole('searchbox', { name: 'Find in all articles' }).fill('(a|aa)+$');
  await page.getByRole('searchbox', { name: 'Find in all articles' }).press('Enter');
  await expect(dialog(page).getByRole('button', { name: 'Stop' })).toBeVisible();
  await dialog(page).getByRole('button', { name: 'Stop' }).click();
  await expect(dialog(page).getByRole('status')).toContainText('Stopped after 0 of');
  await page.keyboard.press('Escape');
  await galley.article().locator('p').last().click();
  await page.keyboard.insertText('Still saved.');
  await galley.saved();
  expect(JSON.stringify(await galley.stored())).toContain('Still saved.');
  await galley.close();
});

test('what is typed right behind the keys that open it is looked for, and never written over what is selected', async () => {
  const galley = await Galley.startAs('Jo Ferreira');
  const { page } = galley;
  await write(galley, 'Harbour closes', 'The ferry stays.');
  for (const keys of ['ControlOrMeta+Shift+h', 'ControlOrMeta+Shift+p', 'ControlOrMeta+p', 'ControlOrMeta+f']) {
    await galley.headline().dblclick({ position: { x: 20, y: 20 } });
    await page.keyboard.press(keys);
    await page.keyboard.type('ferry');
    await expect(page.locator('input:focus')).toHaveValue('ferry');
    await expect(galley.headline()).toHaveText('Harbour closes');
    // The first Escape empties a search field, the next leaves it.
    await expect(async () => {
      await page.keyboard.press('Escape');
      await expect(page.locator('input:focus')).toHaveCount(0, { timeout: 500 });
    }).toPass();
  }
  await galley.close();
});
