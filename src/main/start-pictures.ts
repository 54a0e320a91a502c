import { utilityProcess } from 'electron';
import type { StartPictures } from './files/picture-desk.ts';
import type { PictureReply } from './files/picture-process.ts';
import type { Log } from './log.ts';

/** Starts utility processes that read foreign pictures. */
export const startPictures = (script: string, log: Log): StartPictures => (onReply, onEnd) => {
  const started = utilityProcess.fork(script, [], { serviceName: 'Galley pictures' });
  let isAsked = false;
  started.on('message', (reply: PictureReply) => onReply(reply));
  started.once('exit', (code) => {
    if (code !== 0 && !isAsked) log(`picture process ended with ${code}`);
    onEnd();
  });
  return {
    send: (request) => started.postMessage(request),
    end: () => {
      isAsked = true;
      started.kill();
    },
  };
};
