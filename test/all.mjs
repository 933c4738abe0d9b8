// npm test: everything a change must pass, in the order in which it fails fastest. Ends with “N passed, N failed”.
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

process.chdir(fileURLToPath(new URL('..', import.meta.url)))

const generated = [
  'core/metrics/index.ts',
  'core/plans/gallery/index.ts',
  'core/statistics/feedback/englishWords.ts',
  'docs/functions.md',
  'docs/coverage.md',
  'docs/warehouse-functions.md',
  'conformance/cases.json',
]
const committed = contents()
const build = [
  { title: 'build', run: () => node('build.mjs') },
  { title: 'generated files are current', run: generatedAreCurrent },
]
const checks = [
  { title: 'types', run: () => tool('typescript/tsc', '--build') },
  { title: 'format', run: () => tool('prettier', '--check', '--log-level', 'warn', '.') },
  { title: 'lint', run: () => tool('eslint', '.') },
  {
    title: 'floors',
    run: () =>
      tool('dependency-cruiser/depcruise', 'core', 'gsheets', 'excel', 'workbench', 'warehouse', 'conformance'),
  },
]

let passed = 0
let failed = 0
await inTurn(build)
// The types take as long as all other checks.
await Promise.all([inTurn(checks.slice(0, 1)), inTurn(checks.slice(1))])
const tests = await vitest()
passed += tests.passed
failed += tests.failed
for (const [reason, count] of tests.skipped) console.log(`${count} tests were skipped, since ${reason}`)
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed > 0 ? 1 : 0

async function inTurn(steps) {
  for (const { title, run } of steps) {
    const start = performance.now()
    const good = await run()
    console.log(`${good ? 'ok' : 'FAILED'}  ${title} (${((performance.now() - start) / 1000).toFixed(1)} s)`)
    if (good) passed++
    else failed++
  }
}

function contents() {
  return generated.map((file) => readFileSync(file, 'utf8'))
}

/** What the build has just written is what was there. */
function generatedAreCurrent() {
  const stale = generated.filter((_, i) => contents()[i] !== committed[i])
  for (const file of stale) console.error(`${file} was stale: run npm run build and commit it`)
  return stale.length === 0
}

async function vitest() {
  const folder = mkdtempSync(join(tmpdir(), 'cuesheet-'))
  const file = join(folder, 'results.json')
  try {
    await tool('vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`)
    const { numPassedTests, numTotalTests, testResults } = JSON.parse(readFileSync(file, 'utf8'))
    const skipped = new Map()
    for (const { name, assertionResults } of testResults) {
      for (const { status, fullName } of assertionResults) {
        const reason = status === 'skipped' || status === 'pending' ? reasonToSkip(name, fullName) : undefined
        if (reason !== undefined) skipped.set(reason, (skipped.get(reason) ?? 0) + 1)
      }
    }
    const excused = [...skipped.values()].reduce((sum, count) => sum + count, 0)
    // A file that does not even load, and any other test that was skipped, count as failures.
    const broken = testResults.filter(
      ({ status, assertionResults }) => status !== 'passed' && assertionResults.length === 0,
    )
    return { passed: numPassedTests, failed: numTotalTests - numPassedTests - excused + broken.length, skipped }
  } catch (error) {
    console.error(error)
    return { passed: 0, failed: 1, skipped: new Map() }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** What a test may lack; undefined where it lacks nothing. */
function reasonToSkip(file, title) {
  if (file.endsWith('published.test.ts')) return 'the reference data are not beside the project'
  return title.includes('LibreOffice') ? 'LibreOffice is not installed' : undefined
}

/** Runs a tool of node_modules: its package, and the command where that has another name. */
function tool(name, ...args) {
  const [folder, command = folder] = name.split('/')
  const { bin } = JSON.parse(readFileSync(`node_modules/${folder}/package.json`, 'utf8'))
  return node(join('node_modules', folder, typeof bin === 'string' ? bin : bin[command]), ...args)
}

/** Whether a script ends well. */
function node(...args) {
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'inherit', 'inherit'] })
  return new Promise((done) => child.on('close', (code) => done(code === 0)))
}
