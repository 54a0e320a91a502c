import { spawnSync } from 'node:child_process';
import { type Browser, chromium, type Page } from '@playwright/test';
import * as v from 'valibot';
import { installed } from './installed.ts';
import type { WordPress } from './wordpress-server.ts';

const opened = v.object({ invalid: v.array(v.string()), names: v.array(v.string()), saved: v.string() });

/** A post as a person sees it who opens it. */
export interface OpenedPost extends v.InferOutput<typeof opened> {
  /** Blocks that show “unexpected or invalid content”. */
  readonly warnings: number;
}

/** The block editor of a running WordPress, in a browser window, with an editor logged in. */
export interface EditorPage {
  /** Opens a post of the site. */
  readonly open: (post: number) => Promise<OpenedPost>;
  /** Changes the title of the open post, saves it as its button does, and waits until it is saved. */
  readonly saveAgain: (title: string) => Promise<void>;
  /** Parses a text as the open editor would open it. */
  readonly parse: (content: string) => Promise<v.InferOutput<typeof opened>>;
  readonly close: () => Promise<void>;
}

/** Null where there is no Chromium, which is said. */
export async function editorPage(server: WordPress): Promise<EditorPage | null> {
  if (!installed('chromium', ['chromium'])) return null;
  const executablePath = spawnSync('sh', ['-c', 'command -v chromium'], { encoding: 'utf8' }).stdout.trim();
  const browser: Browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-background-networking'] });
  const page = await (await browser.newContext()).newPage();
  // Nothing is asked of any other machine.
  await page.route('**', (route) => (/^(?:data|blob):/.test(route.request().url()) || route.request().url().startsWith(server.address) ? route.continue() : route.abort()));
  await page.goto(`${server.address}/wp-login.php`);
  await page.fill('#user_login', 'editor');
  await page.fill('#user_pass', 'editor-pass');
  await Promise.all([page.waitForURL(/wp-admin/), page.click('#wp-submit')]);
  return {
    open: (post) => openPost(page, `${server.address}/wp-admin/post.php?post=${post}&action=edit`),
    saveAgain: async (title) => {
      await page.evaluate(`wp.data.dispatch('core/editor').editPost({ title: ${JSON.stringify(title)} })`);
      await page.evaluate(`wp.data.dispatch('core/editor').savePost()`);
      await page.waitForFunction(`!wp.data.select('core/editor').isSavingPost() && wp.data.select('core/editor').didPostSaveRequestSucceed()`);
    },
    parse: (content) => tell(page, `wp.blocks.parse(${JSON.stringify(content)})`),
    close: () => browser.close(),
  };
}

/** Runs in the page, as text: what became of each block, those inside others included, and what saving would write. */
const told = `(blocks) => {
  const all = (list) => list.flatMap((block) => [block, ...all(block.innerBlocks)]);
  return JSON.stringify({ invalid: all(blocks).filter((block) => !block.isValid).map((block) => block.name), names: all(blocks).map((block) => block.name), saved: wp.blocks.serialize(blocks) });
}`;

/** What the page says of some blocks of its own. */
async function tell(page: Page, blocks: string): Promise<v.InferOutput<typeof opened>> {
  return v.parse(opened, JSON.parse(await page.evaluate<string>(`(${told})(${blocks})`)));
}

async function openPost(page: Page, address: string): Promise<OpenedPost> {
  await page.goto(address, { waitUntil: 'domcontentloaded' });
  await page.waitForFunction(`window.wp?.data?.select('core/block-editor')?.getBlocks().length > 0`, null, { timeout: 90_000 });
  // The blocks are drawn before a person can be warned of one.
  await page.locator('.block-editor-block-list__layout .wp-block').first().waitFor({ timeout: 60_000 });
  const found = await tell(page, `wp.data.select('core/block-editor').getBlocks()`);
  return { ...found, warnings: await page.locator('.block-editor-warning').count() };
}
