import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/e2e/unpackBrowser.ts'],
    setupFiles: ['test/properties.ts'],
    pool: 'forks',
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // A machine that does other things as well may take its time.
    expect: { poll: { timeout: 10_000 } },
  },
})
