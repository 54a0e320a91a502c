import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import type { Article } from '../../src/article/article.ts';
import { importFile } from '../../src/article/import/index.ts';
import { eleventyAndAstro } from './npm-sites.ts';
import { installed } from './installed.ts';
import { adSlotsIn, picturesOf, textOfArticle, textOfPage } from './shown-text.ts';
import { stories, writeStories } from './stories.ts';

/** A real generator on a bare site: what Galley wrote, one layout, nothing else. */
interface Generator {
  readonly dialect: string;
  readonly isThere: boolean;
  readonly files: Readonly<Record<string, string>>;
  readonly build: (folder: string) => { readonly status: number | null; readonly said: string };
  readonly site: string;
  /** The built page of a written one. */
  readonly builtAs: (page: string) => string;
  readonly adSign: RegExp;
}

const run = (folder: string, program: string, args: readonly string[]): { status: number | null; said: string } => {
  const { status, stdout, stderr } = spawnSync(program, [...args], { cwd: folder, encoding: 'utf8', env: { ...process.env, LC_ALL: 'C.UTF-8', ASTRO_TELEMETRY_DISABLED: '1' } });
  return { status, said: `${stdout}${stderr}` };
};
const npm = eleventyAndAstro();

const generators: readonly Generator[] = [
  {
    dialect: 'hugo',
    isThere: installed('hugo', ['hugo']),
    files: {
      'config.toml': 'baseURL = "http://127.0.0.1/"\ntitle = "Test"\ndisableKinds = ["RSS", "sitemap", "robotsTXT", "taxonomy", "term"]\nbuildFuture = true\n',
      'layouts/_default/single.html': '<html><head><title>{{ .Title }}</title></head><body><main>{{ .Content }}</main></body></html>',
      'layouts/_default/list.html': '{{ range .Pages }}{{ .Title }}{{ end }}',
    },
    build: (folder) => run(folder, 'hugo', ['--quiet']),
    site: 'public',
    builtAs: (page) => join('posts', basename(dirname(page)), 'index.html'),
    adSign: /data-ad-slot=/g,
  },
  {
    dialect: 'jekyll',
    isThere: installed('jekyll', ['jekyll']),
    files: { '_config.yml': 'title: Test\nmarkdown: kramdown\nfuture: true\npermalink: /:title.html\n', '_layouts/post.html': '<html><body><main>{{ content }}</main></body></html>' },
    build: (folder) => run(folder, 'jekyll', ['build', '-q', '--disable-disk-cache']),
    site: '_site',
    builtAs: (page) => basename(page).replace(/^\d{4}-\d\d-\d\d-/, '').replace(/\.md$/, '.html'),
    adSign: /<!-- ad-slot:/g,
  },
  {
    dialect: 'eleventy',
    isThere: npm !== null,
    files: { '_includes/post.njk': '<html><body><main>{{ content | safe }}</main></body></html>', 'posts/posts.json': '{"layout": "post.njk"}' },
    build: (folder) => run(folder, process.execPath, [npm?.eleventy ?? '', '--quiet']),
    site: '_site',
    builtAs: (page) => page.replace(/index\.md$/, 'index.html'),
    adSign: /<!-- ad-slot:/g,
  },
  {
    dialect: 'astro',
    isThere: npm !== null,
    files: npm?.astroFiles ?? {},
    build: (folder) => npm?.buildAstro(folder, run) ?? { status: 1, said: '' },
    site: 'dist',
    builtAs: (page) => join('posts', basename(dirname(page)), 'index.html'),
    adSign: /<!-- ad-slot:/g,
  },
];

let folder = '';
afterEach(() => {
  if (folder) rmSync(folder, { recursive: true, force: true });
});

describe.each(generators.map((generator) => [generator.dialect, generator] as const))('%s', (dialect, { isThere, files, build, site, builtAs, adSign }) => {
  test.skipIf(!isThere)('builds every article complete: text as typed, pictures that load, ad slots', async () => {
    folder = mkdtempSync(join(tmpdir(), `galley-${dialect}-`));
    for (const [path, content] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), content);
    }
    const articles = stories(30);
    const pages = await writeStories(articles, { format: 'markdown', dialect }, folder);
    const before = pages.map((page) => readFileSync(join(folder, page), 'utf8'));
    expect(await writeStories(articles, { format: 'markdown', dialect }, folder)).toEqual(pages);
    expect(pages.map((page) => readFileSync(join(folder, page), 'utf8'))).toEqual(before);
    const { status, said } = build(folder);
    expect(status, said).toBe(0);
    const out = join(folder, site);
    for (const [index, article] of articles.entries()) checkPage(article, join(out, builtAs(pages[index] ?? '')), out, adSign);
  }, 240_000);

  test('comes back by itself', async () => {
    folder = mkdtempSync(join(tmpdir(), `galley-${dialect}-`));
    const [story] = stories(0);
    if (!story) throw new Error('no story');
    const [page = ''] = await writeStories([story], { format: 'markdown', dialect }, folder);
    const read = importFile({ name: basename(page), bytes: readFileSync(join(folder, page)) }, { zone: '', newsroomZone: '', machineZone: 'Etc/UTC', language: '' });
    if (!read.ok) throw new Error(read.message);
    expect(read.value.article.id).toBe(story.id);
    expect(read.value.report.removed).toEqual([]);
    expect(textOfArticle(read.value.article)).toBe(textOfArticle(story));
  });
});

function checkPage(article: Article, path: string, out: string, adSign: RegExp): void {
  expect(existsSync(path), `${path} in ${readdirSync(out, { recursive: true }).join(' ')}`).toBe(true);
  const html = readFileSync(path, 'utf8');
  expect(textOfPage(html)).toBe(textOfArticle(article));
  for (const address of picturesOf(html)) {
    const file = address.startsWith('/') ? join(out, decodeURIComponent(address)) : join(dirname(path), decodeURIComponent(address));
    expect(existsSync(file), address).toBe(true);
  }
  expect((html.match(adSign) ?? []).length).toBe(adSlotsIn(article.body));
}
