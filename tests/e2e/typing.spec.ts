import { expect, test } from '@playwright/test';
import { Galley } from './pages/galley.ts';

test('what the window renders reads nothing of a text in which someone writes', async () => {
  const galley = await Galley.startAs('Jo Ferreira');
  const { page } = galley;
  await galley.newArticle();
  await galley.article().locator('> p').last().click();
  for (const line of ['The first line.', 'The second line.', 'The third line.']) {
    await page.keyboard.insertText(line);
    await page.keyboard.press('Enter');
  }
  await galley.saved();
  const reads = await page.evaluateHandle(() => {
    const found = { count: 0 };
    const text = document.querySelector('.ProseMirror > p')?.firstChild;
    const value = text?.nodeValue ?? '';
    if (text) Object.defineProperty(text, 'nodeValue', { get: () => ((found.count += 1), value) });
    return found;
  });
  // The word for the save is rendered twice.
  await page.keyboard.insertText('A key');
  await expect(page.getByRole('status', { name: 'Save state' })).toHaveText('Saving');
  await galley.saved();
  expect(await reads.evaluate(({ count }) => count)).toBe(0);
  expect(await galley.article().evaluate((text) => (text as HTMLElement).isContentEditable)).toBe(true);
  await galley.close();
});

test('the paragraph in which someone types keeps its height until it needs another line, in a long article', async () => {
  const galley = await Galley.startAs('Jo Ferreira');
  const { page } = galley;
  await galley.newArticle();
  await galley.article().locator('> p').last().click();
  for (let line = 1; line <= 260; line += 1) {
    await page.keyboard.insertText(`Line ${line} of a long article.`);
    await page.keyboard.press('Enter');
  }
  const paragraph = galley.article().locator('> p', { hasText: 'Line 15 of' });
  await paragraph.click();
  await page.keyboard.press('End');
  const box = () => paragraph.evaluate((element: HTMLElement) => new Promise<{ held: string; height: number; needed: number }>((done) => {
    requestAnimationFrame(() => requestAnimationFrame(() => {
      const range = document.createRange();
      range.selectNodeContents(element);
      const lines = new Set([...range.getClientRects()].map(({ top }) => top)).size;
      done({ held: element.style.height, height: element.offsetHeight, needed: lines * Number.parseFloat(getComputedStyle(element).lineHeight) });
    }));
  }));
  const one = await box();
  expect(one).toEqual({ held: '', height: one.needed, needed: one.needed });
  await page.keyboard.insertText(' x');
  expect(await box()).toEqual({ ...one, held: `${one.height}px` });
  // Lines come, and the block below stands below them.
  for (const word of 'and so on, as long as it takes to fill a line and then another line of the page'.split(' ')) {
    await page.keyboard.insertText(` ${word}`);
    const { held, height, needed } = await box();
    expect({ held, height }).toEqual({ held: `${needed}px`, height: needed });
  }
  expect((await box()).height).toBeGreaterThan(one.height);
  // Lines go.
  for (let word = 1; word <= 18; word += 1) await page.keyboard.press('ControlOrMeta+Backspace');
  expect(await box()).toEqual({ held: '', height: one.needed, needed: one.needed });
  // A caret elsewhere, and a rest.
  await page.keyboard.insertText(' y');
  expect((await box()).held).not.toBe('');
  await page.keyboard.press('ArrowUp');
  expect((await box()).held).toBe('');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.insertText(' z');
  await expect.poll(async () => (await box()).held).toBe('');
  await galley.close();
});

test('what is far from where someone types in a long article is put away until the hands rest, and never what is in sight', async () => {
  const galley = await Galley.startAs('Jo Ferreira');
  const { page } = galley;
  await galley.newArticle();
  await galley.article().locator('> p').last().click();
  await galley.clipboard({ text: Array.from({ length: 300 }, (_, index) => `Line ${index + 1} of a long article.`).join('\n') });
  await galley.paste();
  const line = (number: number) => galley.article().locator('> p', { hasText: `Line ${number} of` });
  /** How many blocks are put away, and how many of those in sight or less than half a screen from it. */
  const away = () => page.evaluate(() => new Promise<{ all: number; near: number }>((done) => {
    requestAnimationFrame(() => requestAnimationFrame(() => {
      const scroller = document.querySelector('.editor-scroll')?.getBoundingClientRect() ?? new DOMRect();
      const found = [...document.querySelectorAll('.article > *')].filter((block) => getComputedStyle(block).contentVisibility === 'hidden').map((block) => block.getBoundingClientRect());
      const half = scroller.height / 2;
      done({ all: found.length, near: found.filter(({ top, bottom }) => bottom > scroller.top - half && top < scroller.bottom + half).length });
    }));
  }));
  // A page that is still finding its place after a jump brings all back; the next key puts it away again.
  const isPutAway = () => expect.poll(async () => {
    await page.keyboard.insertText('x');
    await page.waitForTimeout(100);
    const { all, near } = await away();
    return near === 0 && all > 150;
  }).toBe(true);
  await line(150).click();
  await page.keyboard.press('End');
  expect(await away()).toEqual({ all: 0, near: 0 });
  await isPutAway();
  expect(await line(1).evaluate((block) => getComputedStyle(block).contentVisibility)).toBe('hidden');
  expect(await line(300).evaluate((block) => getComputedStyle(block).contentVisibility)).toBe('hidden');
  // A new paragraph is typing, too.
  await page.keyboard.press('Enter');
  await page.keyboard.insertText('y');
  expect((await away()).all).toBeGreaterThan(150);
  expect((await away()).near).toBe(0);
  // So is making it a subhead.
  await page.keyboard.press('Enter');
  await page.waitForTimeout(300);
  await page.keyboard.type('## ', { delay: 60 });
  await expect(galley.article().locator('> [data-block="subhead"]')).toBeAttached();
  expect((await away()).near).toBe(0);
  await page.keyboard.insertText('Subhead');
  expect((await away()).near).toBe(0);
  await expect.poll(away).toEqual({ all: 0, near: 0 });
  // Scrolling.
  await isPutAway();
  await galley.article().hover();
  await page.mouse.wheel(0, -40_000);
  await expect(line(1)).toBeInViewport();
  expect((await away()).near).toBe(0);
  await expect.poll(away).toEqual({ all: 0, near: 0 });
  // A caret elsewhere.
  await isPutAway();
  await page.keyboard.press('Control+End');
  expect(await away()).toEqual({ all: 0, near: 0 });
  await expect(line(300)).toBeInViewport();
  // All of it replaced while it is put away.
  await isPutAway();
  await page.keyboard.press('Control+A');
  await page.keyboard.insertText('Only this.');
  expect((await away()).near).toBe(0);
  await page.keyboard.press('Control+Z');
  await expect(line(300)).toBeVisible();
  // Under a screen reader the whole text stays.
  await galley.app.evaluate(({ app }) => app.emit('accessibility-support-changed', {}, true));
  await page.keyboard.insertText('z');
  await page.waitForTimeout(100);
  expect(await away()).toEqual({ all: 0, near: 0 });
  await galley.app.evaluate(({ app }) => app.emit('accessibility-support-changed', {}, false));
  await isPutAway();
  await galley.close();
});

test('Ctrl+End is the end of a long article, and Ctrl+Home its beginning', async () => {
  const galley = await Galley.startAs('Jo Ferreira');
  const { page } = galley;
  await galley.newArticle();
  await page.keyboard.insertText('Ferry');
  await galley.article().locator('> p').last().click();
  await galley.clipboard({ text: Array.from({ length: 300 }, (_, index) => `Line ${index + 1} of a long article.`).join('\n') });
  await galley.paste();
  const last = galley.article().locator('> p').last();
  await expect(last).toHaveText('Line 300 of a long article.');
  await page.keyboard.press('Control+Home');
  await expect(galley.headline()).toBeInViewport();
  // Until what is out of sight is no longer laid out.
  await page.waitForTimeout(500);
  await page.keyboard.press('Control+End');
  await page.keyboard.insertText(' The end.');
  await expect(last).toHaveText('Line 300 of a long article. The end.');
  await expect(last).toBeInViewport();
  await page.keyboard.press('Control+Shift+Home');
  expect(await page.evaluate(() => getSelection()?.toString().startsWith('Ferry'))).toBe(true);
  await galley.close();
});

test('keys that wait behind a busy window do what they would have done', async () => {
  const galley = await Galley.startAs('Jo Ferreira');
  const { page } = galley;
  await galley.newArticle();
  await galley.article().locator('> p').last().click();
  for (const line of ['One', 'Two', 'Three']) {
    await page.keyboard.insertText(line);
    await page.keyboard.press('Enter');
  }
  await galley.article().locator('> p', { hasText: 'One' }).click();
  await expect.poll(() => page.evaluate(() => getSelection()?.focusNode?.textContent)).toBe('One');
  await page.waitForTimeout(300);
  const busy = page.evaluate(() => {
    const end = performance.now() + 800;
    while (performance.now() < end);
  });
  const keys = ['ArrowDown', 'End', 'Enter', 'x', 'ArrowDown', 'Home', 'y'].map((key) => page.keyboard.press(key));
  await Promise.all([busy, ...keys]);
  await expect(galley.article().locator('> p')).toHaveText(['One', 'Two', 'x', 'yThree', '']);
  await galley.close();
});
