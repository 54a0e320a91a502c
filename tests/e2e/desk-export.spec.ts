import { existsSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from '@playwright/test';
import { Galley } from './pages/galley.ts';

test('the desk exports HTML and Markdown; a bare browser window shows the article whole with no network', async () => {
  const galley = await Galley.startAs('Jo Ferreira');
  await galley.page.getByRole('button', { name: /Open the sample/ }).click();
  await expect(galley.headline()).toContainText('The last ferry leaves at nine');
  const folder = mkdtempSync(join(tmpdir(), 'galley-export-'));
  await galley.app.evaluate(({ dialog }, path) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [path] });
  }, folder);
  await galley.tab('Export').click();
  const panel = galley.page.getByRole('tabpanel', { name: 'Export' });
  for (const name of ['HTML page', 'Markdown']) {
    const choice = panel.getByRole('checkbox', { name, exact: true });
    if (!(await choice.isChecked())) await choice.check();
  }
  const left = panel.getByRole('list', { name: 'Left behind' });
  await expect(left).toHaveCount(0);
  await galley.tab('Details').click();
  await galley.page.getByText('Notes and legal').click();
  await galley.page.getByRole('textbox', { name: 'Internal note' }).fill('Call the harbour master first.');
  await galley.tab('Export').click();
  await expect(left.getByRole('listitem')).toHaveText(['HTML page and Markdown: the internal note will not be in these files.']);
  await panel.getByRole('button', { name: /folder/i }).first().click();
  await panel.getByRole('button', { name: 'Write files', exact: true }).click();
  await expect.poll(() => readdirSync(folder).toSorted()).toEqual(['last-ferry-leaves-at-nine-images', 'last-ferry-leaves-at-nine.html', 'last-ferry-leaves-at-nine.md']);
  expect(readFileSync(join(folder, 'last-ferry-leaves-at-nine.md'), 'utf8')).toContain('What the auditors want');
  expect(existsSync(join(folder, 'last-ferry-leaves-at-nine-images'))).toBe(true);

  const shown = await galley.app.evaluate(async ({ BrowserWindow }, address) => {
    const window = new BrowserWindow({ show: false });
    const requests: string[] = [];
    window.webContents.session.webRequest.onBeforeRequest((details, answer) => {
      if (!details.url.startsWith('file:') && !details.url.startsWith('app:') && !details.url.startsWith('image:')) requests.push(details.url);
      answer({});
    });
    await window.loadURL(address);
    const seen = (await window.webContents.executeJavaScript(
      '({ text: document.body.innerText, widths: [...document.images].map((image) => image.naturalWidth) })',
    )) as { text: string; widths: number[] };
    window.destroy();
    return { ...seen, requests };
  }, pathToFileURL(join(folder, 'last-ferry-leaves-at-nine.html')).href);
  expect(shown.widths).toEqual([1600, 1200]);
  expect(shown.requests).toEqual([]);
  for (const words of ['The last ferry leaves at nine', 'Noor Haddad', 'What the auditors want', 'Naval yard', 'The river does not ask.', 'The bridge in brief', 'Tomas Lindqvist', 'ten to nine.']) {
    expect(shown.text).toContain(words);
  }
  await galley.close();
});
