/** Types a counting text into the real window and keeps, outside the app, what the window has shown as saved. */
import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from '@playwright/test';
import type { Galley } from '../e2e/pages/galley.ts';

/** 10 keys a second. */
const keyMs = 100;

/** `1 2 3 …`, a new paragraph after each tenth number: from any place of it one can tell what comes next. */
function* countingKeys(): Generator<string> {
  for (let number = 1; ; number++) {
    yield* String(number);
    yield number % 10 === 0 ? '\n' : ' ';
  }
}

/** The paragraphs of the page, joined with line feeds. Runs in the page. */
function bodyText(): string {
  return [...document.querySelectorAll('[role="textbox"][aria-label="Article"] > p')].map((paragraph) => paragraph.textContent).join('\n');
}

/** Tells each moment in which the save state turns to "Saved", with the text shown in that moment. Runs in the page. */
function watchSaves(tell: string): void {
  const state = (): string => document.querySelector('[role="status"][aria-label="Save state"]')?.textContent ?? '';
  const body = (): string => [...document.querySelectorAll('[role="textbox"][aria-label="Article"] > p')].map((paragraph) => paragraph.textContent).join('\n');
  let before = state();
  const report = (window as unknown as Record<string, (text: string) => void>)[tell];
  new MutationObserver(() => {
    const now = state();
    if (now === 'Saved' && before !== 'Saved') report?.(body());
    before = now;
  }).observe(document.body, { subtree: true, childList: true, characterData: true });
}

export class Typist {
  #keys = countingKeys();
  /** All that was ever typed and not found missing after a start. */
  typed = '';
  /** The longest text the window has shown as saved. */
  acknowledged = '';
  /** Characters acknowledged over all rounds. */
  acknowledgedInAll = 0;

  /** Listens to a window that has just opened on the article. */
  async sitDown(galley: Galley): Promise<void> {
    await expect(galley.article()).toBeVisible();
    await galley.page.exposeBinding('galleyAcknowledged', (_source, text: string) => {
      if (text.length > this.acknowledged.length) this.acknowledgedInAll += text.length - this.acknowledged.length;
      this.acknowledged = text;
    });
    await galley.page.evaluate(watchSaves, 'galleyAcknowledged');
    await galley.article().locator('> p').last().click();
    await galley.page.keyboard.press('ControlOrMeta+End');
  }

  /** Goes on typing at 10 keys a second until told to stop or the window is gone. */
  async type(galley: Galley, until: AbortSignal): Promise<void> {
    let nextMs = Date.now();
    while (!until.aborted) {
      const key = nextKey(this.#keys);
      // Counted before it is sent: what a dying window took in nobody can say.
      this.typed += key;
      try {
        await galley.page.keyboard.press(key === '\n' ? 'Enter' : key === ' ' ? 'Space' : key);
      } catch (error) {
        if (until.aborted) return;
        throw error;
      }
      nextMs = Math.max(nextMs + keyMs, Date.now());
      await sleep(nextMs - Date.now());
    }
  }

  async typeFor(galley: Galley, durationMs: number): Promise<void> {
    const enough = new AbortController();
    const typing = this.type(galley, enough.signal);
    await sleep(durationMs);
    enough.abort();
    await typing;
  }

  /** The text as the window shows it now. */
  async shown(galley: Galley): Promise<string> {
    await expect(galley.article()).toBeVisible();
    return galley.page.evaluate(bodyText);
  }

  /**
   * Compares what came back with what was typed and acknowledged.
   * @returns characters acknowledged and not there, where what was never typed at its place counts as one more (0 is the promise),
   *   and keys nobody had acknowledged that are missing
   */
  judge(found: string): { readonly lost: number; readonly unsaved: number } {
    let same = 0;
    while (same < found.length && found[same] === this.typed[same]) same++;
    const foreign = same < found.length ? 1 : 0;
    return { lost: Math.max(0, this.acknowledged.length - same) + foreign, unsaved: this.typed.length - same };
  }

  /** Takes up where the text stands: typing goes on with the key after it. */
  resume(found: string): void {
    this.#keys = countingKeys();
    let text = '';
    while (text.length < found.length) text += nextKey(this.#keys);
    this.typed = found;
    this.acknowledged = found;
  }
}

function nextKey(keys: Generator<string>): string {
  const { value, done } = keys.next();
  if (done) throw new Error('numbers do not end');
  return value;
}
