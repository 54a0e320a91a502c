import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { emptyMetadata } from '../../article/metadata.ts';
import { schema } from '../../article/schema.ts';
import type { SaveAnswer, SaveRequest } from '../../ipc/contract.ts';
import { fail, ok, type Result } from '../../ipc/result.ts';
import { type Savable, Saver, type SaveState } from './saving.ts';

const fields = [schema.node('headline', { blockId: 'h' }), schema.node('standfirst', { blockId: 's' }), schema.node('byline', { blockId: 'b' })];
const kept = schema.node('paragraph', { blockId: 'kept' }, schema.text('kept'));
const metadata = emptyMetadata();
const images = {};
const version = (text: string): Savable => ({ doc: schema.node('doc', null, [...fields, kept, schema.node('paragraph', { blockId: 'p' }, schema.text(text))]), metadata, images });

function start() {
  const sent: SaveRequest[] = [];
  const states: SaveState['kind'][] = [];
  const answers: (Result<SaveAnswer> | Promise<Result<SaveAnswer>>)[] = [];
  const saver = new Saver({
    articleId: 'a',
    lastNumber: 7,
    stored: version('0'),
    send: (request) => {
      sent.push(request);
      return Promise.resolve(answers.shift() ?? ok({ number: request.number, savedAtMs: 0 }));
    },
    onState: ({ kind }) => states.push(kind),
  });
  return { saver, sent, states, answers };
}
const texts = (request: SaveRequest | undefined) => request?.changedBlocks.map((block) => block.content?.[0]?.text);

describe('saving', () => {
  beforeEach(() => { vi.useFakeTimers(); });
  afterEach(() => { vi.useRealTimers(); });

  it('sends only the changed block and the order, with a rising number', async () => {
    const { saver, sent, states } = start();
    saver.changed(version('1'));
    await vi.advanceTimersByTimeAsync(1000);
    expect(sent).toHaveLength(1);
    expect(sent[0]).toMatchObject({ number: 8, order: ['h', 's', 'b', 'kept', 'p'], metadata: null, images: null });
    expect(texts(sent[0])).toEqual(['1']);
    expect(states).toEqual(['saving', 'saved']);
  });

  it('sends what came between blocks that stay, and nothing of what only moved or went', async () => {
    const { saver, sent } = start();
    const block = (id: string) => schema.node('paragraph', { blockId: id }, schema.text(id));
    const [a, b, c, d] = ['a', 'b', 'c', 'd'].map(block);
    for (const body of [[a, b, c], [a, d, b, c], [a, b, c], [c, a, b], [c], [c, c?.type.create({ blockId: 'e' }, c.content)]]) {
      saver.changed({ doc: schema.node('doc', null, [...fields, ...body.flatMap((node) => node ?? [])]), metadata, images });
      await vi.advanceTimersByTimeAsync(1000);
    }
    expect(sent.map(texts)).toEqual([['a', 'b', 'c'], ['d'], [], [], [], ['c']]);
    expect(sent.map(({ order }) => order.slice(3).join(''))).toEqual(['abc', 'adbc', 'abc', 'cab', 'c', 'ce']);
  });

  it('is a throttle: typing without a pause is durable within a second', async () => {
    const { saver, sent } = start();
    let oldestUnsaved = 0;
    for (let key = 1; key <= 50; key += 1) {
      saver.changed(version(String(key)));
      await vi.advanceTimersByTimeAsync(60);
      const saved = Number(texts(sent.at(-1))?.[0] ?? 0);
      oldestUnsaved = Math.max(oldestUnsaved, (key - saved) * 60);
    }
    expect(oldestUnsaved).toBeLessThan(1000);
  });

  it('says saved only when the answer is there and nothing came meanwhile', async () => {
    const { saver, sent, states, answers } = start();
    let answer: (result: Result<SaveAnswer>) => void = () => undefined;
    answers.push(new Promise((resolve) => { answer = resolve; }));
    saver.changed(version('1'));
    await vi.advanceTimersByTimeAsync(600);
    saver.changed(version('2'));
    expect(states).toEqual(['saving']);
    answer(ok({ number: 8, savedAtMs: 0 }));
    await vi.advanceTimersByTimeAsync(10);
    expect(states).toEqual(['saving']);
    await vi.advanceTimersByTimeAsync(600);
    expect(sent.map(texts)).toEqual([['1'], ['2']]);
    expect(states).toEqual(['saving', 'saved']);
  });

  it('sends one thing at a time, however long storage takes', async () => {
    const { saver, sent, answers } = start();
    let answer: (result: Result<SaveAnswer>) => void = () => undefined;
    answers.push(new Promise((resolve) => { answer = resolve; }));
    for (let key = 1; key <= 40; key += 1) {
      saver.changed(version(String(key)));
      await vi.advanceTimersByTimeAsync(60);
    }
    expect(sent).toHaveLength(1);
    answer(ok({ number: 8, savedAtMs: 0 }));
    await vi.advanceTimersByTimeAsync(600);
    expect(sent.map(texts).at(-1)).toEqual(['40']);
    expect(sent).toHaveLength(2);
  });

  it('says saved at ten keys a second, and under quicker hands when they rest', async () => {
    for (const [everyMs, said] of [[100, true], [60, false]] as const) {
      const { saver, states } = start();
      for (let key = 1; key <= 30; key += 1) {
        saver.changed(version(String(key)));
        await vi.advanceTimersByTimeAsync(everyMs);
      }
      expect(states.includes('saved'), `every ${everyMs} ms`).toBe(said);
      await vi.advanceTimersByTimeAsync(1000);
      expect(states.at(-1)).toBe('saved');
    }
  });

  it('keeps the text after a failure, says so, and keeps trying', async () => {
    const { saver, sent, states, answers } = start();
    answers.push(fail('disk-full', 'no room'), fail('disk-full', 'no room'));
    saver.changed(version('1'));
    await vi.advanceTimersByTimeAsync(5000);
    expect(states).toEqual(['saving', 'failed', 'failed', 'saved']);
    expect(sent.map(({ number }) => number)).toEqual([8, 9, 10]);
    expect(texts(sent[2])).toEqual(['1']);
  });

  it('sends again what a dead storage never answered', async () => {
    const { saver, sent, answers } = start();
    answers.push(new Promise(() => undefined));
    saver.changed(version('1'));
    await vi.advanceTimersByTimeAsync(600);
    saver.resend();
    await vi.advanceTimersByTimeAsync(10);
    expect(sent.map(texts)).toEqual([['1'], ['1']]);
    expect(sent[1]?.number).toBe(9);
  });

  it('flush sends at once and tells whether storage has all', async () => {
    const { saver, sent, answers } = start();
    saver.changed(version('1'));
    expect(await saver.flush()).toBe(true);
    expect(sent).toHaveLength(1);
    answers.push(fail('store-unavailable', 'gone'));
    saver.changed(version('2'));
    expect(await saver.flush()).toBe(false);
  });

  it('sends metadata where it changed', async () => {
    const { saver, sent } = start();
    saver.changed({ ...version('0'), metadata: { ...metadata, section: 'City' } });
    await saver.flush();
    expect(sent[0]?.metadata?.section).toBe('City');
  });

  it('sends only the pictures the text shows, and sends one again that undo brings back', async () => {
    const picture = (imageId: string) => schema.node('image', { blockId: `block-${imageId.at(-1) ?? ''}`, imageId });
    const [first, second] = ['a', 'b'].map((digit) => `sha256-${digit.repeat(64)}`);
    if (!first || !second) throw new Error('two ids');
    const file = { fileName: 'x.jpg', mediaType: 'image/jpeg', width: 1, height: 1, bytes: 1, fromFile: {} };
    const both = { [first]: file, [second]: file };
    const { saver, sent } = start();
    const showing = (...ids: string[]): Savable => ({ doc: schema.node('doc', null, [...fields, kept, ...ids.map(picture)]), metadata, images: both });
    for (const ids of [[first, second], [first], [first, second]]) {
      saver.changed(showing(...ids));
      await vi.advanceTimersByTimeAsync(1000);
    }
    saver.changed({ ...showing(first, second), metadata: { ...metadata, slugline: 'ferry' } });
    await vi.advanceTimersByTimeAsync(1000);
    expect(sent.map(({ images: given }) => given && Object.keys(given))).toEqual([[first, second], [first], [first, second], null]);
  });
});
