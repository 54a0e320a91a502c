import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { exportArticle } from '../../src/article/export/index.ts';
import { blockEditor } from './wordpress-editor.ts';
import { adSlotsIn } from './shown-text.ts';
import { stories } from './stories.ts';
import { editorPage } from './wordpress-page.ts';
import { type WordPress, wordPressServer } from './wordpress-server.ts';

const editor = blockEditor();

describe.skipIf(editor === null)('the block editor of WordPress', () => {
  test.each(stories(150).map((article, index) => [index, article] as const))('opens story %i with no invalid block and saves it unchanged', (_index, article) => {
    const content = String(exportArticle(article, 'wordpress', { hasPicture: () => true }).content).trim();
    const { invalid, names, saved } = editor?.(content) ?? { invalid: [''], names: [], saved: '' };
    expect(invalid, content).toEqual([]);
    expect(names.filter((name) => name === 'core/freeform' || name === 'core/missing')).toEqual([]);
    expect(saved).toBe(content);
  });

  test('and finds what is wrong: a planted fault is seen', () => {
    expect(editor?.('<!-- wp:heading -->\n<h3>a</h3>\n<!-- /wp:heading -->').invalid).toEqual(['core/heading']);
  });
});

// Each post takes WordPress a quarter of a second: the many are for `npm run test:cms`.
const posts = stories(process.env['GALLEY_CMS'] === 'all' ? 100 : 10);

/** What the filter for authors writes otherwise in every post, WordPress's own blocks included: a blank before `/>`, three digits in a character reference. */
const unfiltered = (content: string): string => content.replaceAll(' />', '/>').replace(/&#0(\d\d);/g, '&#$1;');

describe('WordPress over its REST API', () => {
  let server: WordPress | null = null;
  beforeAll(async () => {
    server = await wordPressServer();
  });
  afterAll(() => server?.stop());

  test('keeps every post byte for byte from an editor; from an author whole, ad slots included, and still with no invalid block', async ({ skip }) => {
    if (!server) return skip();
    for (const article of posts) {
      const content = String(exportArticle(article, 'wordpress', { hasPicture: () => true }).content).trim();
      expect(await server.save('editor', content)).toBe(content);
      const ofAuthor = await server.save('author', content);
      expect(unfiltered(ofAuthor)).toBe(unfiltered(content));
      expect((ofAuthor.match(/data-galley-block="adSlot"/g) ?? []).length).toBe(adSlotsIn(article.body));
      expect(editor?.(ofAuthor).invalid ?? []).toEqual([]);
    }
  });

  test('opens in the block editor of a browser with no warning; saved there, it is what was sent', async ({ skip }) => {
    const page = server && (await editorPage(server));
    if (!server || !page) return skip();
    try {
      for (const [index, article] of posts.slice(0, process.env['GALLEY_CMS'] === 'all' ? 12 : 3).entries()) {
        const content = String(exportArticle(article, 'wordpress', { hasPicture: () => true }).content).trim();
        const post = await server.draft('editor', content);
        const { invalid, names, saved, warnings } = await page.open(post);
        expect([invalid, warnings], content).toEqual([[], 0]);
        expect(names.filter((name) => name === 'core/freeform' || name === 'core/missing')).toEqual([]);
        expect(saved).toBe(content);
        await page.saveAgain(`Saved in the editor, ${index}`);
        expect(await server.read(post)).toBe(content);
      }
      for (const article of stories(process.env['GALLEY_CMS'] === 'all' ? 300 : 60)) {
        const content = String(exportArticle(article, 'wordpress', { hasPicture: () => true }).content).trim();
        const { invalid, saved } = await page.parse(content);
        expect([invalid, saved]).toEqual([[], content]);
      }
      // The browser's editor does see what is wrong, and warns the person.
      const bad = await page.open(await server.draft('editor', '<!-- wp:heading -->\n<h3>a</h3>\n<!-- /wp:heading -->'));
      expect([bad.invalid, bad.warnings]).toEqual([['core/heading'], 1]);
    } finally {
      await page.close();
    }
  });

  test('and takes from an author what it does not trust: the filter is really there', async ({ skip }) => {
    if (!server) return skip();
    const content = '<!-- wp:html -->\n<time datetime="2026-01-02">Friday</time>\n<!-- /wp:html -->';
    expect(await server.save('editor', content)).toBe(content);
    expect(await server.save('author', content)).toBe('<!-- wp:html -->\nFriday\n<!-- /wp:html -->');
  });
});
