// Exposes the contract, nothing else. One CommonJS file: a sandboxed preload cannot be an ES module.
import { contextBridge, ipcRenderer, webUtils } from 'electron';
import { type Bridge, callNames, eventNames } from '../ipc/contract.ts';

const calls = new Set<string>(callNames);
const events = new Set<string>(eventNames);

const bridge: Bridge = {
  call(name, request) {
    if (!calls.has(name)) throw new RangeError(`no such call: ${name}`);
    return ipcRenderer.invoke(name, request) as ReturnType<Bridge['call']> as never;
  },
  on(name, listener) {
    if (!events.has(name)) throw new RangeError(`no such event: ${name}`);
    const relay = (_event: unknown, payload: unknown): void => listener(payload as never);
    ipcRenderer.on(name, relay);
    return () => ipcRenderer.off(name, relay);
  },
  pathOfDropped: (file) => webUtils.getPathForFile(file),
};

contextBridge.exposeInMainWorld('galley', bridge);
