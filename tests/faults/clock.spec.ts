/** A clock that is set wrong, and right again, in the middle of work: nothing in Galley may depend on it but the times that are shown. */
import { expect, test } from '@playwright/test';
import type { Bridge } from '../../src/ipc/contract.ts';
import { Galley } from '../e2e/pages/galley.ts';
import { FalseClock } from './clock.ts';
import { seeded } from './random.ts';
import { cycles, tallied } from './tally.ts';

const zone = 'Europe/Berlin';

/** What is done to the clock, in the newsroom's zone, and how the time after it is shown. */
const changes = [
  { name: 'an hour back', before: '2026-06-10T14:00:00+02:00', after: '2026-06-10T13:00:00+02:00', shown: /^13:0\d CEST/ },
  { name: 'a day forward', before: '2026-06-10T14:00:00+02:00', after: '2026-06-11T14:00:00+02:00', shown: /^14:0\d CEST/ },
  { name: 'to 1970', before: '2026-06-10T14:00:00+02:00', after: '1970-01-01T05:00:00+01:00', shown: /^05:0\d CET/ },
  // Seven seconds before 32 bits are not enough.
  { name: 'to 2038', before: '2026-06-10T14:00:00+02:00', after: '2038-01-19T04:14:00+01:00', shown: /^04:1[4-9] CET/ },
  { name: 'summer time begins', before: '2026-03-29T01:59:50+01:00', after: '2026-03-29T03:00:10+02:00', shown: /^03:0\d CEST/ },
  { name: 'summer time ends', before: '2026-10-25T02:59:50+02:00', after: '2026-10-25T02:00:10+01:00', shown: /^02:0\d CET/ },
] as const;

test.skip(() => process.platform !== 'linux' || FalseClock.library() === '', 'needs Linux and a C compiler (cc)');

test('the clock is set while somebody writes, and the machine is taken to another zone', async () => {
  const random = seeded('clock');
  // Once, by a clock that was far ahead, another article was written: by time alone that is the newest for years.
  const clock = new FalseClock('2040-01-01T12:00:00Z');
  let galley = await Galley.startAs('Asha Rao', zone, undefined, { env: clock.environment(zone) });
  await galley.newArticle();
  await type(galley, 'Written in a year to come');
  await galley.saved();
  clock.set(changes[0].before);
  await galley.newArticle();
  await galley.tab('History').click();
  const texts: string[] = [];
  const moments: string[] = [];
  for (let round = 0; round < cycles(5, 1); round++) {
    for (const { name, before, after, shown } of changes.toSorted(() => random.fraction() - 0.5)) {
      await tallied(`clock: ${name}`, async (row) => {
        for (const moment of [before, after]) {
          clock.set(moment);
          await type(galley, `${texts.length + 1} `);
          await galley.page.keyboard.press('ControlOrMeta+S');
          texts.push(`${texts.at(-1) ?? ''}${texts.length + 1} `);
          moments.push(moment);
          await expect.poll(() => total(galley)).toBe(texts.length);
        }
        // Shown honestly: what the clock said then, not what would look better in a row; the newest first all the same.
        const rows = galley.page.getByRole('list', { name: 'Revisions' }).getByRole('listitem');
        await expect(rows.nth(1).getByRole('checkbox')).toHaveAccessibleName(new RegExp(` ${texts.length} to compare$`));
        await expect(rows.nth(1).locator('.rev-facts > span').first()).toHaveText(shown);
        row.cycles += 1;
        row.acknowledged += String(texts.length).length + 1;
      });
    }
  }
  await galley.close();
  await tallied('clock: machine in another zone after a restart', async (row) => {
    galley = await Galley.start(galley.dataFolder, { env: clock.environment('America/New_York') });
    // The article last worked on, not the one whose time is the highest.
    await expect(galley.article().locator('> p').last()).toHaveText(texts.at(-1) ?? '');
    const kept = await revisions(galley);
    expect(kept.map(({ sequence }) => sequence)).toEqual(texts.map((_, index) => index + 1));
    expect(kept.map(({ text }) => text)).toEqual(texts);
    for (const [index, { instantMs }] of kept.entries()) expect(Math.abs(instantMs - Date.parse(moments[index] ?? ''))).toBeLessThan(120_000);
    await type(galley, 'abroad');
    await galley.page.keyboard.press('ControlOrMeta+S');
    await expect.poll(() => total(galley)).toBe(texts.length + 1);
    expect(new Set((await revisions(galley)).map((revision) => revision.zone))).toEqual(new Set([zone]));
    row.cycles += 1;
    row.acknowledged += kept.length;
    row.note = 'revisions';
    await galley.close();
  });
});

async function type(galley: Galley, text: string): Promise<void> {
  await galley.article().locator('> p').last().click();
  await galley.page.keyboard.press('ControlOrMeta+End');
  await galley.page.keyboard.type(text);
}

interface Revision {
  readonly sequence: number;
  readonly instantMs: number;
  readonly zone: string;
  readonly text: string;
}

/** How many revisions the article has that is open. */
function total(galley: Galley): Promise<number> {
  return galley.page.evaluate(async () => {
    const bridge = Reflect.get(window, 'galley') as Bridge;
    const last = await bridge.call('articles.openLast', null);
    const listed = await bridge.call('revisions.list', { articleId: (last.ok && last.value?.opened.article.id) || '', offset: 0, limit: 1 });
    return listed.ok ? listed.value.total : -1;
  });
}

/** Its revisions as the store lists them, oldest first, with their text. */
function revisions(galley: Galley): Promise<Revision[]> {
  return galley.page.evaluate(async () => {
    const bridge = Reflect.get(window, 'galley') as Bridge;
    const last = await bridge.call('articles.openLast', null);
    const articleId = (last.ok && last.value?.opened.article.id) || '';
    const listed = await bridge.call('revisions.list', { articleId, offset: 0, limit: 1000 });
    if (!listed.ok) throw new Error(listed.error.message);
    const found = [];
    for (const { id, sequence, time } of listed.value.rows.toReversed()) {
      const read = await bridge.call('revisions.read', { articleId, revisionId: id });
      if (!read.ok) throw new Error(read.error.message);
      const text = (read.value.body.content ?? []).filter(({ type }) => type === 'paragraph').map(({ content }) => (content ?? []).map((one) => one.text ?? '').join('')).join('\n');
      found.push({ sequence, instantMs: Date.parse(time.instant), zone: time.zone, text });
    }
    return found;
  });
}
