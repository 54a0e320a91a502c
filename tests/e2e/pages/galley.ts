import { mkdtempSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { _electron, type ElectronApplication, expect, type Locator, type Page } from '@playwright/test';
import type { Article } from '../../../src/article/article.ts';
import type { Bridge } from '../../../src/ipc/contract.ts';
import { displayOfWorker } from './display.ts';

export const root = resolve(import.meta.dirname, '../../..');
export const fixture = (name: string): string => join(root, 'tests/fixtures', name);

/** What a start may differ in: another build of the app, more of an environment. */
export interface Surroundings {
  readonly appFolder?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** The Electron under test. */
export const executable = (): string => createRequire(import.meta.url)('electron') as unknown as string;

/** A running Galley, spoken to in the words a person would use. */
export class Galley {
  readonly dataFolder: string;
  readonly app: ElectronApplication;
  readonly page: Page;

  private constructor(dataFolder: string, app: ElectronApplication, page: Page) {
    this.dataFolder = dataFolder;
    this.app = app;
    this.page = page;
  }

  /** Starts the built app on a data folder (a new one by default). */
  static async start(dataFolder = mkdtempSync(join(tmpdir(), 'galley-e2e-')), { appFolder = root, env = {} }: Surroundings = {}): Promise<Galley> {
    const app = await _electron.launch({ executablePath: executable(), args: ['--no-sandbox', appFolder, `--data-dir=${dataFolder}`], env: { ...process.env, ...sqliteOfRuntime(), ...(await displayOfWorker()), ...env } as Record<string, string> });
    const page = await app.firstWindow();
    page.setDefaultTimeout(10_000);
    return new Galley(dataFolder, app, page);
  }

  /** Starts and answers the welcome. */
  static async startAs(name: string, zone = 'Asia/Kolkata', dataFolder?: string, surroundings?: Surroundings): Promise<Galley> {
    const galley = await Galley.start(dataFolder, surroundings);
    await galley.page.getByRole('textbox', { name: 'Your name' }).fill(name);
    await galley.page.getByRole('combobox', { name: /time zone/i }).fill(zone);
    await galley.page.getByRole('button', { name: 'Start', exact: true }).click();
    await expect(galley.page.getByRole('heading', { name: 'Start writing' })).toBeVisible();
    return galley;
  }

  /** Closes the window as a person does and starts again on the same folder. */
  async reopen(): Promise<Galley> {
    await this.close();
    return Galley.start(this.dataFolder);
  }

  async close(): Promise<void> {
    await this.app.close();
  }

  article(): Locator { return this.page.getByRole('textbox', { name: 'Article', exact: true }); }
  block(name: string): Locator { return this.article().getByRole('group', { name, exact: true }); }
  headline(): Locator { return this.block('Headline'); }
  standfirst(): Locator { return this.block('Standfirst'); }
  button(name: string): Locator { return this.page.getByRole('button', { name, exact: true }); }
  tab(name: string): Locator { return this.page.getByRole('tab', { name }); }
  library(): Locator { return this.page.getByRole('region', { name: 'Articles' }); }

  /** A block from the list of the + button. */
  async insert(name: string): Promise<void> {
    await this.button('Insert block').click();
    await this.page.getByRole('option', { name, exact: true }).click();
  }

  async newArticle(): Promise<void> {
    const before = (await this.article().count()) > 0 ? await this.article().elementHandle() : null;
    await this.library().getByRole('button', { name: 'New article' }).click();
    // The page before stays until it is kept: nobody types into that one.
    await before?.waitForElementState('hidden');
    await expect(this.article()).toBeVisible();
  }

  /** Waits until the window says that everything is kept. */
  async saved(): Promise<void> {
    await expect(this.page.getByRole('status', { name: 'Save state' })).toHaveText('Saved');
  }

  /** The article changed last, as the store has it. */
  async stored(): Promise<Article> {
    await this.saved();
    return this.page.evaluate(async () => {
      const bridge = Reflect.get(window, 'galley') as Bridge;
      const listed = await bridge.call('articles.list', { query: '', filter: 'all', sort: 'changed', offset: 0, limit: 1 });
      const opened = await bridge.call('articles.open', { articleId: (listed.ok && listed.value.rows[0]?.id) || '' });
      if (!opened.ok) throw new Error(opened.error.message);
      return opened.value.article;
    });
  }

  /** Puts text on the system's clipboard, both flavours where given, as another program does. */
  async clipboard(content: { text?: string; html?: string }): Promise<void> {
    // Electron 45 types another `clipboard` than the development runtime has; both take this call's shape through writeText and writeHTML.
    await this.app.evaluate(({ clipboard }, given) => (clipboard as unknown as { write(data: typeof given): void }).write(given), content);
  }

  /** Drops files of the disk as the system does, folders included; at the middle of the element. */
  async dropFiles(target: Locator, paths: readonly string[]): Promise<void> {
    const box = await target.boundingBox();
    if (!box) throw new Error('nothing to drop on');
    await this.dropAt({ x: box.x + box.width / 2, y: box.y + box.height / 2 }, paths);
  }

  async dropAt(place: { readonly x: number; readonly y: number }, paths: readonly string[]): Promise<void> {
    const session = await this.page.context().newCDPSession(this.page);
    const data = { items: [], files: [...paths], dragOperationsMask: 1 };
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const) await session.send('Input.dispatchDragEvent', { type, ...place, data });
    await session.detach();
  }

  /** What the system's picker will answer from now on. */
  async pickerAnswers(paths: readonly string[]): Promise<void> {
    await this.app.evaluate(({ dialog }, filePaths) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths });
    }, [...paths]);
  }

  async paste(): Promise<void> {
    await this.page.keyboard.press('ControlOrMeta+V');
  }
}

/** The SQLite module that goes with the runtime under test, where the set-up chose another than the dependency. */
export function sqliteOfRuntime(): Record<string, string> {
  if (process.env['GALLEY_SQLITE']) return {};
  try {
    const runtime = JSON.parse(readFileSync(join(root, 'node_modules/.galley/runtime.json'), 'utf8')) as { sqlite?: string | null };
    return runtime.sqlite ? { GALLEY_SQLITE: runtime.sqlite } : {};
  } catch {
    return {};
  }
}
