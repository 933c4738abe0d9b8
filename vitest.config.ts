import { defineConfig } from 'vitest/config'

/** Files of one kind of tests share their processes where nothing that they leave behind can matter to another. */
const shared = { isolate: false }

export default defineConfig({
  test: {
    globalSetup: ['test/e2e/unpackBrowser.ts'],
    pool: 'forks',
    // Left to itself, a machine of two cores would use one.
    maxWorkers: '100%',
    projects: [
      project(
        'core',
        [
          'test/*.test.ts',
          'test/core/**/*.test.ts',
          'test/fuzz/**/*.test.ts',
          'test/warehouse/**/*.test.ts',
          'test/site/**/*.test.ts',
        ],
        shared,
      ),
      project('hosts', ['test/hosts/**/*.test.ts', 'test/field/**/*.test.ts'], shared),
      // It builds the whole, and an engine takes the functions once.
      project('publish', ['test/publish/**/*.test.ts']),
      project('e2e', ['test/e2e/**/*.test.ts']),
    ],
  },
})

function project(name: string, include: string[], more = {}) {
  return {
    test: {
      name,
      include,
      setupFiles: ['test/properties.ts'],
      testTimeout: 60_000,
      hookTimeout: 120_000,
      // A machine that does other things as well may take its time.
      expect: { poll: { timeout: 10_000 } },
      ...more,
    },
  }
}
