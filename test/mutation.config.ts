import { defineConfig } from 'vitest/config'

/** The unit tests of one room, without the browser, what is built, and the languages of Intl, thousands of texts in a test. */
export default defineConfig({
  test: {
    include: ['**/*.test.ts'],
    exclude: ['**/intl*.test.ts'],
    setupFiles: ['test/properties.ts'],
    env: { MUTATION: '1' },
    testTimeout: 120_000,
  },
})
