import type { ReactNode } from 'react';
import { say } from '../../language/index.ts';
import type { Section, SectionProps } from './section.ts';

/** Said plainly: the store is not encrypted; the system can do it for everything on the disk. */
function Safety({ settings }: SectionProps): ReactNode {
  return (
    <>
      <div className="field">
        <span className="field-label">{say('settings.dataFolder')}</span>
        <output className="settings-path">{settings.dataFolder}</output>
      </div>
      <p>{say('settings.notEncrypted')}</p>
      <p>{say('settings.encryptHow')}</p>
      <ul className="settings-list">
        <li>{say('settings.encryptWindows')}</li>
        <li>{say('settings.encryptMac')}</li>
        <li>{say('settings.encryptLinux')}</li>
      </ul>
    </>
  );
}

export const safetySection: Section = { title: 'settings.safety', View: Safety };
