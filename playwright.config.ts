import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '**/*.spec.ts',
  timeout: 60_000,
  // Each worker has a display of its own (tests/e2e/pages/display.ts), which only Linux can give.
  workers: process.platform === 'linux' ? 2 : 1,
  retries: 0,
  forbidOnly: true,
  outputDir: 'test-results',
  expect: { timeout: 10_000 },
});
