import { api } from '../api.ts';

/** Keys of the menu's commands, with Ctrl (Cmd on a Mac). The menu shows them; the window hears them first. */
const commandsByKey: Readonly<Record<string, string>> = { n: 'new-article', o: 'import', s: 'save-revision', e: 'export' };

/**
 * Listens for commands by name, whether chosen in the menu or typed. A key that was taken here is not heard by the menu again.
 * @returns a function that stops listening
 */
export function onCommand(listener: (name: string) => void): () => void {
  const stop = api.on('command', ({ name }) => listener(name));
  const onKey = (event: KeyboardEvent): void => {
    const name = (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey ? commandsByKey[event.key.toLowerCase()] : undefined;
    if (name === undefined || event.repeat) return;
    event.preventDefault();
    listener(name);
  };
  window.addEventListener('keydown', onKey);
  return () => {
    stop();
    window.removeEventListener('keydown', onKey);
  };
}
