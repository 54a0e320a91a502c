import type { CDPSession } from '@playwright/test';
import { expect, test } from '@playwright/test';
import { Galley } from './pages/galley.ts';

let galley: Galley;
let session: CDPSession;
test.beforeAll(async () => {
  galley = await Galley.startAs('Asha Rao');
  session = await galley.page.context().newCDPSession(galley.page);
});
test.afterAll(async () => { await galley.close(); });
test.beforeEach(async () => {
  await galley.newArticle();
  await galley.article().locator('p').last().click();
});

const press = async (...keys: string[]): Promise<void> => { for (const key of keys) await galley.page.keyboard.press(key); };
/** What an input method shows underlined on the way to a word. */
const composing = (text: string): Promise<unknown> => session.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
const committed = (text: string): Promise<unknown> => session.send('Input.insertText', { text });
const body = async (): Promise<string[]> => (await galley.article().locator('[data-block=paragraph]').allInnerTexts()).map((text) => text.replace(/\n$/u, ''));
const stored = async (): Promise<(string | undefined)[]> => ((await galley.stored()).body.content ?? []).slice(3).map(({ content }) => content?.map(({ text }) => text).join(''));

async function compose(steps: readonly string[], word: string, pauseMs = 0): Promise<void> {
  for (const step of steps) {
    await composing(step);
    if (pauseMs > 0) await galley.page.waitForTimeout(pauseMs);
  }
  await committed(word);
}

test('a composition that lasts through several saves loses and doubles nothing', async () => {
  const { page } = galley;
  await page.keyboard.insertText('前 ');
  // Longer than the second within which everything is saved, and than the panels’ look at the text.
  await compose(['n', 'に', 'にh', 'にほ', 'にほn', 'にほん', 'にほんg', 'にほんご'], '日本語', 350);
  await page.keyboard.insertText(' 後');
  expect(await body()).toEqual(['前 日本語 後']);
  expect(await stored()).toEqual(['前 日本語 後']);
  await press('ControlOrMeta+z');
  await press('ControlOrMeta+Shift+z');
  expect(await body()).toEqual(['前 日本語 後']);
});

test('syllables follow each other, one is called off, one takes the place of a selection', async () => {
  await compose(['ㅎ', '하', '한'], '한');
  await compose(['ㄱ', '그', '글'], '글');
  expect(await body()).toEqual(['한글']);
  await composing('ㄴ');
  await composing('');
  expect(await body()).toEqual(['한글']);
  await press('Shift+ArrowLeft');
  await compose(['ㅁ', '무', '문'], '문');
  expect(await body()).toEqual(['한문']);
  await press('Enter');
  await compose(['क', 'कि'], 'किताब');
  expect(await body()).toEqual(['한문', 'किताब']);
  expect(await stored()).toEqual(['한문', 'किताब']);
});

test('a composition keeps to its marks, its field and its cell', async () => {
  const { page } = galley;
  await page.keyboard.insertText('plain ');
  await press('ControlOrMeta+b');
  await compose(['に'], '二');
  await compose(['さ'], '三');
  await press('ControlOrMeta+b');
  await page.keyboard.insertText(' plain');
  await expect(galley.article().locator('strong')).toHaveText('二三');
  await galley.headline().click();
  await compose(['み', 'みな'], '港');
  await expect(galley.headline()).toHaveText('港');
  // Over headline and text: each field is emptied on its own, the word stands where the selection began.
  await press('ControlOrMeta+a');
  await compose(['う', 'うみ'], '海');
  await expect(galley.headline()).toHaveText('海');
  expect((await body()).join('')).toBe('');
  await press('ControlOrMeta+z', 'ControlOrMeta+z');
  await expect(galley.article().locator('strong')).toHaveText('二三');
});

test('right-to-left copy with left-to-right words is edited in the order it is read', async () => {
  const { page } = galley;
  await press('ControlOrMeta+1');
  await page.getByRole('combobox', { name: 'Language', exact: true }).fill('ar');
  await press('Tab');
  await galley.article().locator('p').last().click();
  await page.keyboard.insertText('قال الوزير إن الميناء Port 21 سيفتح غدا');
  const paragraph = galley.article().locator('[data-block=paragraph]').first();
  expect(await paragraph.evaluate((element) => getComputedStyle(element).direction)).toBe('rtl');
  // To the left is onward: from the start over the first word, a letter goes where the caret is.
  await press('Home');
  for (let count = 0; count < 'قال'.length; count += 1) await press('ArrowLeft');
  await page.keyboard.insertText(' أمس');
  expect(await body()).toEqual(['قال أمس الوزير إن الميناء Port 21 سيفتح غدا']);
  await press('End', 'Backspace', 'Backspace', 'Backspace', 'Backspace');
  expect(await body()).toEqual(['قال أمس الوزير إن الميناء Port 21 سيفتح']);
  await press('Home', 'Enter');
  await press('ControlOrMeta+z');
  expect(await stored()).toEqual(['قال أمس الوزير إن الميناء Port 21 سيفتح']);
});
