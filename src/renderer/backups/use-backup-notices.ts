import { useEffect } from 'react';
import { say } from '../../language/index.ts';
import { api } from '../api.ts';
import { useNotices } from '../ui/notices.tsx';

/** Shows what main says of the backups: a missing second folder, a damaged store with the way to mend it. */
export function useBackupNotices(onDamage: () => void): void {
  const notices = useNotices();
  useEffect(
    () => api.on('backup-notice', ({ message, isDamage }) => notices.show({ text: message, kind: 'error', ...(isDamage ? { action: { label: say('backups.look'), run: onDamage } } : {}) })),
    [notices, onDamage],
  );
}
