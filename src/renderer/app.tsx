import { type ReactNode, useCallback, useEffect, useLayoutEffect, useState } from 'react';
import { v7 } from 'uuid';
import type { Settings } from '../ipc/contract.ts';
import type { RestoredSession } from '../ipc/session.ts';
import { say } from '../language/index.ts';
import { api, call } from './api.ts';
import type { FirstAnswers, firstCalls } from './first-calls.ts';
import { RecoveryGate } from './recovery-gate.tsx';
import { listenForCommands } from './shell/command-desk.ts';
import type { KnownSettings } from './shell/settings.ts';
import './shell/shell.css';
import { Button } from './ui/button.tsx';
import { chosenKeys } from './ui/chosen-keys.ts';
import { loadLate } from './ui/late.tsx';
import { NewsroomContext } from './ui/newsroom.ts';
import { NoticesProvider, useNotices } from './ui/notices.tsx';
import { usePainted } from './ui/use-painted.ts';
import { WelcomeForm } from './welcome/welcome-form.tsx';
import { Workspace } from './workspace.tsx';

/** Takes the settings, then shows the welcome or the workspace. */
export function App({ first, answers }: { readonly first: typeof firstCalls; readonly answers: FirstAnswers }): ReactNode {
  const [settings, setSettings] = useState<KnownSettings | null>(answers.settings?.ok ? answers.settings.value : null);
  const [failure, setFailure] = useState('');
  const take = useCallback((read: typeof first.settings) => void read.then((result) => (result.ok ? setSettings(result.value) : setFailure(result.error.message))), []);
  useEffect(() => take(first.settings), [take, first]);
  const change = useCallback((patch: Partial<KnownSettings>) => setSettings((known) => known && { ...known, ...patch }), []);
  useLayoutEffect(() => {
    if (settings && settings.theme !== 'system') document.documentElement.dataset['theme'] = settings.theme;
    else delete document.documentElement.dataset['theme'];
  }, [settings]);
  useLayoutEffect(() => {
    if (settings) chosenKeys.set(settings.keys);
  }, [settings]);
  if (failure) {
    return (
      <div role="alert" className="trouble">
        <h1>{say('library.startFailed')}</h1>
        <p>{failure}</p>
        <Button onClick={() => { setFailure(''); take(call('settings.read', null)); }}>{say('library.retry')}</Button>
      </div>
    );
  }
  return (
    <NoticesProvider>
      {settings ? <SettingsAside file={settings.putAside} /> : null}
      {settings ? <RecoveryGate first={first} answered={answers.last} zone={settings.zone || settings.machineZone}>{(library) => <Known settings={settings} onSettings={change} {...library} />}</RecoveryGate> : null}
    </NoticesProvider>
  );
}

/** Tells of damaged settings, also where the library is damaged as well. `file`: where they are kept; '' for none. */
function SettingsAside({ file }: { readonly file: string }): null {
  const notices = useNotices();
  useEffect(() => { if (file) notices.show({ text: say('backups.settingsAside', { file }), kind: 'error' }); }, [file, notices]);
  return null;
}

interface KnownProps {
  readonly settings: KnownSettings;
  readonly onSettings: (patch: Partial<KnownSettings>) => void;
  /** Another number, another library: nothing of the old one stays in the window. */
  readonly generation: number;
  /** Where work was left. */
  readonly last: RestoredSession | null;
  readonly onDamage: () => void;
  readonly onReplaced: () => void;
}

/** After the first drawing: the pictures and the list are on the screen as well, milliseconds. */
const settledMs = 1_000;

/** Settings are there: a newsroom without a person or a zone is welcomed first. */
function Known({ settings, onSettings, generation, last, onDamage, onReplaced }: KnownProps): ReactNode {
  const notices = useNotices();
  const write = useCallback(
    async (patch: Partial<Settings>) => {
      // In force at once; what main says to it can only be a failure to keep it.
      onSettings(patch);
      const result = await call('settings.write', patch);
      if (!result.ok) notices.fail(result.error);
    },
    [onSettings, notices],
  );
  useEffect(() => listenForCommands(() => notices.show({ text: say('commands.needsArticle') })), [notices]);
  useEffect(() => api.on('clock-doubted', onSettings), [onSettings]);
  // editor.css: nothing of a text that is read aloud is put away.
  useEffect(() => api.on('screen-reader', ({ isThere }) => document.documentElement.toggleAttribute('data-has-reader', isThere)), []);
  const settleClock = async (): Promise<void> => {
    const result = await call('settings.settleClock', null);
    if (result.ok) onSettings({ clockGap: null });
    else notices.fail(result.error);
  };
  const isPainted = usePainted();
  useEffect(() => {
    if (!isPainted) return undefined;
    void call('shell.drawn', null);
    const timer = setTimeout(() => requestIdleCallback(loadLate), settledMs);
    return () => clearTimeout(timer);
  }, [isPainted]);
  const isWelcome = settings.person.name === '' || settings.zone === '';
  // Nothing is written yet: the window may close at once.
  useEffect(() => (isWelcome ? api.on('closing', () => void call('shell.readyToClose', { isSaved: true })) : undefined), [isWelcome]);
  if (isWelcome) {
    return <WelcomeForm proposedName={settings.person.name || settings.machineName} proposedZone={settings.zone || settings.machineZone} onDone={(name, zone) => void write({ person: { id: settings.person.id || v7(), name }, zone })} />;
  }
  return (
    <NewsroomContext value={settings.newsroom}>
      <Workspace key={generation} last={last} settings={settings} onSettings={(patch) => void write(patch)} onClockRight={() => void settleClock()} onDamage={onDamage} onReplaced={onReplaced} />
    </NewsroomContext>
  );
}
