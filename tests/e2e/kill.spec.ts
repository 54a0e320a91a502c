import { expect, test } from '@playwright/test';
import { Galley } from './pages/galley.ts';

test('killed twenty times while typing, nothing that was shown as saved is lost', async () => {
  test.setTimeout(300_000);
  let galley = await Galley.startAs('Asha Rao');
  await galley.newArticle();
  let expected = '';
  for (let round = 0; round < 20; round++) {
    await galley.article().locator('p').last().click();
    await galley.page.keyboard.press('ControlOrMeta+End');
    await galley.page.keyboard.type(`word${round} `, { delay: 10 });
    await galley.saved();
    // What the window showed as saved, the rest is typed and thrown away with the process.
    expected = (await galley.article().locator('p').last().textContent()) ?? '';
    await galley.page.keyboard.type('x', { delay: 10 });
    const { pid } = galley.app.process();
    if (pid === undefined) throw new Error('no process');
    const gone = new Promise((resolve) => galley.app.process().once('exit', resolve));
    process.kill(pid, 'SIGKILL');
    await gone;
    galley = await Galley.start(galley.dataFolder);
    await expect(galley.article()).toContainText(expected.trim());
    expect(expected).toContain(`word${round}`);
  }
  for (let round = 0; round < 20; round++) await expect(galley.article()).toContainText(`word${round} `);
  await galley.close();
});
