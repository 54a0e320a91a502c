import { expect, test } from '@playwright/test';
import { Galley } from './pages/galley.ts';

let galley: Galley;
test.beforeAll(async () => { galley = await Galley.start(); });
test.afterAll(async () => { await galley.close(); });

const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' image: blob:; font-src 'self'; connect-src 'none'; base-uri 'none'; form-action 'none'; frame-src 'none'; object-src 'none'; require-trusted-types-for 'script'";

test('the window is sandboxed and has no Node', async () => {
  const preferences = await galley.app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as { getLastWebPreferences(): Record<string, unknown> };
    return contents.getLastWebPreferences();
  });
  expect(preferences).toMatchObject({ sandbox: true, contextIsolation: true, nodeIntegration: false });
  expect(preferences['webviewTag'] ?? false).toBe(false);
  expect(await galley.page.evaluate(() => typeof (globalThis as Record<string, unknown>)['require'])).toBe('undefined');
  expect(await galley.page.evaluate(() => Object.keys((globalThis as unknown as { galley: object }).galley).toSorted())).toEqual(['call', 'on', 'pathOfDropped']);
});

test('the page comes from app: with the whole policy', async () => {
  expect(galley.page.url()).toMatch(/^app:\/\//);
  const header = await galley.app.evaluate(async ({ net, BrowserWindow }) => {
    const address = BrowserWindow.getAllWindows()[0]?.webContents.getURL() ?? '';
    const answer = await net.fetch(address);
    return { csp: answer.headers.get('content-security-policy'), nosniff: answer.headers.get('x-content-type-options') };
  });
  expect(header.csp?.replace(/;\s*$/, '')).toBe(policy);
  expect(header.nosniff).toBe('nosniff');
});

test('fetch, eval, inline script and innerHTML are refused', async () => {
  const outcome = await galley.page.evaluate(async () => {
    const attempts: Record<string, string> = {};
    attempts['fetch'] = await fetch('http://127.0.0.1:9/').then(() => 'done', (error: Error) => error.name);
    // The debugger's own call may evaluate whatever the policy says; a later task may not.
    attempts['eval'] = await new Promise<string>((resolve) => setTimeout(() => {
      // oxlint-disable-next-line no-eval -- that it does nothing is what is tested
      try { resolve(String((0, eval)('1 + 1'))); } catch (error) { resolve((error as Error).name); }
    }));
    try { document.createElement('div').innerHTML = '<b>x</b>'; attempts['innerHTML'] = 'done'; } catch (error) { attempts['innerHTML'] = (error as Error).name; }
    const script = document.createElement('script');
    try { script.textContent = 'window.planted = 1'; document.head.append(script); } catch { /* Trusted Types throw already here */ }
    attempts['inline'] = String((globalThis as Record<string, unknown>)['planted']);
    return attempts;
  });
  expect(outcome['fetch']).not.toBe('done');
  expect(outcome['eval']).not.toBe('2');
  expect(outcome['innerHTML']).toBe('TypeError');
  expect(outcome['inline']).toBe('undefined');
});

test('navigation and new windows are refused', async () => {
  const before = galley.page.url();
  await galley.page.evaluate(() => { location.href = 'https://example.org/'; });
  await galley.page.waitForTimeout(300);
  expect(galley.page.url()).toBe(before);
  expect(await galley.page.evaluate(() => window.open('https://example.org/'))).toBeNull();
  expect(await galley.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
});

test('a permission is refused', async () => {
  expect(await galley.page.evaluate(() => Notification.requestPermission())).toBe('denied');
  expect(await galley.page.evaluate(() => navigator.mediaDevices?.getUserMedia({ audio: true }).then(() => 'given', (error: Error) => error.name) ?? 'absent')).not.toBe('given');
});

test('image: serves nothing but ids of the store', async () => {
  const status = (address: string): Promise<number> => galley.app.evaluate(({ net }, given) => net.fetch(given).then((answer) => answer.status, () => 0), address);
  expect(await status(`image://sha256-${'0'.repeat(64)}`)).not.toBe(200);
  expect(await status('image://../../etc/passwd')).not.toBe(200);
});
