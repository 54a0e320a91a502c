/** What a call needs: a parser of its untrusted argument and the work itself. */
import type { BrowserWindow } from 'electron';
import * as v from 'valibot';
import { firstIssue } from '../../article/parsed.ts';
import type { CallName, Calls, EventName, Events } from '../../ipc/contract.ts';
import { fail, ok, type Result } from '../../ipc/result.ts';
import { say } from '../../language/index.ts';
import type { ImageStore } from '../files/image-store.ts';
import type { Log } from '../log.ts';
import type { SettingsFile } from '../settings.ts';
import type { StorageClient } from '../storage-client.ts';
import type { Actor } from '../storage/articles.ts';

/** What handlers work with; put together in main/index.ts. */
export interface Services {
  readonly storage: StorageClient;
  readonly settings: SettingsFile;
  readonly images: ImageStore;
  readonly dataFolder: string;
  readonly window: () => BrowserWindow;
  readonly emit: <Name extends EventName>(name: Name, event: Events[Name]) => void;
  readonly readyToClose: () => void;
  readonly log: Log;
}

export interface Handler<Name extends CallName> {
  readonly parse: (request: unknown) => Result<Calls[Name]['request']>;
  readonly run: (request: Calls[Name]['request'], services: Services) => Promise<Result<Calls[Name]['answer']>>;
}
export type Handlers<Names extends CallName = CallName> = { readonly [Name in Names]: Handler<Name> };

/** A parser from a valibot schema. */
export function by<T>(schema: v.GenericSchema<unknown, T>): (request: unknown) => Result<T> {
  return (request) => {
    const parsed = v.safeParse(schema, request);
    if (parsed.success) return ok(parsed.output);
    const [path, message] = firstIssue(parsed.issues);
    return badArgument(path === '' ? message : `${path}: ${message}`);
  };
}

export const badArgument = (message: string): ReturnType<typeof fail> => fail('bad-argument', say('errors.badArgument', { message }));

export const nothing = by(v.nullish(v.null(), null));
export const uuid = v.pipe(v.string(), v.regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i, 'expected a UUID'));
export const byArticleId = by(v.strictObject({ articleId: uuid }));
export const count = v.pipe(v.number(), v.integer(), v.minValue(0));
/** Names and notes people type. */
export const shortText = v.pipe(v.string(), v.maxLength(10_000));

/** Who acts now. */
export function actorOf({ settings }: Services): Actor {
  const { person, zone, deviceId } = settings.current;
  return { person, zone: zone || machineZone(), deviceId };
}

export const machineZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone || 'Etc/UTC';
