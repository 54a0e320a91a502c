import { useEffect } from 'react';
import { api } from '../api.ts';
import { useNotices } from '../ui/notices.tsx';

/** Shows what main says of the backups: a missing second folder, a damaged store. */
export function useBackupNotices(): void {
  const notices = useNotices();
  useEffect(() => api.on('backup-notice', ({ message }) => notices.show({ text: message, kind: 'error' })), [notices]);
}
