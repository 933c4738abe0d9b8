// Runs the cases on an implementation: node run.mjs ./my-implementation.mjs
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

const [, , file] = process.argv
if (!file) throw new Error('say which implementation: node conformance/run.mjs ./my-implementation.mjs')
const { compute } = await import(pathToFileURL(resolve(file)).href)
const { cases } = JSON.parse(readFileSync(new URL('cases.json', import.meta.url), 'utf8'))
const column = (table, title) => Array.isArray(table?.[0]) && table.slice(1).map((row) => row[table[0].indexOf(title)])
const isSame = (got, want, by) => {
  if (Array.isArray(want))
    return Array.isArray(got) && got.length === want.length && want.every((one, i) => isSame(got[i], one, by))
  if (typeof want === 'number') return Math.abs(got - want) <= by * (Math.abs(want) || 1) && typeof got === 'number'
  if (want?.columns)
    return Object.entries(want.columns).every(([title, cells]) => isSame(column(got, title), cells, by))
  return want?.error ? got?.error === want.error : (got === '' ? null : got) === want
}
const asked = []
for (const one of cases) {
  const got = await Promise.resolve()
    .then(() => compute(one.function, one.arguments))
    .catch((error) => `a failure: ${error.message}`)
  asked.push({ ...one, got })
}
const there = asked.filter(({ got }) => got !== undefined)
const failed = there.filter(({ got, expected, tolerance }) => !isSame(got, expected, tolerance))
for (const { id, got, expected } of failed)
  console.log(id, 'gives', JSON.stringify(got), 'not', JSON.stringify(expected))
console.log(`${there.length - failed.length} passed, ${failed.length} failed, ${cases.length - there.length} not there`)
process.exitCode = failed.length > 0 ? 1 : 0
