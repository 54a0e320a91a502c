/**
 * Every command of the window by name, in the order of the palette. One list for three readers: the menu shows the keys,
 * the window hears them, the palette and the sheet of shortcuts list them. Keys may be changed in the settings. Its name is in `language/en/commands.ts`.
 */
import type { commands as names } from '../language/en/commands.ts';

export type CommandGroup = 'file' | 'text' | 'article' | 'view' | 'go' | 'help';

interface Entry {
  readonly name: keyof typeof names;
  readonly group: CommandGroup;
  /** `Mod+Shift+P`: Mod is Ctrl, on a Mac Cmd. */
  readonly keys?: string;
  /** True where the text hears the keys itself; elsewhere the window takes them before anything in it. */
  readonly ofText?: true;
  /** True where every program has these keys: they cannot be changed. */
  readonly isFixed?: true;
}

const table = [
  { name: 'new-article', group: 'file', keys: 'Mod+N' },
  { name: 'new-from-template', group: 'file', keys: 'Mod+Shift+N' },
  { name: 'import', group: 'file', keys: 'Mod+O' },
  { name: 'save-revision', group: 'file', keys: 'Mod+S' },
  { name: 'export', group: 'file', keys: 'Mod+E' },
  { name: 'export-again', group: 'file', keys: 'Mod+Alt+E' },
  { name: 'export-several', group: 'file' },
  { name: 'print', group: 'file', keys: 'Mod+Alt+P' },
  { name: 'print-proof', group: 'file' },
  { name: 'copy-html', group: 'file', keys: 'Mod+Alt+C' },
  { name: 'pictures', group: 'file' },
  { name: 'backups', group: 'file' },
  { name: 'settings', group: 'file', keys: 'Mod+,' },
  { name: 'find', group: 'text', keys: 'Mod+F' },
  { name: 'replace', group: 'text', keys: 'Mod+H' },
  { name: 'find-next', group: 'text', keys: 'F3' },
  { name: 'find-previous', group: 'text', keys: 'Shift+F3' },
  { name: 'replace-everywhere', group: 'text', keys: 'Mod+Shift+H' },
  { name: 'erase-passage', group: 'text' },
  { name: 'undo', group: 'text', keys: 'Mod+Z', ofText: true, isFixed: true },
  { name: 'redo', group: 'text', keys: 'Mod+Shift+Z', ofText: true, isFixed: true },
  { name: 'bold', group: 'text', keys: 'Mod+B', ofText: true },
  { name: 'italic', group: 'text', keys: 'Mod+I', ofText: true },
  { name: 'strike', group: 'text', keys: 'Mod+Shift+X', ofText: true },
  { name: 'superscript', group: 'text', keys: 'Mod+.', ofText: true },
  { name: 'subscript', group: 'text', keys: 'Mod+;', ofText: true },
  { name: 'code', group: 'text', keys: 'Mod+Shift+E', ofText: true },
  { name: 'link', group: 'text', keys: 'Mod+K', ofText: true },
  { name: 'language', group: 'text', keys: 'Mod+Alt+L', ofText: true },
  { name: 'note', group: 'text', keys: 'Mod+Alt+M', ofText: true },
  { name: 'block-up', group: 'text', keys: 'Alt+ArrowUp', ofText: true },
  { name: 'block-down', group: 'text', keys: 'Alt+ArrowDown', ofText: true },
  { name: 'block-duplicate', group: 'text', keys: 'Mod+Shift+D', ofText: true },
  { name: 'block-delete', group: 'text', keys: 'Mod+Shift+Backspace', ofText: true },
  { name: 'block-history', group: 'article' },
  { name: 'compare', group: 'article' },
  { name: 'compare-approved', group: 'article' },
  { name: 'compare-exported', group: 'article' },
  { name: 'compare-published', group: 'article' },
  { name: 'compare-file', group: 'article' },
  { name: 'place-ads', group: 'article' },
  { name: 'approve', group: 'article' },
  { name: 'state-draft', group: 'article' },
  { name: 'state-in-review', group: 'article' },
  { name: 'state-published', group: 'article' },
  { name: 'details', group: 'view', keys: 'Mod+1' },
  { name: 'checks', group: 'view', keys: 'Mod+2' },
  { name: 'history', group: 'view', keys: 'Mod+3' },
  { name: 'notes', group: 'view', keys: 'Mod+4' },
  { name: 'toggle-library', group: 'view', keys: 'Mod+Shift+L' },
  { name: 'toggle-panel', group: 'view', keys: 'Mod+\\' },
  { name: 'toggle-touched', group: 'view' },
  { name: 'reader-view', group: 'view', keys: 'Mod+Alt+V' },
  { name: 'toggle-typewriter', group: 'view', keys: 'Mod+Alt+T' },
  { name: 'toggle-focus', group: 'view', keys: 'Mod+Alt+F' },
  { name: 'theme-system', group: 'view' },
  { name: 'theme-light', group: 'view' },
  { name: 'theme-dark', group: 'view' },
  { name: 'next-tab', group: 'go', keys: 'Mod+Tab' },
  { name: 'previous-tab', group: 'go', keys: 'Mod+Shift+Tab' },
  { name: 'close-tab', group: 'go', keys: 'Mod+W' },
  { name: 'reopen-tab', group: 'go', keys: 'Mod+Shift+T' },
  { name: 'close-other-tabs', group: 'go' },
  { name: 'tab-left', group: 'go', keys: 'Mod+Shift+PageUp' },
  { name: 'tab-right', group: 'go', keys: 'Mod+Shift+PageDown' },
  { name: 'palette', group: 'go', keys: 'Mod+Shift+P' },
  { name: 'quick-switch', group: 'go', keys: 'Mod+P' },
  { name: 'outline', group: 'go', keys: 'Mod+Shift+O' },
  { name: 'next-finding', group: 'go', keys: 'F8' },
  { name: 'previous-finding', group: 'go', keys: 'Shift+F8' },
  { name: 'next-region', group: 'go', keys: 'F6' },
  { name: 'previous-region', group: 'go', keys: 'Shift+F6' },
  { name: 'shortcuts', group: 'help', keys: 'Mod+/' },
  { name: 'show-log', group: 'help' },
] as const satisfies readonly Entry[];

export type CommandName = (typeof table)[number]['name'];
export interface Command extends Entry {
  readonly name: CommandName;
}

export const commands: readonly Command[] = table;

const byName: ReadonlyMap<string, Command> = new Map(commands.map((command) => [command.name, command]));

/** A command by the name that came over the bridge; null for one this version does not know. */
export const commandNamed = (name: string): Command | null => byName.get(name) ?? null;

/** Keys somebody has chosen in place of a command's own, by its name; '' for none. */
export type ChosenKeys = { readonly [name: string]: string };

/** How keys are written; '' for none. */
export const keysPattern = /^$|^(?:(?:Mod|Alt|Shift)\+)*[^+\s]{1,20}$/u;

/** '' for a command without keys. */
export const keysOf = (name: CommandName, chosen: ChosenKeys): string => chosen[name] ?? byName.get(name)?.keys ?? '';

/** The command that has these keys; null where none has. */
export const commandWith = (keys: string, chosen: ChosenKeys): CommandName | null => commands.find(({ name }) => keysOf(name, chosen) === keys)?.name ?? null;
