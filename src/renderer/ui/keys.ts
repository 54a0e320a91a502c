/** Keys as the command list writes them (`Mod+Shift+P`), heard, shown and struck. */

/** What this module reads of a keydown. */
export type Stroke = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>;

const parts = (keys: string): { readonly key: string; readonly mod: boolean; readonly shift: boolean; readonly alt: boolean } => {
  const words = keys.split('+');
  return { key: words.at(-1) ?? '', mod: words.includes('Mod'), shift: words.includes('Shift'), alt: words.includes('Alt') };
};

/** True where the keys were struck. On a keyboard without Latin letters the key's place decides. */
export function isStroke(keys: string, event: Stroke): boolean {
  const { key, mod, shift, alt } = parts(keys);
  if (event.shiftKey !== shift || event.altKey !== alt || (event.ctrlKey || event.metaKey) !== mod) return false;
  if (event.key.toLowerCase() === key.toLowerCase()) return true;
  if (/^\d$/.test(key)) return event.code === `Digit${key}`;
  // A letter of another script, or a sign that Shift has changed.
  return /^[A-Z]$/.test(key) && !/^[\x20-\x7e]$/.test(event.key) && event.code === `Key${key}`;
}

const signs: Readonly<Record<string, string>> = { ArrowUp: '↑', ArrowDown: '↓', Backspace: '⌫' };
const macSigns: Readonly<Record<string, string>> = { Mod: '⌘', Shift: '⇧', Alt: '⌥' };

export const isMac = (): boolean => navigator.platform.startsWith('Mac');

/** `Ctrl+Shift+P`, `⌘⇧P` on a Mac. */
export function keysText(keys: string, mac = isMac()): string {
  const words = keys.split('+').map((word) => (mac ? macSigns[word] : undefined) ?? (word === 'Mod' ? 'Ctrl' : (signs[word] ?? word)));
  return words.join(mac ? '' : '+');
}

/** The keydown these keys make. */
export function strokeOf(keys: string): KeyboardEvent {
  const { key, mod, shift, alt } = parts(keys);
  const letter = /^[A-Z]$/.test(key);
  return new KeyboardEvent('keydown', { key: letter && !shift ? key.toLowerCase() : key, shiftKey: shift, altKey: alt, ctrlKey: mod && !isMac(), metaKey: mod && isMac(), ...(letter ? { code: `Key${key}`, keyCode: key.charCodeAt(0) } : {}), cancelable: true });
}
