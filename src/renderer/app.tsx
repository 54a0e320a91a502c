import { type ReactNode, useEffect, useState } from 'react';
import type { Calls } from '../ipc/contract.ts';
import { say } from '../language/index.ts';
import { call } from './api.ts';
import { Button } from './ui/button.tsx';
import { NoticesProvider } from './ui/notices.tsx';

/** What settings.read answers: the settings and what the machine proposes. */
export type KnownSettings = Calls['settings.read']['answer'];

/** Reads the settings, then shows the welcome or the workspace. */
export function App(): ReactNode {
  const [settings, setSettings] = useState<KnownSettings | null>(null);
  const [failure, setFailure] = useState('');
  const read = (): void => {
    void call('settings.read', null).then((result) => (result.ok ? setSettings(result.value) : setFailure(result.error.message)));
  };
  useEffect(read, []);
  useEffect(() => {
    if (settings && settings.theme !== 'system') document.documentElement.dataset['theme'] = settings.theme;
    else delete document.documentElement.dataset['theme'];
  }, [settings]);
  if (failure) {
    return (
      <div role="alert">
        <h1>{say('library.startFailed')}</h1>
        <p>{failure}</p>
        <Button onClick={() => { setFailure(''); read(); }}>{say('library.retry')}</Button>
      </div>
    );
  }
  return <NoticesProvider>{settings ? null : null}</NoticesProvider>;
}
