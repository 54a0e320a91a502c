import { expect, type Locator, test } from '@playwright/test';
import { fixture, Galley } from './pages/galley.ts';

let galley: Galley;
test.beforeAll(async () => { galley = await Galley.startAs('Asha Rao'); });
test.afterAll(async () => { await galley.close(); });
test.beforeEach(async () => {
  await galley.newArticle();
  await galley.article().locator('p').last().click();
});

const press = async (...keys: string[]): Promise<void> => { for (const key of keys) await galley.page.keyboard.press(key); };
const type = (text: string): Promise<void> => galley.page.keyboard.type(text);
const lines = async (...texts: string[]): Promise<void> => {
  for (const [index, text] of texts.entries()) {
    if (index > 0) await press('Enter');
    await type(text);
  }
};
const body = (): Promise<string[]> => galley.article().locator('[data-block=paragraph]').allInnerTexts();
/** The text of the paragraph beside which the handle stands; '' where there is no handle. */
const handleAt = async (): Promise<string> => {
  const handle = await galley.button('Block').boundingBox({ timeout: 1000 }).catch(() => null);
  if (!handle) return '';
  for (const paragraph of await galley.article().locator('[data-block=paragraph]').all()) {
    const box = await paragraph.boundingBox();
    if (box && handle.y + handle.height / 2 >= box.y - 2 && handle.y + handle.height / 2 <= box.y + box.height + 2) return paragraph.innerText();
  }
  return 'elsewhere';
};
const picked = (): Locator => galley.article().locator('.is-picked');

test('the / menu finds a block by a few of its letters and by other words for it', async () => {
  await type('/plq');
  await expect(galley.page.getByRole('listbox', { name: 'Insert block' }).getByRole('option').first()).toHaveText('Pull quote');
  await press('Enter');
  await expect(galley.block('Pull quote')).toHaveCount(1);
  await press('ControlOrMeta+Z');
  await press('ControlOrMeta+A', 'Delete');
  await galley.article().locator('p').last().click();
  await type('/advert');
  await press('Enter');
  await expect(galley.block('Ad slot')).toHaveCount(1);
});

test('Markdown at the start of a line makes the block, and Backspace takes it back', async () => {
  await type('## The tide');
  await expect(galley.block('Subhead')).toHaveText('The tide');
  await press('Enter');
  await type('> Quoted');
  await expect(galley.block('Quote')).toContainText('Quoted');
  await press('ArrowDown');
  await galley.button('Insert block').click();
  await galley.page.getByRole('option', { name: 'Paragraph', exact: true }).click();
  await type('1. First');
  await expect(galley.article().locator('ol li')).toHaveText(['First']);
  await press('Enter', 'Enter');
  await type('```');
  await expect(galley.block('Preformatted text')).toHaveCount(1);
  await press('Backspace');
  await expect(galley.block('Preformatted text')).toHaveCount(0);
  await expect(galley.article()).toContainText('```');
});

test('Alt and the arrows move a block, and one undo brings it back', async () => {
  await lines('One', 'Two', 'Three');
  await expect.poll(handleAt).toBe('Three');
  await press('Alt+ArrowUp');
  await expect.poll(body).toEqual(['One', 'Three', 'Two']);
  // The handle goes with it, and comes back after its menu when somebody writes on.
  await expect.poll(handleAt).toBe('Three');
  await press('ControlOrMeta+Z');
  await expect.poll(body).toEqual(['One', 'Two', 'Three']);
  await expect.poll(handleAt).toBe('Three');
  await galley.button('Block').click();
  await galley.page.getByRole('menuitem', { name: /^Move up/ }).click();
  await expect.poll(body).toEqual(['One', 'Three', 'Two']);
  await type('!');
  await expect.poll(handleAt).toContain('!');
});

test('Escape and Shift with the arrows select blocks; they move, double, turn and go together', async () => {
  await lines('One', 'Two', 'Three', 'Four');
  await press('Escape', 'Shift+ArrowUp');
  await expect(picked()).toHaveText(['Three', 'Four']);
  const bar = galley.page.getByRole('toolbar', { name: 'Selected blocks' });
  await expect(bar).toContainText('2 blocks');
  await press('Alt+ArrowUp');
  await expect.poll(body).toEqual(['One', 'Three', 'Four', 'Two']);
  await expect(picked()).toHaveText(['Three', 'Four']);
  await bar.getByRole('button', { name: 'Duplicate' }).click();
  await expect.poll(body).toEqual(['One', 'Three', 'Four', 'Three', 'Four', 'Two']);
  await bar.getByRole('combobox', { name: 'Turn into' }).selectOption('Bullet list');
  await expect(galley.article().locator('ul li')).toHaveText(['Three', 'Four']);
  await press('ControlOrMeta+Z');
  await expect(galley.article().locator('ul li')).toHaveCount(0);
  await press('Delete');
  await expect.poll(body).toEqual(['One', 'Three', 'Four', 'Two']);
  await press('ControlOrMeta+Z');
  await expect.poll(body).toEqual(['One', 'Three', 'Four', 'Three', 'Four', 'Two']);
});

test('selected blocks are cut and pasted elsewhere, and typing takes their place', async () => {
  await lines('One', 'Two', 'Three');
  await press('Escape', 'Shift+ArrowUp', 'ControlOrMeta+X');
  await expect.poll(body).toEqual(['One']);
  await press('Home', 'ControlOrMeta+V');
  await expect.poll(async () => (await body()).join(' ')).toMatch(/Two.*Three/);
  await press('Escape');
  await type('New');
  await expect(galley.article()).toContainText('New');
});

test('the handle’s menu turns a block into another kind, and with Shift it selects up to a block', async () => {
  await lines('One', 'Two', 'Three');
  const paragraph = (text: string): Locator => galley.article().getByText(text, { exact: true });
  await paragraph('Two').hover();
  await galley.button('Block').click();
  await galley.page.getByRole('menuitem', { name: 'Subhead', exact: true }).click();
  await expect(galley.block('Subhead')).toHaveText('Two');
  await paragraph('Three').click();
  await paragraph('One').hover();
  await galley.button('Block').click({ modifiers: ['Shift'] });
  await expect(picked()).toHaveText(['One', 'Two', 'Three']);
  await paragraph('Two').hover();
  await galley.button('Block').click();
  await galley.page.getByRole('menuitem', { name: /^Duplicate/ }).click();
  await expect(galley.block('Subhead')).toHaveCount(2);
});

test('a line shows where a dragged block and dragged files will land, and files never split a paragraph', async () => {
  await lines('One', 'Two', 'Three');
  const line = galley.page.locator('.drop-line');
  const one = await galley.article().getByText('One', { exact: true }).boundingBox();
  if (!one) throw new Error('no text');
  const session = await galley.page.context().newCDPSession(galley.page);
  const data = { items: [], files: [fixture('pictures/plain.png')], dragOperationsMask: 1 };
  const place = { x: one.x + 12, y: one.y + one.height - 2 };
  for (const kind of ['dragEnter', 'dragOver'] as const) await session.send('Input.dispatchDragEvent', { type: kind, ...place, data });
  await expect(line).toBeVisible();
  await session.send('Input.dispatchDragEvent', { type: 'drop', ...place, data });
  await expect(galley.block('Image').locator('img')).toBeVisible();
  await expect(line).toHaveCount(0);
  await expect.poll(body).toEqual(['One', 'Two', 'Three']);
  const order = await galley.article().locator('> *').evaluateAll((blocks) => blocks.slice(3).map((block) => (block.querySelector('img') ? 'picture' : block.textContent)));
  expect(order).toEqual(['One', 'picture', 'Two', 'Three']);
});

test('plain paste leaves the marks behind', async () => {
  await galley.clipboard({ text: 'bold words', html: '<b>bold</b> words' });
  await press('ControlOrMeta+Shift+V');
  await expect(galley.article()).toContainText('bold words');
  await expect(galley.article().locator('strong')).toHaveCount(0);
  await press('Enter', 'ControlOrMeta+V');
  await expect(galley.article().locator('strong')).toHaveText('bold');
});

test('what is typed right after New article goes to the new article, never to the one before', async () => {
  const { page } = galley;
  await page.keyboard.type('Kept.');
  await expect(galley.article()).toContainText('Kept.');
  await page.keyboard.press('ControlOrMeta+N');
  await page.keyboard.type('Ferry late');
  await expect(galley.headline()).toHaveText('Ferry late');
  expect((await galley.stored()).body.content?.[0]?.content?.[0]?.text).toBe('Ferry late');
  await galley.library().getByRole('listitem').nth(1).getByRole('button').first().click();
  await expect(galley.article()).toContainText('Kept.');
  await expect(galley.article()).not.toContainText('Ferry');
});

test('quotation marks, dashes and short forms are set as they are typed, taken back with Backspace, and switched off in the settings', async () => {
  const { page } = galley;
  await type('"It\'s done," he said -- twice...');
  expect(await body()).toEqual(['“It’s done,” he said – twice…']);
  await press('Backspace');
  expect(await body()).toEqual(['“It’s done,” he said – twice...']);
  await press('ControlOrMeta+Comma');
  const settings = page.getByRole('dialog', { name: 'Settings' });
  await settings.getByRole('button', { name: 'Add a short form' }).click();
  await settings.getByRole('textbox', { name: 'Short form' }).fill('pm');
  await settings.getByRole('textbox', { name: 'Stands for' }).fill('prime minister');
  await settings.getByRole('checkbox', { name: /^Quotation marks/ }).uncheck();
  await settings.getByRole('checkbox', { name: /^Markdown/ }).uncheck();
  await press('Escape');
  await galley.article().locator('p').last().click();
  await press('ControlOrMeta+End', 'Enter');
  await type('- the pm, "as is"');
  expect((await body()).at(-1)).toBe('- the prime minister, "as is"');
  await press('ControlOrMeta+Comma');
  await settings.getByRole('checkbox', { name: /^Quotation marks/ }).check();
  await settings.getByRole('checkbox', { name: /^Markdown/ }).check();
  await press('Escape');
  // Code is left as it is typed.
  await galley.article().locator('p').last().click();
  await press('ControlOrMeta+End', 'Enter', 'ControlOrMeta+Shift+E');
  await type('"pm"');
  expect((await body()).at(-1)).toBe('"pm"');
});

test('an article begins as one of the newsroom’s templates, by keys alone', async () => {
  await press('ControlOrMeta+Shift+N');
  await type('news');
  await press('Enter');
  await expect(galley.headline()).toHaveText('TK headline');
  await expect(galley.page.getByRole('button', { name: '7 TKs' })).toBeVisible();
  expect((await galley.stored()).metadata.genre).toBe('News');
});

test('snippets come in from the / menu, the palette and by their short form, and one undo takes one back', async () => {
  const { page } = galley;
  await press('ControlOrMeta+Comma');
  const settings = page.getByRole('dialog', { name: 'Settings' }).getByRole('region', { name: 'Snippets' });
  for (const [name, short, markdown] of [['Where to call', 'hlp', '## Where to call\n\nCall **us**.'], ['Agency', 'agy', 'the agency [Kalinga](https://example.org)']] as const) {
    await settings.getByRole('button', { name: 'Add a snippet' }).click();
    await settings.getByRole('textbox', { name: 'Name' }).last().fill(name);
    await expect(settings.getByRole('alert')).toContainText('has no text yet');
    await settings.getByRole('textbox', { name: 'Short form' }).last().fill(short);
    await settings.getByRole('textbox', { name: 'Its text, in Markdown' }).last().fill(markdown);
  }
  await expect(settings.getByRole('alert')).toBeHidden();
  await press('Escape');

  const written = (): Promise<string[]> => galley.article().locator('[data-block=paragraph], [data-block=subhead]').allInnerTexts();
  // The / menu, by its name: in place of the empty paragraph.
  await galley.article().locator('p').last().click();
  await type('/where');
  await expect(page.getByRole('listbox', { name: 'Insert block' }).getByRole('option')).toHaveText(['Where to callhlp']);
  await press('Enter');
  expect(await written()).toEqual(['Where to call', 'Call us.']);
  await expect(galley.article().locator('strong')).toHaveText('us');
  await press('ControlOrMeta+z');
  expect((await written()).join('').trim()).toBe('');

  // Its short form, in the middle of a sentence: what ended the word stays; Backspace takes it back.
  await type('Police told agy, which');
  expect(await written()).toEqual(['Police told the agency Kalinga, which']);
  await expect(galley.article().locator('a', { hasText: 'Kalinga' })).toHaveAttribute('title', 'https://example.org/');
  await type(' hlp ');
  expect(await written()).toEqual(['Police told the agency Kalinga, which ', 'Where to call', 'Call us.']);
  await press('ControlOrMeta+z');
  expect((await written()).join('')).toContain('which hlp');
  expect(await written()).toHaveLength(1);

  // The palette; it stands in the headline as well.
  await galley.headline().click();
  await type('Says ');
  await press('ControlOrMeta+Shift+p');
  await type('agency');
  await expect(page.getByRole('option', { name: /^Agency/u })).toContainText('Snippet');
  await press('Enter');
  await expect(galley.headline()).toHaveText('Says the agency Kalinga');
  await press('ControlOrMeta+z');
  await expect(galley.headline()).toHaveText('Says ');
  const ids = ((await galley.stored()).body.content ?? []).map(({ attrs }) => attrs?.['blockId']);
  expect(new Set(ids).size).toBe(ids.length);
});
