import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import Ajv from 'ajv'
import { afterAll, expect, test } from 'vitest'
import type { Case } from '../conformance/case.ts'
import { casesFile } from '../conformance/cases.ts'
import { compute } from '../conformance/cuesheet.ts'
import { catalogue } from '../core/catalogue/catalogue.ts'

const text = readFileSync('conformance/cases.json', 'utf8')
const { cases } = JSON.parse(text) as { cases: Case[] }
const folder = mkdtempSync(join(tmpdir(), 'conformance-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

interface Run {
  code: number
  lines: string[]
}

/** What the runner says of a module, and how it ends. */
async function run(module: string): Promise<Run> {
  const ended = (code: number, stdout: string) => ({ code, lines: stdout.trim().split('\n') })
  try {
    const { stdout } = await promisify(execFile)(process.execPath, ['conformance/run.mjs', module])
    return ended(0, stdout)
  } catch (error) {
    const { code, stdout } = error as { code: number; stdout: string }
    return ended(code, stdout)
  }
}

/** An implementation that is this one but for what `change` says of an answer. */
function changed(change: string): string {
  const file = join(folder, 'changed.mjs')
  const own = JSON.stringify(join(process.cwd(), 'conformance/cuesheet.mjs'))
  writeFileSync(
    file,
    `import { compute as own } from ${own}\nexport const compute = (name, args) => (${change})(own(name, args), name, args)\n`,
  )
  return file
}

test('the file is what the build writes, and follows its schema', () => {
  expect(text).toBe(casesFile())
  const isCases = new Ajv({ allowUnionTypes: true }).compile(
    JSON.parse(readFileSync('conformance/cases.schema.json', 'utf8')) as object,
  )
  isCases(JSON.parse(text))
  expect(isCases.errors ?? []).toEqual([])
  expect(new Set(cases.map(({ id }) => id)).size).toBe(cases.length)
})

test('every function has cases, but for those whose answers are in our own words', () => {
  const missing = catalogue().filter(({ spec }) => !cases.some((one) => one.function === spec.name))
  expect(missing.map(({ spec }) => spec.name)).toEqual(['SIMULATE', 'SENTIMENT', 'DATA_CHECK', 'METRIC_DEF'])
})

test('no answer is there twice', () => {
  const answers = cases.map((one) => JSON.stringify([one.function, one.arguments, one.expected]))
  expect(answers.filter((answer, i) => answers.indexOf(answer) < i)).toEqual([])
})

test('the guide shows a case as it is, and its implementation passes', async () => {
  const guide = readFileSync('conformance/README.md', 'utf8')
  const block = (language: string) => guide.split(`\`\`\`${language}\n`)[1]!.split('```')[0]!
  expect(cases).toContainEqual(JSON.parse(block('json')))
  expect(guide).toContain('more than five hundred calls')
  expect(cases.length).toBeGreaterThan(500)
  const file = join(folder, 'guide.mjs')
  writeFileSync(file, block('js'))
  const { lines } = await run(file)
  expect(guide).toContain(`the last line counts: \`${lines.join().replace(/\d+(?= not)/, '…')}\``)
})

test('a wide tolerance says why', () => {
  const silent = cases.filter(({ tolerance, note }) => tolerance > 1e-9 && note === undefined)
  expect(silent.map(({ id }) => id)).toEqual([])
})

test('we pass all of them', async () => {
  const { code, lines } = await run('conformance/cuesheet.mjs')
  expect(lines).toEqual([`${cases.length} passed, 0 failed, 0 not there`])
  expect(code).toBe(0)
})

test('an error cell comes back as the same error', () => {
  expect(compute('NPS', [[[9], [{ error: '#REF!' }]]])).toEqual({ error: '#REF!' })
})

const isNumber = ({ expected }: Case) => typeof expected === 'number'
const ids = (lines: readonly string[]) => lines.slice(0, -1).map((line) => line.split(' ')[0])

test('who is a little off in single numbers is told each of them, but for those that may be', async () => {
  const { code, lines } = await run(changed("(got) => (typeof got === 'number' ? got * (1 + 1e-5) + 1e-5 : got)"))
  const wrong = cases.filter((one) => isNumber(one) && one.tolerance < 1e-5)
  expect(ids(lines)).toEqual(wrong.map(({ id }) => id))
  expect(code).toBe(1)
})

test('who is off in the last row of tables is told those', async () => {
  const off = '(got) => (Array.isArray(got) ? [...got.slice(0, -1), got[got.length - 1].map(() => 0.123)] : got)'
  const { lines } = await run(changed(off))
  const isTable = ({ expected }: Case) => Array.isArray(expected) || (expected as { columns?: unknown })?.columns
  expect(ids(lines)).toEqual(cases.filter(isTable).map(({ id }) => id))
})

test('another error, none, and a number as a text are wrong', async () => {
  const errors = cases.filter(({ expected }) => (expected as { error?: unknown })?.error).map(({ id }) => id)
  const another = await run(changed("(got) => (got.error ? { error: '#NAME?' } : got)"))
  expect(ids(another.lines)).toEqual(errors)
  const none = await run(changed('(got) => (got.error ? 0 : got)'))
  expect(ids(none.lines)).toEqual(errors)
  const texts = await run(changed("(got) => (typeof got === 'number' ? String(got) : got)"))
  expect(ids(texts.lines)).toEqual(cases.filter(isNumber).map(({ id }) => id))
})

test('what an implementation does not have is counted, and is no failure', async () => {
  const { code, lines } = await run(changed("(got, name) => (name === 'NPS' ? got : undefined)"))
  const there = cases.filter((one) => one.function === 'NPS').length
  expect(lines).toEqual([`${there} passed, 0 failed, ${cases.length - there} not there`])
  expect(code).toBe(0)
})

test('who fails in one call is told so, and the others are compared', async () => {
  const { code, lines } = await run(
    changed("(got, name) => { if (name === 'CES') throw new Error('no scale'); return got }"),
  )
  expect(ids(lines)).toEqual(cases.filter((one) => one.function === 'CES').map(({ id }) => id))
  expect(lines[0]).toContain('gives "a failure: no scale"')
  expect(code).toBe(1)
})

test('true is not 1, and a table without a title has no such column', async () => {
  const { lines } = await run(changed('(got) => (got === 1 ? true : Array.isArray(got) ? [] : got)'))
  const wrong = ({ expected }: Case) =>
    expected === 1 || Array.isArray(expected) || (expected as { columns?: unknown })?.columns !== undefined
  expect(ids(lines)).toEqual(cases.filter(wrong).map(({ id }) => id))
})
