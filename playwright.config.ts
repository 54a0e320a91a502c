import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '**/*.spec.ts',
  timeout: 60_000,
  // Each worker has a display of its own (tests/e2e/pages/display.ts), which only Linux can give.
  workers: process.platform === 'linux' ? 2 : 1,
  // A window test that passes only the second time is named as flaky at the end, to be mended; tests of lost text (tests/faults) have no second time.
  retries: 1,
  forbidOnly: true,
  outputDir: 'test-results',
  expect: { timeout: 10_000 },
});
