import type { FieldNames } from '../article/export/markdown/field-names.ts';
import type { Newsroom } from '../article/newsroom/index.ts';
import type { ChosenKeys } from './commands.ts';
import type { ExportSettings } from './export-settings.ts';
import type { PictureRules } from './pictures.ts';

/** "Too small for a note", said of an article's changes since a version that went out. */
export interface SparedNote {
  readonly articleId: string;
  /** Instant of that version. */
  readonly since: string;
  /** How many changes it was said of; with more the question comes back. */
  readonly changes: number;
}

/** What this installation is set to; `main/settings.ts` keeps and parses it. */
export interface Settings {
  /** Who writes here; empty until the welcome is done. */
  readonly person: { readonly id: string; readonly name: string };
  /** IANA name of the newsroom's zone; empty until the welcome is done. */
  readonly zone: string;
  /** BCP 47 language of the newsroom's copy. */
  readonly language: string;
  readonly theme: 'system' | 'light' | 'dark';
  /** The margin that says who changed each block last. */
  readonly showTouched: boolean;
  /** Changes to published articles that somebody found too small for a note, newest first. */
  readonly sparedNotes: readonly SparedNote[];
  /** Keys in place of a command's own. */
  readonly keys: ChosenKeys;
  /** The line of the caret stays in the middle of the page. */
  readonly typewriter: boolean;
  /** The block of the caret stands out. */
  readonly focus: boolean;
  /** Folder of the last export, proposed again; '' if none. */
  readonly exportFolder: string;
  readonly exporting: ExportSettings;
  /** What the newsroom's site calls the fields of Markdown's front matter. */
  readonly fieldNames: FieldNames;
  /** Folder outside the data folder where backups are copied to as well; '' if none. */
  readonly backupFolder: string;
  /** What holds for all articles: ad slots, levels of rules, house style and so on. */
  readonly newsroom: Newsroom;
  readonly pictures: PictureRules;
}
