/** The one place that touches ipcMain: checks who asks, parses what is asked, answers a Result, logs what nobody expected. */
import { ipcMain, type IpcMainInvokeEvent } from 'electron';
import { callNames, type CallName } from '../../ipc/contract.ts';
import { fail, type Result } from '../../ipc/result.ts';
import { say } from '../../language/index.ts';
import { appOrigin } from '../shell/protocols.ts';
import { articleHandlers } from './articles.ts';
import { clipboardHandlers } from './clipboard.ts';
import { exportHandlers } from './export.ts';
import { fileHandlers } from './files.ts';
import { badArgument, type Handler, type Handlers, type Services } from './handler.ts';
import { imageHandlers } from './images.ts';
import { revisionHandlers } from './revisions.ts';
import { settingsHandlers } from './settings.ts';
import { shellHandlers } from './shell.ts';

const handlers: Handlers = {
  ...articleHandlers, ...revisionHandlers, ...fileHandlers, ...imageHandlers, ...exportHandlers, ...clipboardHandlers, ...settingsHandlers, ...shellHandlers,
};

export function registerCalls(services: Services): void {
  for (const name of callNames) register(name, handlers[name], services);
}

function register<Name extends CallName>(name: Name, handler: Handler<Name>, services: Services): void {
  ipcMain.handle(name, async (event, request: unknown): Promise<Result<unknown>> => {
    if (!isOurWindow(event, services)) return badArgument('not from the window');
    try {
      const parsed = handler.parse(request);
      return parsed.ok ? await handler.run(parsed.value, services) : parsed;
    } catch (error) {
      services.log(name, error);
      return fail('unexpected', say('errors.unexpected'));
    }
  });
}

/** Only the main frame of our own window, showing our own page, may ask. */
function isOurWindow({ sender, senderFrame }: IpcMainInvokeEvent, { window }: Services): boolean {
  const ours = window().webContents;
  return sender === ours && senderFrame === ours.mainFrame && senderFrame.url.startsWith(`${appOrigin}/`);
}
