import { expect, type Locator, test } from '@playwright/test';
import { Galley } from './pages/galley.ts';

let galley: Galley;

test.beforeAll(async () => {
  galley = await Galley.startAs('Asha Rao');
  for (const [headline, text] of [['Zebra crossing repainted', 'Paint dries.'], ['Apple harvest late', 'Frost came in May.'], ['Ferries stay', 'The café on the quay stays too.']]) {
    await galley.newArticle();
    await galley.headline().click();
    await galley.page.keyboard.type(headline ?? '');
    await galley.article().locator('p[data-block="paragraph"]').last().click();
    await galley.page.keyboard.type(text ?? '');
    await galley.saved();
  }
});
test.afterAll(async () => { await galley.close(); });
test.beforeEach(async () => {
  await search().fill('');
  await galley.library().getByRole('button', { name: /^All/u }).click();
});

const search = (): Locator => galley.library().getByRole('searchbox', { name: 'Search articles' });
const rows = (): Locator => galley.library().getByRole('listitem');
const headlines = (): Promise<string[]> => galley.library().locator('.row-headline').allTextContents();
const menuOf = (name: string): Locator => galley.library().getByRole('button', { name: `More about ${name}` });

test('search finds words of the headline and of the text, beginnings and letters without their accents', async () => {
  for (const [words, found] of [['apple', 'Apple harvest late'], ['fro', 'Apple harvest late'], ['cafe quay', 'Ferries stay']] as const) {
    await search().fill(words);
    await expect.poll(headlines).toEqual([found]);
  }
  await search().fill('nowhere');
  await expect(galley.library()).toContainText('Nothing found for “nowhere”.');
});

test('sorted as asked', async () => {
  await galley.library().getByRole('combobox', { name: 'Sort by' }).selectOption('Headline');
  await expect.poll(headlines).toEqual(['Apple harvest late', 'Ferries stay', 'Zebra crossing repainted']);
  await galley.library().getByRole('combobox', { name: 'Sort by' }).selectOption('Last changed');
  await expect.poll(headlines).toEqual(['Ferries stay', 'Apple harvest late', 'Zebra crossing repainted']);
});

test('a click opens; the arrows and Enter do too', async () => {
  await galley.library().getByRole('button', { name: 'Zebra crossing repainted' }).first().click();
  await expect(galley.headline()).toHaveText('Zebra crossing repainted');
  await galley.page.keyboard.press('ArrowUp');
  await galley.page.keyboard.press('Enter');
  await expect(galley.headline()).toHaveText('Apple harvest late');
});

test('duplicate, trash, undo of it, and back from the trash', async () => {
  await menuOf('Ferries stay').click();
  await galley.page.getByRole('menuitem', { name: 'Duplicate' }).click();
  await expect(rows()).toHaveCount(4);
  await menuOf('Zebra crossing repainted').click();
  await galley.page.getByRole('menuitem', { name: 'Move to trash' }).click();
  await expect.poll(headlines).not.toContain('Zebra crossing repainted');
  await galley.button('Undo').click();
  await expect.poll(headlines).toContain('Zebra crossing repainted');
  await menuOf('Zebra crossing repainted').click();
  await galley.page.getByRole('menuitem', { name: 'Move to trash' }).click();
  await galley.library().getByRole('button', { name: /^Trash/u }).click();
  await expect.poll(headlines).toEqual(['Zebra crossing repainted']);
  await menuOf('Zebra crossing repainted').click();
  await galley.page.getByRole('menuitem', { name: 'Restore from trash' }).click();
  await expect(galley.library()).toContainText('The trash is empty.');
  await galley.library().getByRole('button', { name: /^All/u }).click();
  await expect.poll(headlines).toContain('Zebra crossing repainted');
});

test('the state is shown, and filters the list', async () => {
  await galley.library().getByRole('button', { name: 'Apple harvest late' }).first().click();
  await expect(galley.headline()).toHaveText('Apple harvest late');
  await galley.page.getByRole('combobox', { name: 'State' }).selectOption('In review');
  await galley.library().getByRole('button', { name: /^In review/u }).click();
  await expect.poll(headlines).toEqual(['Apple harvest late']);
  await expect(rows().first()).toContainText('In review');
});

test('the row of the article that is being written is called and counted as it is, without being left', async () => {
  await galley.newArticle();
  const row = galley.library().locator('[aria-current="true"]');
  await galley.page.keyboard.type('Bridge opens');
  await expect(row).toContainText('Bridge opens');
  await galley.article().locator('p[data-block="paragraph"]').last().click();
  await galley.page.keyboard.type('The first cars came at noon.');
  await expect(row).toContainText('6 words', { timeout: 15_000 });
});
