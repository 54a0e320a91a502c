// Bundles what is measured: Galley's own store for Electron's Node, and the bare pages as a production build.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { root, stateFolder } from '../place.mjs';

export const benchFolder = join(stateFolder, 'bench');
export const storeBundle = join(benchFolder, 'store', 'store.mjs');
export const exportBundle = join(benchFolder, 'export', 'export.mjs');
export const compareBundle = join(benchFolder, 'compare', 'compare.mjs');
export const wordPressBundle = join(benchFolder, 'wordpress', 'wordpress.mjs');
export const pagesFolder = join(benchFolder, 'pages');

/** The store without the process around it: a call costs what storage does, no message passing. */
export async function buildStore() {
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    mode: 'production',
    resolve: { alias: { 'decode-named-character-reference': join(root, 'node_modules/decode-named-character-reference/index.js') } },
    ssr: { noExternal: true, external: ['better-sqlite3', 'electron'] },
    build: {
      ssr: true,
      target: 'node20',
      outDir: join(benchFolder, 'store'),
      emptyOutDir: true,
      rolldownOptions: {
        input: { store: join(root, 'src/main/storage/store.ts'), article: join(root, 'src/article/article.ts') },
        output: { format: 'es', entryFileNames: '[name].mjs', chunkFileNames: '[name].mjs' },
      },
    },
  });
}

/** The comparison alone, for plain Node. */
export const buildCompare = () => buildPart('compare');

/** The exports alone, for plain Node. */
export const buildExport = () => buildPart('export');

/** The WordPress of the tests, which keeps its site where the tests have it. */
export const buildWordPress = () => buildPart('wordpress', { 'import.meta.url': JSON.stringify(pathToFileURL(join(root, 'tests', 'cms', 'wordpress-server.ts')).href) });

/** @param {'compare' | 'export' | 'wordpress'} part @param {Record<string, string>} [define] */
async function buildPart(part, define = {}) {
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    mode: 'production',
    define,
    resolve: { alias: { 'decode-named-character-reference': join(root, 'node_modules/decode-named-character-reference/index.js') } },
    // What the tests start is not bundled: jsdom starts files of its own.
    ssr: { noExternal: part === 'wordpress' ? [] : true },
    build: { ssr: true, target: 'node20', outDir: join(benchFolder, part), emptyOutDir: true, rolldownOptions: { input: { [part]: join(import.meta.dirname, `${part}-entry.mjs`) }, output: { format: 'es', entryFileNames: '[name].mjs', chunkFileNames: '[name].mjs' } } },
  });
}

export async function buildPages() {
  const pages = join(import.meta.dirname, 'pages');
  await build({
    configFile: false,
    root: pages,
    base: './',
    logLevel: 'error',
    mode: 'production',
    build: {
      outDir: pagesFolder,
      emptyOutDir: true,
      modulePreload: { polyfill: false },
      rolldownOptions: { input: { contenteditable: join(pages, 'contenteditable.html'), tiptap: join(pages, 'tiptap.html') } },
    },
  });
}
