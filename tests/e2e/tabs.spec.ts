import { type ChildProcess } from 'node:child_process';
import { expect, type Locator, test } from '@playwright/test';
import { Galley } from './pages/galley.ts';

const tabs = (galley: Galley): Locator => galley.page.getByRole('tablist', { name: 'Open articles' }).getByRole('tab');
const active = (galley: Galley): Locator => galley.page.getByRole('tablist', { name: 'Open articles' }).getByRole('tab', { selected: true });
const keys = (galley: Galley, ...strokes: string[]): Promise<void> => strokes.reduce((before, stroke) => before.then(() => galley.page.keyboard.press(stroke)), Promise.resolve());

async function write(galley: Galley, headline: string, text = ''): Promise<void> {
  await galley.newArticle();
  await galley.page.keyboard.insertText(headline);
  if (text === '') return;
  await galley.article().locator('> p').last().click();
  await galley.page.keyboard.insertText(text);
}

test('tabs: keys go round, close and bring back; each has its caret, its place and its undo', async () => {
  const galley = await Galley.startAs('Jo Ferreira');
  const { page } = galley;
  await write(galley, 'Ferry', 'The ferry was late.');
  await expect(page.getByRole('tablist', { name: 'Open articles' })).toHaveCount(0);
  await write(galley, 'Bridge', 'The bridge is shut.');
  await write(galley, 'Tunnel', 'The tunnel is open.');
  await expect(tabs(galley)).toHaveText([/^Ferry/, /^Bridge/, /^Tunnel/]);
  await expect(active(galley)).toHaveText(/^Tunnel/);

  await keys(galley, 'Control+Tab');
  await expect(galley.headline()).toHaveText('Ferry');
  // Back where the caret was, with the undo of that article.
  await page.keyboard.insertText(' By far.');
  await expect(galley.article()).toContainText('The ferry was late. By far.');
  await keys(galley, 'Control+Shift+Tab', 'Control+Shift+Tab');
  await expect(galley.headline()).toHaveText('Bridge');
  await keys(galley, 'Control+Z');
  await expect(galley.article()).not.toContainText('The bridge is shut.');
  await keys(galley, 'Control+Tab', 'Control+Tab');
  await expect(galley.headline()).toHaveText('Ferry');
  await keys(galley, 'Control+Z');
  await expect(galley.article()).not.toContainText('By far');
  await keys(galley, 'Control+Shift+Z');
  await expect(galley.article()).toContainText('The ferry was late. By far.');

  await keys(galley, 'Control+W');
  await expect(galley.headline()).toHaveText('Bridge');
  await expect(tabs(galley)).toHaveText([/^Bridge/, /^Tunnel/]);
  await keys(galley, 'Control+Shift+T');
  await expect(galley.headline()).toHaveText('Ferry');
  await expect(tabs(galley)).toHaveText([/^Ferry/, /^Bridge/, /^Tunnel/]);
  await keys(galley, 'Control+Shift+PageDown');
  await expect(tabs(galley)).toHaveText([/^Bridge/, /^Ferry/, /^Tunnel/]);

  await tabs(galley).nth(2).click({ button: 'middle' });
  await expect(tabs(galley)).toHaveText([/^Bridge/, /^Ferry/]);
  await tabs(galley).nth(1).dragTo(tabs(galley).nth(0), { targetPosition: { x: 4, y: 10 } });
  await expect(tabs(galley)).toHaveText([/^Ferry/, /^Bridge/]);
  // On the strip itself: arrows, Enter, Delete.
  await active(galley).focus();
  await keys(galley, 'ArrowRight', 'Enter');
  await expect(galley.headline()).toHaveText('Bridge');
  await expect(galley.article()).toBeFocused();
  await active(galley).focus();
  await keys(galley, 'Delete');
  await expect(galley.headline()).toHaveText('Ferry');
  await keys(galley, 'Control+W');
  await expect(page.getByRole('heading', { name: 'Start writing' })).toBeVisible();
  await galley.close();
});

test('words typed until the last moment are in the tab they were meant for', async () => {
  const galley = await Galley.startAs('Jo Ferreira');
  const { page } = galley;
  await write(galley, 'Ferry', 'One');
  await write(galley, 'Bridge', 'Two');
  // Nobody waits for a page: the words go ahead to the one that was asked for.
  for (let round = 0; round < 6; round += 1) {
    await page.keyboard.type(` word${round}`);
    await keys(galley, 'Control+Tab');
    await page.keyboard.type(` next${round}`);
    if (round % 2 === 1) await expect(galley.headline()).toHaveText('Bridge');
  }
  // The page before the last stands there until that one is made.
  await expect(galley.article().locator('> p').last()).toContainText('next5');
  await galley.saved();
  const read = async (): Promise<string> => (await galley.article().locator('> p').last().textContent()) ?? '';
  const [one, two] = [await read(), await keys(galley, 'Control+Tab').then(async () => { await expect(galley.headline()).toHaveText('Ferry'); return read(); })];
  // Every word went to the page it was meant for, none twice and none to the other.
  expect(`${two}|${one}`).toBe('One next0 word1 next2 word3 next4 word5|Two word0 next1 word2 next3 word4 next5');
  await galley.close();
});

/** Clicks articles of the list and types, faster than any page comes. */
async function hurry({ page }: Galley, strokes: readonly (readonly [name: string, typed: string])[]): Promise<void> {
  await page.evaluate((all) => {
    for (const [name, typed] of all) {
      const row = [...document.querySelectorAll<HTMLElement>('.row-open')].find(({ textContent }) => textContent?.includes(name));
      row?.click();
      for (const key of typed) row?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
    }
  }, strokes);
}

test('whoever clicks an article of the list, or goes to one by name, and types at once writes in it', async () => {
  const galley = await Galley.startAs('Jo Ferreira');
  const { page } = galley;
  await write(galley, 'Ferry', 'One');
  await write(galley, 'Bridge', 'Two');
  const row = (name: string): Locator => galley.library().locator('.row-open').filter({ hasText: name });
  // Before the page is there, and when it is: it goes on where the caret was.
  for (const [name, text] of [['Ferry', 'One held, then'], ['Bridge', 'Two held, then']] as const) {
    await row(name).click();
    await page.keyboard.type(' held');
    await expect(galley.headline()).toHaveText(name);
    await row(name).focus();
    await page.keyboard.type(', then');
    await expect(galley.article().locator('> p').last()).toHaveText(text);
  }
  // Words typed for an article are written in it, also where another is wanted before it has come.
  await hurry(galley, [['Ferry', ' and'], ['Bridge', ' too']]);
  await expect(galley.article().locator('> p').last()).toHaveText('Two held, then too');
  // By name.
  await keys(galley, 'Control+P');
  await expect(page.getByRole('dialog', { name: 'Article to go to' }).getByRole('option', { name: 'Ferry' })).toBeVisible();
  await page.keyboard.press('Enter');
  await page.keyboard.type(' named');
  await expect(galley.article().locator('> p').last()).toHaveText('One held, then and named');
  await galley.saved();
  // An article where nobody has been yet is gone on with at its end, never in front of its headline.
  await keys(galley, 'Control+Tab');
  await expect(galley.headline()).toHaveText('Bridge');
  await keys(galley, 'Control+W');
  await expect(galley.headline()).toHaveText('Ferry');
  const again = await galley.reopen();
  await expect(again.headline()).toHaveText('Ferry');
  await expect(again.library().locator('.row-open')).toHaveCount(2);
  await hurry(again, [['Bridge', ' ahead']]);
  await expect(again.headline()).toHaveText('Bridge');
  await expect(again.article().locator('> p').last()).toHaveText('Two held, then too ahead');
  await again.close();
});

test('a page that cannot be saved is not left', async () => {
  const galley = await Galley.startAs('Jo Ferreira');
  await write(galley, 'Ferry', 'One');
  await write(galley, 'Bridge', 'Two');
  await galley.saved();
  await galley.app.evaluate(({ ipcMain }) => {
    ipcMain.removeHandler('articles.save');
    ipcMain.handle('articles.save', () => ({ ok: false, error: { code: 'not-writable', message: 'the disk is full' } }));
  });
  await galley.page.keyboard.insertText(' and more');
  await keys(galley, 'Control+Tab');
  await expect(galley.page.getByRole('status', { name: 'Save state' })).toHaveText('Not saved: the disk is full');
  await keys(galley, 'Control+W');
  await galley.page.waitForTimeout(500);
  await expect(galley.headline()).toHaveText('Bridge');
  await expect(galley.article()).toContainText('Two and more');
  await expect(tabs(galley)).toHaveText([/^Ferry/, /^Bridge/]);
  await kill(galley.app.process());
});

test('the next start opens the same tabs at their places, also after a kill; what is in the trash is gone', async () => {
  const galley = await Galley.startAs('Jo Ferreira');
  await write(galley, 'Long', Array.from({ length: 80 }, (_, index) => `Paragraph ${index} of a long story that is scrolled.`).join('\n'));
  await write(galley, 'Bridge', 'The bridge is shut.');
  await write(galley, 'Gone', 'To the trash.');
  await keys(galley, 'Control+Tab');
  await expect(galley.headline()).toHaveText('Long');
  await galley.saved();
  await galley.article().evaluate((text) => { const scroller = text.closest('.editor-scroll'); if (scroller) scroller.scrollTop = 1200; });
  const top = (of: Galley): Promise<number> => of.article().evaluate((text) => text.closest('.editor-scroll')?.scrollTop ?? -1);
  expect(await top(galley)).toBe(1200);
  await keys(galley, 'Control+Tab');
  await expect(galley.headline()).toHaveText('Bridge');
  await keys(galley, 'Control+Shift+Tab');
  await expect(galley.headline()).toHaveText('Long');
  await expect.poll(() => top(galley)).toBe(1200);
  await galley.library().getByRole('button', { name: 'More about Gone' }).click();
  await galley.page.getByRole('menuitem', { name: 'Move to trash' }).click();
  await expect(tabs(galley)).toHaveText([/^Long/, /^Bridge/]);

  const again = await galley.reopen();
  await expect(again.headline()).toHaveText('Long');
  await expect(tabs(again)).toHaveText([/^Long/, /^Bridge/]);
  // A restart lays the page out anew: within half a line.
  await expect.poll(async () => Math.abs((await top(again)) - 1200)).toBeLessThan(12);
  // Only the article in front is in the page.
  await expect(again.page.getByRole('textbox', { name: 'Article', exact: true, includeHidden: true })).toHaveCount(1);
  await keys(again, 'Control+Tab');
  await expect(again.headline()).toHaveText('Bridge');
  await again.saved();
  await again.page.waitForTimeout(300);
  await kill(again.app.process());
  const third = await Galley.start(again.dataFolder);
  await expect(third.headline()).toHaveText('Bridge');
  await expect(tabs(third)).toHaveText([/^Long/, /^Bridge/]);
  await third.close();
});

function kill(process: ChildProcess): Promise<unknown> {
  const ended = new Promise((done) => process.once('exit', done));
  process.kill('SIGKILL');
  return ended;
}
