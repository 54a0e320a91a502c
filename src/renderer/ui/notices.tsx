import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useRef, useState } from 'react';
import type { AppError } from '../../ipc/result.ts';
import { say } from '../../language/index.ts';
import { Button } from './button.tsx';

export interface Notice {
  /** A later notice of the same id takes its place, and `hide` takes it away. */
  readonly id?: string;
  /** Stays until it is closed or hidden. */
  readonly lasting?: boolean;
  readonly text: string;
  /** Further lines under the first. */
  readonly lines?: readonly string[];
  readonly kind?: 'info' | 'error';
  readonly action?: { readonly label: string; readonly run: () => void };
}
export interface Notices {
  readonly show: (notice: Notice) => void;
  /** A failed call: what happened and what to do, from where it happened. */
  readonly fail: (error: AppError) => void;
  readonly hide: (id: string) => void;
}

const Context = createContext<Notices | null>(null);

/** How long an informing notice stays, milliseconds. Errors and notices with details stay until they are closed. */
const staysMs = 9000;
/** More would cover the page. */
const mostAtOnce = 4;

/** The region at the foot of the window where the app says what happened, without a modal. */
export function NoticesProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const [shown, setShown] = useState<readonly (Notice & { readonly key: number })[]>([]);
  const lastKey = useRef(0);
  const close = useCallback((key: number) => setShown((list) => list.filter((notice) => notice.key !== key)), []);
  const show = useCallback((notice: Notice) => {
    lastKey.current += 1;
    const added = { ...notice, key: lastKey.current };
    setShown((list) => [...list.filter((other) => other.text !== notice.text && (notice.id === undefined || other.id !== notice.id)), added].slice(-mostAtOnce));
  }, []);
  const notices = useMemo<Notices>(() => ({ show, fail: (error) => { if (error.code !== 'cancelled') show({ text: error.message, kind: 'error' }); }, hide: (id) => setShown((list) => list.filter((notice) => notice.id !== id)) }), [show]);
  return (
    <Context value={notices}>
      {children}
      <div className="notices" role="region" aria-label={say('library.notices')}>
        {shown.map((notice) => <NoticeCard key={notice.key} notice={notice} onClose={close} />)}
      </div>
    </Context>
  );
}

function NoticeCard({ notice, onClose }: { readonly notice: Notice & { readonly key: number }; readonly onClose: (key: number) => void }): ReactNode {
  const lasting = notice.lasting === true || notice.kind === 'error' || (notice.lines?.length ?? 0) > 0;
  const { key } = notice;
  useEffect(() => {
    if (lasting) return undefined;
    const timer = setTimeout(() => onClose(key), staysMs);
    return () => clearTimeout(timer);
  }, [lasting, key, onClose]);
  return (
    <div className={`notice ${notice.kind ?? 'info'}`} role={notice.kind === 'error' ? 'alert' : 'status'}>
      <div>
        <p>{notice.text}</p>
        {notice.lines && notice.lines.length > 0 ? <ul>{notice.lines.map((line) => <li key={line}>{line}</li>)}</ul> : null}
      </div>
      {notice.action ? <Button small onClick={() => { notice.action?.run(); onClose(key); }}>{notice.action.label}</Button> : null}
      <Button small kind="quiet" onClick={() => onClose(key)}>{say('library.close')}</Button>
    </div>
  );
}

export function useNotices(): Notices {
  const notices = useContext(Context);
  if (!notices) throw new Error('useNotices outside NoticesProvider');
  return notices;
}
