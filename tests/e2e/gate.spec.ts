import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { Galley } from './pages/galley.ts';

test('a placeholder stops the export, and an override asks for a reason and leaves a trace', async () => {
  const galley = await Galley.startAs('Jo Ferreira');
  await galley.newArticle();
  await galley.headline().click();
  await galley.page.keyboard.type('Budget passes');
  await galley.article().locator('p').last().click();
  await galley.page.keyboard.type('It costs TK crore.');
  await galley.saved();
  const folder = mkdtempSync(join(tmpdir(), 'galley-gate-'));
  await galley.app.evaluate(({ dialog }, path) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [path] });
  }, folder);
  await galley.tab('Export').click();
  const panel = galley.page.getByRole('tabpanel', { name: 'Export' });
  await panel.getByRole('button', { name: /folder/i }).first().click();
  await expect(panel.getByRole('button', { name: 'Write files', exact: true })).toBeDisabled();
  expect(readdirSync(folder)).toEqual([]);
  await panel.getByRole('textbox', { name: /reason/i }).fill('Cleared by the night editor');
  await panel.getByRole('button', { name: 'Write files', exact: true }).click();
  await expect.poll(() => readdirSync(folder).length).toBeGreaterThan(0);
  await galley.tab('History').click();
  await expect(galley.page.getByRole('list', { name: 'Revisions' })).toContainText('Cleared by the night editor');
  await galley.close();
});
