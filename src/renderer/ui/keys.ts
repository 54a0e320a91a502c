/** Keys as the command list writes them (`Mod+Shift+P`), heard and shown. */

/** What this module reads of a keydown. */
export type Stroke = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>;

const parts = (keys: string): { readonly key: string; readonly mod: boolean; readonly shift: boolean; readonly alt: boolean } => {
  const words = keys.split('+');
  return { key: words.at(-1) ?? '', mod: words.includes('Mod'), shift: words.includes('Shift'), alt: words.includes('Alt') };
};

/** False for a key that is typed: no command has one, and nobody who types waits for a list of them to be looked through. */
export const mayBeCommand = ({ key, ctrlKey, metaKey, altKey }: Stroke): boolean => ctrlKey || metaKey || altKey || /^F\d/.test(key);

const signCodes: Readonly<Record<string, string>> = { '.': 'Period', ',': 'Comma', ';': 'Semicolon', '/': 'Slash', '\\': 'Backslash' };

/** True where the keys were struck. On a keyboard without Latin letters the key's place decides. */
export function isStroke(keys: string, event: Stroke): boolean {
  const { key, mod, shift, alt } = parts(keys);
  if (event.shiftKey !== shift || event.altKey !== alt || (event.ctrlKey || event.metaKey) !== mod) return false;
  if (event.key.toLowerCase() === key.toLowerCase()) return true;
  if (/^\d$/.test(key)) return event.code === `Digit${key}`;
  // A letter of another script, or a sign that stands elsewhere on its keyboard.
  return !/^[\x20-\x7e]$/.test(event.key) && event.code === (signCodes[key] ?? (/^[A-Z]$/.test(key) ? `Key${key}` : null));
}

const signs: Readonly<Record<string, string>> = { ArrowUp: '↑', ArrowDown: '↓', Backspace: '⌫' };
const macSigns: Readonly<Record<string, string>> = { Mod: '⌘', Shift: '⇧', Alt: '⌥' };

export const isMac = (): boolean => navigator.platform.startsWith('Mac');

/** `Ctrl+Shift+P`, `⌘⇧P` on a Mac. */
export function keysText(keys: string, mac = isMac()): string {
  const words = keys.split('+').map((word) => (mac ? macSigns[word] : undefined) ?? (word === 'Mod' ? 'Ctrl' : (signs[word] ?? word)));
  return words.join(mac ? '' : '+');
}

/** The keys of a stroke as the command list writes them; null while only modifiers are held, or where a key has no name of its own. */
export function keysFrom(event: Stroke): string | null {
  const key = keyOf(event);
  if (key === null) return null;
  const modifiers = [event.ctrlKey || event.metaKey ? 'Mod' : '', event.altKey ? 'Alt' : '', event.shiftKey ? 'Shift' : ''].filter((name) => name !== '');
  return [...modifiers, key].join('+');
}

const nameless: ReadonlySet<string> = new Set(['Control', 'Shift', 'Alt', 'AltGraph', 'Meta', 'CapsLock', 'NumLock', 'Dead', 'Process', 'Unidentified', ' ', '+']);

function keyOf({ key, code }: Stroke): string | null {
  const letter = /^Key([A-Z])$/.exec(code)?.[1];
  const digit = /^Digit(\d)$/.exec(code)?.[1];
  if (/^[a-z]$/i.test(key)) return key.toUpperCase();
  // Shift makes another sign of a digit, and a keyboard of another script other letters.
  if (digit !== undefined) return digit;
  if (letter !== undefined && !/^[\x20-\x7e]$/.test(key)) return letter;
  return nameless.has(key) ? null : key;
}
