import { expect, test } from '@playwright/test';
import { Galley } from './pages/galley.ts';

/** Code units, so that nothing between test and window can mend half a pair. */
const odd: Readonly<Record<string, readonly number[]>> = {
  'half a surrogate pair': [0x61, 0xd83d, 0x62],
  'a NUL': [0x61, 0x00, 0x62],
  'combining marks': [0x43, 0x61, 0x66, 0x65, 0x0301, 0x20, 0x6e, 0x0303],
  'an emoji of many parts': [0xd83d, 0xdc69, 0xd83c, 0xdffd, 0x200d, 0xd83d, 0xde92],
  'right to left among left to right': [0x61, 0x20, 0x0642, 0x0627, 0x0644, 0x20, 0x202b, 0x62, 0x202c],
};

test('odd text is kept as it was put in, through saving, closing and opening', async () => {
  let galley = await Galley.startAs('Asha Rao');
  await galley.newArticle();
  await galley.headline().click();
  await galley.page.keyboard.type('Odd text');
  await galley.article().locator('p[data-block="paragraph"]').last().click();
  for (const units of Object.values(odd)) {
    await galley.page.evaluate((codes) => document.execCommand('insertText', false, String.fromCharCode(...codes)), units);
    await galley.page.keyboard.press('Enter');
  }
  await galley.saved();
  const typed = await unitsOf(galley);
  expect(typed).toEqual(Object.values(odd));
  galley = await galley.reopen();
  await expect(galley.headline()).toHaveText('Odd text');
  expect(await unitsOf(galley)).toEqual(Object.values(odd));
  expect(await storedUnits(galley)).toEqual(Object.values(odd));
  await galley.close();
});

/** Code units of each paragraph on the page that is not empty. */
const unitsOf = (galley: Galley): Promise<number[][]> =>
  galley.article().locator('p[data-block="paragraph"]').evaluateAll((all) =>
    all.map((paragraph) => Array.from({ length: paragraph.textContent.length }, (_, index) => paragraph.textContent.charCodeAt(index))).filter((units) => units.length > 0),
  );

/** The same as the store has it. */
const storedUnits = async (galley: Galley): Promise<number[][]> => {
  const { body } = await galley.stored();
  const texts = (body.content ?? []).slice(3).map(({ content }) => content?.map(({ text }) => text ?? '').join('') ?? '');
  return texts.filter((text) => text !== '').map((text) => Array.from({ length: text.length }, (_, index) => text.charCodeAt(index)));
};
