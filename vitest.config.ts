// One test run: every *.test.ts beside the code and in test/, against one real PostgreSQL.
import { defineConfig } from 'vitest/config';
import { browserModules } from './scripts/browser-modules.ts';
import { SlowFirst } from './test/support/slow-first.ts';

export default defineConfig({
  // Components are drawn in tests with the modules that the build makes for them.
  plugins: [browserModules()],
  test: {
    include: [
      'src/**/*.test.{ts,tsx}',
      'simulator/**/*.test.ts',
      'test/**/*.test.ts',
      'scripts/**/*.test.ts',
    ],
    globalSetup: ['test/support/global-setup.ts'],
    setupFiles: ['test/support/each-file.ts'],
    pool: 'forks',
    // One more than two cores: tests that wait for others' processes leave room.
    maxWorkers: 3,
    // A process runs many files and reads the product's modules once.
    isolate: false,
    sequence: { sequencer: SlowFirst },
    // Tests wait for conditions, not for times: patience costs only a test that fails.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    expect: { poll: { timeout: 60_000 } },
  },
});
