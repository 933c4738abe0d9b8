// One room of core with the tests that mirror it: npm run mutate -- reading
const room = process.env.ROOM ?? 'sheet'

/** @type {import('@stryker-mutator/api/core').PartialStrykerOptions} */
export default {
  mutate: [`core/${room}/**/*.ts`],
  testRunner: 'vitest',
  vitest: { configFile: 'test/mutation.config.ts', dir: `test/core/${room}` },
  plugins: ['@stryker-mutator/vitest-runner'],
  coverageAnalysis: 'perTest',
  ignoreStatic: true,
  ignorePatterns: ['dist', 'bench', 'docs', 'test/e2e', 'test/field', 'coverage', '.mutation'],
  concurrency: 2,
  timeoutMS: 5000,
  incremental: true,
  incrementalFile: `.mutation/${room}.json`,
  tempDirName: '.mutation/tmp',
  reporters: ['progress', 'json', 'html'],
  jsonReporter: { fileName: `.mutation/${room}-report.json` },
  htmlReporter: { fileName: `.mutation/${room}.html` },
}
