import type { IpcMainInvokeEvent, WebContents } from 'electron';
import * as v from 'valibot';
import type { CallName, Calls } from '../../ipc/contract.ts';
import { fail, type Result } from '../../ipc/result.ts';
import { say } from '../../language/index.ts';
import type { Log } from '../log.ts';
import { isTrusted } from './trusted.ts';

/** One call: how its argument is parsed, and what is done with it. */
export interface Call<Name extends CallName> {
  readonly request: v.GenericSchema<unknown, Calls[Name]['request']>;
  readonly handle: (request: Calls[Name]['request']) => Promise<Result<Calls[Name]['answer']>> | Result<Calls[Name]['answer']>;
}

export type CallTable = { readonly [Name in CallName]: Call<Name> };

/** Where a call is found: what it needs may still have to be loaded. */
export type FindCall = <Name extends CallName>(name: Name) => Promise<Call<Name>>;

interface Boundary {
  /** The window whose main frame may call. */
  readonly trusted: () => WebContents | null;
  readonly origin: string;
  readonly log: Log;
}

export type Answer = (name: CallName, event: IpcMainInvokeEvent, argument: unknown) => Promise<Result<unknown>>;

/**
 * The one place where the window's calls enter: the sender is checked, the argument parsed, a bug caught.
 * A missing handler or parser is a compile error through `CallTable`.
 */
export function answerCalls(find: FindCall, boundary: Boundary): Answer {
  const found = find as (name: CallName) => Promise<Call<CallName>>;
  return async (name, event, argument) => {
    if (!isTrusted(event, boundary.trusted(), boundary.origin)) return fail('bad-argument', say('shell.badArgument', { call: name, what: 'sender' }));
    try {
      const call = await found(name);
      const parsed = v.safeParse(call.request, argument);
      if (!parsed.success) {
        const what = v.getDotPath(parsed.issues[0]) ?? parsed.issues[0].message;
        return fail('bad-argument', say('shell.badArgument', { call: name, what }));
      }
      return await call.handle(parsed.output);
    } catch (error) {
      boundary.log(name, error);
      return fail('unexpected', say('shell.unexpected', { call: name }));
    }
  };
}
