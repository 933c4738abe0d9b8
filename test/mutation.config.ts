import { defineConfig } from 'vitest/config'

/** The unit tests of one room, without the browser and what is built. */
export default defineConfig({
  test: { include: ['**/*.test.ts'], setupFiles: ['test/properties.ts'], testTimeout: 20_000 },
})
