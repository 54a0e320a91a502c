import { type ChosenKeys, type CommandName, commandNamed, commandWith } from '../../ipc/commands.ts';
import { say } from '../../language/index.ts';
import { keysText } from '../ui/keys.ts';

/** Keys that have a meaning in every text or every window, which no command may take. */
const taken: ReadonlySet<string> = new Set([
  'Mod+C', 'Mod+X', 'Mod+V', 'Mod+Shift+V', 'Mod+A', 'Mod+Z', 'Mod+Shift+Z', 'Mod+Y', 'Mod+Q', 'Mod+W', 'Mod+0', 'Mod+-', 'Mod+=', 'F11',
  'Mod+Enter', 'Mod+Backspace', 'Mod+Delete', 'Mod+ArrowLeft', 'Mod+ArrowRight', 'Mod+ArrowUp', 'Mod+ArrowDown', 'Mod+Home', 'Mod+End',
  'Mod+Shift+ArrowLeft', 'Mod+Shift+ArrowRight', 'Mod+Shift+ArrowUp', 'Mod+Shift+ArrowDown', 'Mod+Shift+Home', 'Mod+Shift+End', 'Alt+ArrowLeft', 'Alt+ArrowRight', 'Alt+F4',
]);

/** Why no command can have these keys; '' where one can. */
export function faultOf(keys: string): string {
  const isFree = keys.startsWith('Mod+') || keys.startsWith('Alt+') || /^(?:Shift\+)?F\d{1,2}$/.test(keys);
  if (!isFree) return say('settings.keysPlain');
  return taken.has(keys) ? say('settings.keysTaken', { keys: keysText(keys) }) : '';
}

/** The other command that has these keys; null where none has. */
export function otherWith(keys: string, name: CommandName, chosen: ChosenKeys): CommandName | null {
  const other = commandWith(keys, { ...chosen, [name]: '' });
  return other === name ? null : other;
}

/** The choice with keys for a command; one that has its own again is not in it. `from`: the command they are taken from. */
export function withKeys(chosen: ChosenKeys, name: CommandName, keys: string, from: CommandName | null = null): ChosenKeys {
  const next = { ...chosen, ...(from ? { [from]: '' } : {}), [name]: keys };
  return Object.fromEntries(Object.entries(next).filter(([one, value]) => value !== (commandNamed(one)?.keys ?? '')));
}
