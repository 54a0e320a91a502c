/** The keys in force: each command's own, or those the person has chosen in the settings. */
import { type ChosenKeys, type CommandName, keysOf } from '../../ipc/commands.ts';
import { keysText } from './keys.ts';
import { Store, useStore } from './store.ts';

/** Set by the app whenever the settings are. */
export const chosenKeys = new Store<ChosenKeys>({});

/** '' for a command without keys. */
export const keysNow = (name: CommandName): string => keysOf(name, chosenKeys.value);

/** The keys in force as they are shown, followed while they change. */
export function useKeysText(): (name: CommandName) => string {
  const chosen = useStore(chosenKeys);
  return (name) => {
    const keys = keysOf(name, chosen);
    return keys === '' ? '' : keysText(keys);
  };
}
