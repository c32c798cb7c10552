// One test run: every *.test.ts beside the code and in test/, against one real PostgreSQL.
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: [
      'src/**/*.test.{ts,tsx}',
      'simulator/**/*.test.ts',
      'test/**/*.test.ts',
      'scripts/**/*.test.ts',
    ],
    globalSetup: ['test/support/global-setup.ts'],
    pool: 'forks',
    maxWorkers: 2,
    // Tests wait for conditions, not for times: patience costs only a test that fails.
    testTimeout: 120_000,
    hookTimeout: 180_000,
  },
});
