import { expect, type Locator, test } from '@playwright/test';
import { fixture, Galley } from './pages/galley.ts';

// Every block: put in by the `/` menu and by the button, moved by keys and by hand, removed, and each step taken back.
let galley: Galley;

test.beforeAll(async () => { galley = await Galley.startAs('Asha Rao'); });
test.afterAll(async () => { await galley.close(); });
test.beforeEach(async () => {
  // The system's own file window is the one thing no script can reach; what it answers is a real file.
  await galley.app.evaluate(({ dialog }, path) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [path] });
  }, fixture('pictures/plain.jpg'));
  await galley.newArticle();
  await paragraphs().last().click();
  await galley.page.keyboard.type('Before.');
});

const choices: readonly (readonly [choice: string, group: string])[] = [
  ['Subhead', 'Subhead'], ['Smaller subhead', 'Subhead'], ['Image', 'Image'], ['Gallery', 'Gallery'], ['Quote', 'Quote'], ['Pull quote', 'Pull quote'], ['Bullet list', 'Bullet list'],
  ['Numbered list', 'Numbered list'], ['Ad slot', 'Ad slot'], ['Embed', 'Embed'], ['Table', 'Table'], ['Fact box', 'Fact box'], ['Divider', 'Divider'], ['Preformatted text', 'Preformatted text'],
];

const paragraphs = (): Locator => galley.article().locator('p[data-block="paragraph"]');
/** Lists are plain lists for a screen reader, everything else a group with the block's name. */
const blocks = (group: string): Locator => (group.endsWith('list') ? galley.article().locator(group.startsWith('Bullet') ? 'ul' : 'ol') : galley.block(group));

/** The names of the body's blocks, top down. */
const order = (): Promise<string[]> => galley.article().evaluate((article) => [...article.children].slice(3).map((block) => block.getAttribute('aria-label') ?? block.getAttribute('data-block') ?? block.firstElementChild?.getAttribute('aria-label') ?? block.tagName));

async function choose(choice: string): Promise<void> {
  const option = galley.page.getByRole('listbox', { name: 'Insert block' }).getByRole('option').filter({ has: galley.page.getByText(choice, { exact: true }) });
  await option.click();
}

for (const [choice, group] of choices) {
  test(`${choice}: the / menu and the button put it in, undo takes it out`, async () => {
    const { page } = galley;
    await page.keyboard.press('Enter');
    await page.keyboard.type(`/${choice.slice(0, 5).toLowerCase()}`);
    await choose(choice);
    await expect(blocks(group)).toHaveCount(1);
    if (group === 'Image') await expect(blocks(group).locator('img')).toHaveCount(1);
    await expect(galley.article()).not.toContainText(`/${choice.slice(0, 5).toLowerCase()}`);
    await paragraphs().first().click();
    await galley.button('Insert block').click();
    await choose(choice);
    await expect(blocks(group)).toHaveCount(2);
    if (group === 'Image') await expect(blocks(group).locator('img')).toHaveCount(2);
    await paragraphs().first().click();
    await page.keyboard.press('ControlOrMeta+Z');
    // The picture chosen is a step of its own.
    if (group === 'Image') await page.keyboard.press('ControlOrMeta+Z');
    await expect(blocks(group)).toHaveCount(1);
    await expect(galley.article()).toContainText('Before.');
    await galley.saved();
  });
}

test('a picture from disk is shown, and its file is the one chosen', async () => {
  await galley.page.keyboard.press('Enter');
  await galley.page.keyboard.type('/image');
  await choose('Image');
  const picture = galley.block('Image').locator('img');
  await expect(picture).toBeVisible();
  await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.complete && image.naturalWidth > 0)).toBe(true);
});

test('Alt and the arrows move a block, and undo brings it back', async () => {
  const { page } = galley;
  await page.keyboard.press('Enter');
  await page.keyboard.type('/divider');
  await choose('Divider');
  // At its start: ProseMirror takes a click at the place of the one before, half a second later, for a double click, whatever came between.
  await paragraphs().first().click({ position: { x: 2, y: 8 } });
  await page.keyboard.type('More. ');
  await expect(paragraphs().first()).toContainText('More.');
  const before = await order();
  await page.keyboard.press('Alt+ArrowDown');
  await expect.poll(order).not.toEqual(before);
  await page.keyboard.press('ControlOrMeta+Z');
  await expect.poll(order).toEqual(before);
  await expect(paragraphs().first()).toContainText('More.');
});

test('the handle drags a block to another place', async () => {
  const { page } = galley;
  await page.keyboard.press('Enter');
  await page.keyboard.type('Middle.');
  await page.keyboard.press('Enter');
  await page.keyboard.type('After.');
  const first = paragraphs().first();
  await first.hover();
  await dragTo(page.getByRole('button', { name: 'Block', exact: true }), paragraphs().last());
  await expect(paragraphs()).toHaveText(['Middle.', 'After.', 'Before.']);
  await paragraphs().last().click();
  await page.keyboard.press('ControlOrMeta+Z');
  await expect(paragraphs()).toHaveText(['Before.', 'Middle.', 'After.']);
});

test('the menu of a block removes and duplicates it', async () => {
  const { page } = galley;
  await paragraphs().first().hover();
  await page.getByRole('button', { name: 'Block', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Duplicate' }).click();
  await expect(paragraphs()).toHaveText(['Before.', 'Before.']);
  const ids = ((await galley.stored()).body.content ?? []).map(({ attrs }) => attrs?.['blockId']);
  expect(ids).toHaveLength(5);
  expect(new Set(ids).size).toBe(5);
  await paragraphs().first().hover();
  await page.getByRole('button', { name: 'Block', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Remove' }).click();
  await expect(paragraphs()).toHaveText(['Before.']);
});

test('Ctrl+K puts a link on the selected words', async () => {
  const { page } = galley;
  await page.keyboard.press('Shift+Home');
  await page.keyboard.press('ControlOrMeta+K');
  await page.getByRole('textbox', { name: 'Address of the link' }).fill('https://example.org/harbour');
  await page.keyboard.press('Enter');
  await expect(galley.article().locator('a')).toHaveText('Before.');
  await expect(galley.article().locator('a')).toHaveAttribute('data-href', 'https://example.org/harbour');
});

/** Dragged as a hand does it: pressed, moved in steps, let go below the middle of the target. */
async function dragTo(from: Locator, to: Locator): Promise<void> {
  const { mouse } = galley.page;
  const [start, end] = [await from.boundingBox(), await to.boundingBox()];
  if (!start || !end) throw new Error('nothing to drag');
  await mouse.move(start.x + start.width / 2, start.y + start.height / 2);
  await mouse.down();
  await mouse.move(start.x + 10, start.y + 20, { steps: 4 });
  await mouse.move(end.x + 40, end.y + end.height - 2, { steps: 8 });
  await mouse.up();
}
