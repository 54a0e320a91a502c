import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fail, ok, type Result } from '../../ipc/result.ts';
import { NotesKeeper } from './notes-keeper.ts';

beforeEach(() => { vi.useFakeTimers(); });
afterEach(() => { vi.useRealTimers(); });

function keeper(answer: () => Result<null>): { readonly notes: NotesKeeper; readonly sent: string[]; readonly troubles: string[] } {
  const sent: string[] = [];
  const troubles: string[] = [];
  const notes = new NotesKeeper({ stored: 'a', send: (text) => { sent.push(text); return Promise.resolve(answer()); }, onTrouble: (reason) => troubles.push(reason) });
  return { notes, sent, troubles };
}

test('keys go together, none waits a second, also while typing goes on', async () => {
  const { notes, sent } = keeper(() => ok(null));
  for (let key = 0; key < 20; key += 1) {
    notes.changed(`a${key}`);
    await vi.advanceTimersByTimeAsync(100);
  }
  expect(sent).toEqual(['a4', 'a9', 'a14', 'a19']);
});

test('what is not kept is said, stays, and is sent again', async () => {
  let isBroken = true;
  const { notes, sent, troubles } = keeper(() => (isBroken ? fail('not-writable', 'the disk is full') : ok(null)));
  notes.changed('ab');
  expect(await notes.flush()).toBe(false);
  isBroken = false;
  await vi.advanceTimersByTimeAsync(3000);
  expect(sent).toEqual(['ab', 'ab']);
  expect(troubles).toEqual(['the disk is full', '']);
  expect(await notes.flush()).toBe(true);
});

test('what is the same is not sent', async () => {
  const { notes, sent } = keeper(() => ok(null));
  notes.changed('a');
  expect(await notes.flush()).toBe(true);
  expect(sent).toEqual([]);
});
