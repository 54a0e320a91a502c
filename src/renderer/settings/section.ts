import type { ReactNode } from 'react';
import type { Calls, Settings } from '../../ipc/contract.ts';
import type { MessageKey } from '../../language/index.ts';

export interface SectionProps {
  readonly settings: Calls['settings.read']['answer'];
  /** In force at once, and written to the data folder. */
  readonly set: (patch: Partial<Settings>) => void;
  /** Shows the list of backups in place of the settings. */
  readonly onBackups: () => void;
}

/** One heading of the settings: one file, one line in `sections.ts`. */
export interface Section {
  readonly title: MessageKey;
  readonly View: (props: SectionProps) => ReactNode;
}
