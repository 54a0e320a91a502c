import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

const entry = (path: string): string => resolve(import.meta.dirname, path);

// The browser build of remark's entity decoder sets `innerHTML`; its plain one does not (DESIGN section 2).
const plainEntityDecoder = {
  'decode-named-character-reference': entry('node_modules/decode-named-character-reference/index.js'),
};

export default defineConfig({
  main: {
    build: {
      externalizeDeps: { exclude: bundled() },
      rolldownOptions: {
        input: {
          index: entry('src/main/index.ts'),
          pictures: entry('src/main/files/picture-process.ts'),
          backups: entry('src/main/storage/backup-process.ts'),
          find: entry('src/main/storage/find-process.ts'),
          cli: entry('src/cli/index.ts'),
        },
        external: ['better-sqlite3', 'electron', 'wasm-vips'],
        output: { format: 'es' },
      },
    },
    resolve: { alias: plainEntityDecoder },
  },
  preload: {
    build: {
      externalizeDeps: { exclude: bundled() },
      rolldownOptions: { input: { index: entry('src/preload/index.ts') }, output: { format: 'cjs', entryFileNames: '[name].cjs' } },
    },
  },
  renderer: {
    root: 'src/renderer',
    plugins: [react()],
    build: {
      // What every start needs is one file: each more is one more question to the main process.
      rolldownOptions: { input: { index: entry('src/renderer/index.html') }, output: { codeSplitting: { groups: [{ name: 'window', test: /src\/renderer\/main\.tsx$/ }] } } },
      modulePreload: { polyfill: false },
      minify: true,
    },
    resolve: { alias: plainEntityDecoder },
  },
});

/** Everything is bundled but the native module and the one that starts workers of itself, so that the packaged app carries few node_modules. */
function bundled(): string[] {
  const { dependencies } = require('./package.json') as { dependencies: Record<string, string> };
  return Object.keys(dependencies).filter((name) => name !== 'better-sqlite3' && name !== 'wasm-vips');
}
