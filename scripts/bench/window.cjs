// A bare Electron window for the pages beside which Galley is measured.
const { app, BrowserWindow, session } = require('electron');

async function open() {
  await app.whenReady();
  session.defaultSession.setSpellCheckerLanguages([]);
  const window = new BrowserWindow({ width: 1440, height: 900, webPreferences: { sandbox: true } });
  await window.loadURL(process.env.GALLEY_BENCH_PAGE);
}

void open();
