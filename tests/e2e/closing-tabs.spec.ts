import { expect, type Locator, test } from '@playwright/test';
import { Galley } from './pages/galley.ts';

const strip = (galley: Galley): Locator => galley.page.getByRole('tablist', { name: 'Open articles' });
const tabs = (galley: Galley): Locator => strip(galley).getByRole('tab');
const start = (galley: Galley): Locator => galley.page.getByRole('heading', { name: 'Start writing' });

async function write(galley: Galley, headline: string): Promise<void> {
  await galley.newArticle();
  await galley.page.keyboard.insertText(headline);
  await galley.article().locator('> p').last().click();
  await galley.page.keyboard.insertText(`About ${headline}.`);
}

async function withTabs(...headlines: string[]): Promise<Galley> {
  const galley = await Galley.startAs('Jo Ferreira');
  for (const headline of headlines) await write(galley, headline);
  await expect(tabs(galley)).toHaveText(headlines.map((headline) => new RegExp(`^${headline}`, 'u')));
  return galley;
}

/** Keys struck faster than any page comes: `w` closes, `T` brings back, `Tab` goes on, `n` makes a new one; others are typed. */
async function hurry({ page }: Galley, keys: readonly string[]): Promise<void> {
  await page.evaluate((all) => {
    for (const key of all) {
      const isCommand = ['w', 'T', 'Tab', 'n'].includes(key);
      const at = document.activeElement ?? document.body;
      at.dispatchEvent(new KeyboardEvent('keydown', { key, code: key.length === 1 ? `Key${key.toUpperCase()}` : key, ctrlKey: isCommand, shiftKey: key === 'T', bubbles: true, cancelable: true }));
    }
  }, keys);
}

const text = (galley: Galley): Locator => galley.article().locator('> p').last();
const named = (...headlines: string[]): RegExp[] => headlines.map((headline) => new RegExp(`^${headline}`, 'u'));

test('as many tabs close as are closed, however quickly, and come back each in its place', async () => {
  const galley = await withTabs('Ferry', 'Bridge', 'Tunnel', 'Canal');
  await galley.page.keyboard.press('Control+Tab');
  await expect(galley.headline()).toHaveText('Ferry');
  await hurry(galley, ['w', 'w']);
  await expect(galley.headline()).toHaveText('Tunnel');
  await expect(tabs(galley)).toHaveText(named('Tunnel', 'Canal'));
  await hurry(galley, ['T', 'T']);
  await expect(tabs(galley)).toHaveText(named('Ferry', 'Bridge', 'Tunnel', 'Canal'));
  await expect(galley.headline()).toHaveText('Ferry');
  await expect(strip(galley).getByRole('tab', { selected: true })).toHaveText(/^Ferry/u);
  // The last of the row: its neighbour on the left, then that one's.
  await galley.page.keyboard.press('Control+Shift+Tab');
  await expect(galley.headline()).toHaveText('Canal');
  await hurry(galley, ['w', 'w', 'w']);
  await expect(galley.headline()).toHaveText('Ferry');
  await expect(strip(galley)).toHaveCount(0);
  await hurry(galley, ['T', 'T', 'T']);
  await expect(tabs(galley)).toHaveText(named('Ferry', 'Bridge', 'Tunnel', 'Canal'));
  // More often than there are tabs.
  await hurry(galley, ['w', 'w', 'w', 'w', 'w']);
  await expect(start(galley)).toBeVisible();
  await hurry(galley, ['T', 'T', 'T', 'T']);
  await expect(tabs(galley)).toHaveText(named('Ferry', 'Bridge', 'Tunnel', 'Canal'));
  await galley.close();
});

test('a tab closed and wanted back at once is there with its caret, its undo and every word', async () => {
  const galley = await withTabs('Ferry', 'Bridge', 'Tunnel');
  const { page } = galley;
  await page.keyboard.insertText(' Not yet saved.');
  await hurry(galley, ['w', 'T', '!', '?']);
  await expect(text(galley)).toHaveText('About Tunnel. Not yet saved.!?');
  await expect(galley.headline()).toHaveText('Tunnel');
  await expect(tabs(galley)).toHaveText(named('Ferry', 'Bridge', 'Tunnel'));
  await page.keyboard.press('Control+Z');
  await page.keyboard.press('Control+Z');
  await expect(text(galley)).not.toContainText('saved');
  await page.keyboard.press('Control+Shift+Z');
  await page.keyboard.press('Control+Shift+Z');
  // There and back again by Ctrl+Tab, typing all the way.
  await hurry(galley, ['Tab', 'Tab', 'Tab', 'z']);
  await expect(text(galley)).toHaveText('About Tunnel. Not yet saved.!?z');
  await galley.close();
});

test('what was typed before, between and after quick closings is where it was meant to be', async () => {
  const galley = await withTabs('Ferry', 'Bridge', 'Tunnel', 'Canal');
  const { page } = galley;
  await page.keyboard.press('Control+Tab');
  await expect(galley.headline()).toHaveText('Ferry');
  await page.keyboard.insertText(' Last words.');
  await hurry(galley, ['w', '1', 'w', '2', 'w', '3']);
  await expect(text(galley)).toHaveText('About Canal.3');
  await expect(strip(galley)).toHaveCount(0);
  for (const [headline, words] of [['Tunnel', 'About Tunnel.2'], ['Bridge', 'About Bridge.1'], ['Ferry', 'About Ferry. Last words.']] as const) {
    await page.keyboard.press('Control+Shift+T');
    await expect(galley.headline()).toHaveText(headline);
    await expect(text(galley)).toHaveText(words);
  }
  await expect(tabs(galley)).toHaveText(named('Ferry', 'Bridge', 'Tunnel', 'Canal'));
  // A new article closed before it is there: that one, and no other.
  await hurry(galley, ['n', 'w']);
  await expect(galley.library().locator('.row-open')).toHaveCount(5);
  await expect(galley.headline()).toHaveText('Canal');
  await expect(tabs(galley)).toHaveText(named('Ferry', 'Bridge', 'Tunnel', 'Canal'));
  await galley.close();
});

test('by the mouse: quick middle clicks close what was clicked; a key held down closes one', async () => {
  const galley = await withTabs('Ferry', 'Bridge', 'Tunnel', 'Canal');
  const { page } = galley;
  await page.evaluate(() => {
    const [, bridge, , canal] = document.querySelectorAll('[role=tablist] .article-tab');
    for (const tab of [canal, bridge]) tab?.dispatchEvent(new MouseEvent('auxclick', { button: 1, bubbles: true, cancelable: true }));
  });
  await expect(tabs(galley)).toHaveText(named('Ferry', 'Tunnel'));
  await expect(galley.headline()).toHaveText('Tunnel');
  await page.keyboard.press('Control+Shift+T');
  await page.keyboard.press('Control+Shift+T');
  await expect(tabs(galley)).toHaveText(named('Ferry', 'Bridge', 'Tunnel', 'Canal'));
  await page.keyboard.down('Control');
  for (let repeat = 0; repeat < 5; repeat += 1) await page.keyboard.down('w');
  await page.keyboard.up('w');
  await page.keyboard.up('Control');
  await expect(tabs(galley)).toHaveCount(3);
  await page.waitForTimeout(300);
  await expect(tabs(galley)).toHaveCount(3);
  await galley.close();
});
