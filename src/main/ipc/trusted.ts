import type { IpcMainInvokeEvent, WebContents } from 'electron';

/** Whether a call comes from the window's own page, and not from a frame or another page in it (DESIGN section 10). */
export function isTrusted({ senderFrame: frame, sender }: Pick<IpcMainInvokeEvent, 'senderFrame' | 'sender'>, trusted: WebContents | null, origin: string): boolean {
  return trusted !== null && sender === trusted && frame !== null && frame === trusted.mainFrame && frame.origin === origin;
}
