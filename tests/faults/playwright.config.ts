import { defineConfig } from '@playwright/test';

/** Cycles are many and each starts the app anew: a test here has minutes where one of `tests/e2e` has seconds. */
export default defineConfig({
  testDir: '.',
  testMatch: '**/*.spec.ts',
  timeout: process.env['GALLEY_FAULTS'] === 'all' ? 3 * 3_600_000 : 600_000,
  // Most of the time a typist types and the test waits; each worker has a display of its own, which only Linux can give.
  workers: process.platform === 'linux' ? 2 : 1,
  retries: 0,
  forbidOnly: true,
  outputDir: '../../test-results/faults',
  expect: { timeout: 15_000 },
});
