import { randomUUID } from 'node:crypto';
import { BrowserWindow, session } from 'electron';

/** Nothing but the page's own style. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";
const address = 'app://print/page.html';

/**
 * A page of ours as PDF, A4. It is shown to nobody: a window without scripts, in a session of its own that answers one address.
 * @throws what Chromium said
 */
export async function printPage(html: string): Promise<Uint8Array> {
  const own = session.fromPartition(`print-${randomUUID()}`, { cache: false });
  own.protocol.handle('app', ({ url }) => (url === address ? new Response(html, { headers: { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policy } }) : new Response(null, { status: 404 })));
  const window = new BrowserWindow({ show: false, webPreferences: { session: own, sandbox: true, contextIsolation: true, nodeIntegration: false, javascript: false, spellcheck: false } });
  try {
    await window.loadURL(address);
    return await window.webContents.printToPDF({ pageSize: 'A4', printBackground: true });
  } finally {
    window.destroy();
    own.protocol.unhandle('app');
  }
}
