import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // Vitest leaves one core free; with two cores that would be one worker.
    maxWorkers: '100%',
    projects: [
      { test: { name: 'unit', include: ['src/{language,article,ipc,cli,renderer}/**/*.test.ts', 'src/main/*.test.ts', 'src/main/files/**/*.test.ts', 'tests/shape/**/*.test.ts'], environment: 'node', testTimeout: 60_000, setupFiles: ['tests/property-seed.ts'] } },
      { test: { name: 'integration', include: ['tests/integration/**/*.test.ts'], environment: 'node', testTimeout: 120_000, pool: 'forks', setupFiles: ['tests/property-seed.ts'] } },
      // Real publishing systems read what Galley writes; one file at a time, they are heavy.
      { test: { name: 'cms', include: ['tests/cms/**/*.test.ts'], environment: 'node', testTimeout: 300_000, hookTimeout: 300_000, fileParallelism: false, setupFiles: ['tests/property-seed.ts'] } },
    ],
  },
});
