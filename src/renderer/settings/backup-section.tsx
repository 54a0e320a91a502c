import type { ReactNode } from 'react';
import { say } from '../../language/index.ts';
import { call } from '../api.ts';
import { Button } from '../ui/button.tsx';
import { useNotices } from '../ui/notices.tsx';
import type { Section, SectionProps } from './section.ts';

function Backup({ settings, set, onBackups }: SectionProps): ReactNode {
  const notices = useNotices();
  const choose = async (): Promise<void> => {
    const picked = await call('settings.pickBackupFolder', null);
    if (!picked.ok) notices.fail(picked.error);
    else if (picked.value) set({ backupFolder: picked.value });
  };
  const { backupFolder } = settings;
  return (
    <div className="field" role="group" aria-label={say('settings.backupFolder')}>
      <span className="field-label">{say('settings.backupFolder')}</span>
      <div className="settings-folder">
        <output>{backupFolder || say('settings.backupNone')}</output>
        <Button small onClick={() => void choose()}>{say(backupFolder ? 'settings.change' : 'settings.choose')}</Button>
        {backupFolder ? <Button small kind="quiet" onClick={() => set({ backupFolder: '' })}>{say('settings.stop')}</Button> : null}
      </div>
      <span className="field-hint">{say('settings.backupHint')}</span>
      <div><Button small onClick={onBackups}>{say('settings.showBackups')}</Button></div>
    </div>
  );
}

export const backupSection: Section = { title: 'settings.backups', View: Backup };
