// A bare Electron window for the pages beside which Galley is measured.
const { app, BrowserWindow, session } = require('electron');
app.whenReady().then(() => {
  session.defaultSession.setSpellCheckerLanguages([]);
  const window = new BrowserWindow({ width: 1440, height: 900, webPreferences: { sandbox: true } });
  window.loadURL(process.env.GALLEY_BENCH_PAGE);
});
