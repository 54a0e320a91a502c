import { expect, test } from '@playwright/test';
import { Galley } from './pages/galley.ts';

test('a window whose last changes cannot be saved asks before it closes, and stays when told to', async () => {
  const galley = await Galley.startAs('Asha Rao');
  await galley.newArticle();
  await galley.headline().click();
  await galley.page.keyboard.type('Kept');
  await galley.saved();
  // The window speaks for itself here: the storage process is healthy, the answer "not saved" is what is looked at.
  const asked = await galley.app.evaluate(async ({ dialog, BrowserWindow }) => {
    const messages: string[] = [];
    dialog.showMessageBox = ((_window: unknown, options: { message: string }) => {
      messages.push(options.message);
      return Promise.resolve({ response: 0, checkboxChecked: false });
    }) as typeof dialog.showMessageBox;
    const window = BrowserWindow.getAllWindows()[0];
    if (!window) throw new Error('no window');
    const send = window.webContents.send.bind(window.webContents);
    window.webContents.send = (name: string, ...rest: unknown[]) => (name === 'closing' ? undefined : send(name, ...rest));
    window.close();
    await window.webContents.executeJavaScript("window.galley.call('shell.readyToClose', { isSaved: false })");
    await new Promise((resolve) => setTimeout(resolve, 200));
    window.webContents.send = send;
    return { messages, isOpen: !window.isDestroyed() };
  });
  expect(asked).toEqual({ messages: ['The last changes could not be saved.'], isOpen: true });
  await expect(galley.headline()).toHaveText('Kept');
  await galley.close();
});
