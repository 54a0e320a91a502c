import { expect, test } from '@playwright/test';
import { Galley } from './pages/galley.ts';

test('what is printed is the article alone; while the gate is shut only a reason prints it, and the history says so', async () => {
  const galley = await Galley.startAs('Jo Ferreira');
  const { page } = galley;
  await galley.app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    if (!contents) throw new Error('no window');
    // The system's dialog cannot be answered here: in its place the page goes to a PDF, as it would to the printer.
    const toPdf = async (done?: (isPrinted: boolean, reason: string) => void): Promise<void> => {
      const pdf = await contents.printToPDF({});
      Reflect.set(globalThis, 'printed', [...((Reflect.get(globalThis, 'printed') as number[] | undefined) ?? []), pdf.length]);
      done?.(true, '');
    };
    contents.print = (_options, done) => void toPdf(done);
  });
  const printed = (): Promise<unknown> => galley.app.evaluate(() => Reflect.get(globalThis, 'printed') as unknown);
  await galley.newArticle();
  await galley.headline().click();
  await page.keyboard.type('Budget passes');
  await galley.article().locator('p').last().click();
  await page.keyboard.type('It costs TK crore.');
  await galley.saved();
  // The window has seen it too; until then the main process alone would say so.
  await expect(galley.tab('Checks')).toHaveAttribute('aria-description', /stops publishing/u);
  await page.keyboard.press('ControlOrMeta+Alt+p');
  await expect(page.getByRole('region', { name: 'Messages' })).toContainText('Printing is stopped');
  const panel = page.getByRole('tabpanel', { name: 'Export' });
  await expect(panel.getByRole('button', { name: 'Print…' })).toBeDisabled();
  expect(await printed()).toBeUndefined();
  await panel.getByRole('textbox', { name: /reason/i }).fill('For the lawyer');
  await panel.getByRole('button', { name: 'Print…' }).click();
  // One job, with words on it: an empty page is under a kilobyte.
  await expect.poll(printed).toEqual([expect.any(Number)]);
  expect(Number(String(await printed()))).toBeGreaterThan(2000);
  await galley.tab('History').click();
  await expect(page.getByRole('list', { name: 'Revisions' })).toContainText('Printed: For the lawyer');
  await galley.close();
});

test('a proof has a number beside every line of the text, and goes through the gate like any print', async () => {
  const galley = await Galley.startAs('Jo Ferreira');
  const { page } = galley;
  await galley.app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    if (!contents) throw new Error('no window');
    const read = `(() => { const { shadowRoot } = document.querySelector('.print-page'); return [...shadowRoot.querySelectorAll('.line')].map((line) => line.textContent); })()`;
    const keep = async (done?: (isPrinted: boolean, reason: string) => void): Promise<void> => {
      Reflect.set(globalThis, 'proof', { paper: BrowserWindow.getAllWindows()[0]?.getBackgroundColor(), lines: await contents.executeJavaScript(read), pdf: (await contents.printToPDF({})).toString('base64') });
      done?.(true, '');
    };
    contents.print = (_options, done) => void keep(done);
  });
  const proof = (): Promise<{ readonly paper: string; readonly lines: readonly string[]; readonly pdf: string } | undefined> => galley.app.evaluate(() => Reflect.get(globalThis, 'proof') as never);
  await galley.newArticle();
  await page.keyboard.type('Budget passes');
  await galley.article().locator('> p').last().click();
  const words = Array.from({ length: 400 }, (_, index) => `word${index}`).join(' ');
  await galley.clipboard({ text: '', html: `<p>${words.replace('word7 ', '<b>word7</b> ').replace('word20 ', '<a href="https://example.org/">word20 word20b</a> ')}</p><h2>Why</h2><ul><li>one<ul><li>inner</li></ul></li></ul><table><tr><td>cell</td><td>other</td></tr></table><p>first<br>second</p><p>TK</p><p>${'港口重新开放'.repeat(40)}</p><p>See https://example.org/${'harbour/'.repeat(30)}</p>` });
  await galley.paste();
  await galley.saved();
  await expect(galley.tab('Checks')).toHaveAttribute('aria-description', /stops publishing/u);
  await page.keyboard.press('ControlOrMeta+Shift+p');
  await page.keyboard.type('print a proof');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: 'Messages' })).toContainText('Printing is stopped');
  expect(await proof()).toBeUndefined();
  const panel = page.getByRole('tabpanel', { name: 'Export' });
  await panel.getByRole('textbox', { name: /reason/i }).fill('For the lawyer');
  await panel.getByRole('button', { name: 'Print a proof…' }).click();
  await expect.poll(proof).toBeDefined();
  const lines = ((await proof())?.lines ?? []).map((line) => line.trim());
  expect(lines[0]).toBe('Budget passes');
  // The long paragraph in many lines of a column's width, every word once and in order.
  const long = lines.slice(lines.findIndex((line) => line.startsWith('word0 ')), lines.indexOf('Why'));
  expect(long.join(' ')).toBe(words.replace('word20 ', 'word20 word20b '));
  expect(long.length).toBeGreaterThan(25);
  expect(Math.max(...long.map((line) => line.length))).toBeLessThan(90);
  const after = lines.indexOf('TK') + 1;
  expect(lines.slice(lines.indexOf('Why'), after)).toEqual(['Why', 'one', 'inner', 'first', 'second', 'TK']);
  // Scripts without blanks break between letters, addresses inside them; no letter is lost.
  expect(lines.slice(after).join('')).toBe(`${'港口重新开放'.repeat(40)}See https://example.org/${'harbour/'.repeat(30)}`.replace('See ', 'See'));
  expect(lines.slice(after).length).toBeGreaterThan(8);
  expect(Math.max(...lines.slice(after).map((line) => line.length))).toBeLessThan(90);
  expect((await proof())?.pdf.length).toBeGreaterThan(10_000);
  // White margins, and the window's own colour again.
  expect((await proof())?.paper).toBe('#FFFFFF');
  await expect.poll(() => galley.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBackgroundColor())).not.toBe('#FFFFFF');
  await galley.tab('History').click();
  await expect(page.getByRole('list', { name: 'Revisions' })).toContainText('Printed: For the lawyer');
  await galley.close();
});

test('Copy as HTML puts the article’s source on the clipboard; while the gate is shut only a reason does, and the history says so', async () => {
  const galley = await Galley.startAs('Jo Ferreira');
  const { page } = galley;
  const clipboard = (): Promise<string> => galley.app.evaluate(({ clipboard: system }) => system.readText());
  await galley.clipboard({ text: 'as it was' });
  await galley.newArticle();
  await galley.headline().click();
  await page.keyboard.insertText('Budget passes');
  await galley.article().locator('p').last().click();
  await page.keyboard.insertText('It costs TK crore.');
  await galley.saved();
  await expect(galley.tab('Checks')).toHaveAttribute('aria-description', /stops publishing/u);
  await page.keyboard.press('ControlOrMeta+Alt+c');
  await expect(page.getByRole('region', { name: 'Messages' })).toContainText('Copying as HTML is stopped');
  const panel = page.getByRole('tabpanel', { name: 'Export' });
  await expect(panel.getByRole('button', { name: 'Copy as HTML' })).toBeDisabled();
  const { id } = await galley.stored();
  const refused = await page.evaluate(async (articleId) => (globalThis as unknown as { galley: { call(name: string, request: unknown): Promise<unknown> } }).galley.call('export.copyHtml', { articleId, override: ' ' }), id);
  expect(refused).toMatchObject({ ok: false, error: { code: 'blocked' } });
  expect(await clipboard()).toBe('as it was');
  await panel.getByRole('textbox', { name: /reason/i }).fill('For the lawyer');
  await panel.getByRole('button', { name: 'Copy as HTML' }).click();
  await expect.poll(clipboard).toMatch(/^<article .*<h1[^>]*>Budget passes<\/h1>.*It costs TK crore\./su);
  await galley.tab('History').click();
  await expect(page.getByRole('list', { name: 'Revisions' })).toContainText('Copied as HTML: For the lawyer');
  await galley.close();
});

test('Copy as HTML takes the words along that were typed last, and the history that is open says so at once', async () => {
  const galley = await Galley.startAs('Jo Ferreira');
  const { page } = galley;
  await galley.newArticle();
  await page.keyboard.insertText('Budget passes');
  await galley.article().locator('p').last().click();
  await page.keyboard.insertText('It costs nine crore.');
  await page.keyboard.press('ControlOrMeta+3');
  await galley.saved();
  await galley.article().locator('p').last().click();
  await page.keyboard.press('End');
  // Nobody waits for the save.
  await page.keyboard.insertText(' More follows.');
  await page.keyboard.press('ControlOrMeta+Alt+c');
  await expect.poll(() => galley.app.evaluate(({ clipboard }) => clipboard.readText())).toContain('It costs nine crore. More follows.');
  await expect(page.getByRole('list', { name: 'Revisions' })).toContainText('Copied as HTML');
  await galley.close();
});

test('the outline leads to a subhead', async () => {
  const galley = await Galley.startAs('Jo Ferreira');
  const { page } = galley;
  await galley.newArticle();
  await galley.headline().click();
  await page.keyboard.type('Budget passes');
  await galley.article().locator('p').last().click();
  await page.keyboard.type('It costs more.');
  await page.keyboard.press('Enter');
  await page.keyboard.type('## What comes next');
  await page.keyboard.press('ControlOrMeta+Shift+o');
  const outline = page.getByRole('dialog', { name: 'Subhead to go to' });
  await page.keyboard.type('comes');
  await expect(outline.getByRole('option')).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expect(outline).toBeHidden();
  await page.keyboard.type('Here: ');
  await expect(galley.article()).toContainText('Here: What comes next');
  await galley.close();
});
