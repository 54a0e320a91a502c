/** What the window may not do: ask for permissions, leave its page, open others, phone for dictionaries. */
import { app, session } from 'electron';

export function denyEverything(): void {
  // Before the first window: Chromium otherwise fetches a spelling dictionary, whatever `spellcheck` says.
  session.defaultSession.setSpellCheckerLanguages([]);
  session.defaultSession.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.defaultSession.setPermissionCheckHandler(() => false);
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-navigate', (event) => event.preventDefault());
    contents.on('will-redirect', (event) => event.preventDefault());
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  });
}
